"""Whatever JSON a model sends, and whatever is none, it becomes a checked agenda or the draft."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.adapters.model.structured_editor import read_reply
from coach.domain.agenda import LONGEST
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted
from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.proposing import Proposing
from tests.agenda_texts import DRAFT, FIRST, SECOND, FakeEditor
from tests.fakes import FakeIndex

KEYS = st.sampled_from(["items", "from", "question", "outcome", "owner", "minutes", "prework", "x"])
SAID = st.sampled_from([FIRST.question, SECOND.question, "Which leads?", "Ana", "decide", "9 min"])
SCALAR = st.one_of(SAID, st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9))
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=8,
)
ROW = st.fixed_dictionaries(
    {"question": SAID, "owner": VALUE}, optional={"from": VALUE, "x": VALUE}
)
ITEMS = st.fixed_dictionaries({"items": st.lists(ROW | VALUE, max_size=6)})
JSON = st.one_of(VALUE, ITEMS).map(json.dumps)
CUT = st.tuples(JSON, st.integers(0, 200)).map(lambda pair: pair[0][: pair[1]])
TEXT = st.one_of(JSON, CUT, JSON.map("Sure:\n```json\n{}\n```".format), st.text(max_size=200))


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_any_text_ends_in_a_checked_agenda_or_the_draft(first: str, second: str):
    replies = [read_reply(first), read_reply(second)]
    proposing = Proposing(FakeEditor(replies), FakeIndex(), fitted, broken, lambda item: True)
    proposal = proposing.propose(MeetingBrief(text="agree what a lead is"), fitted(DRAFT))

    assert proposal.warnings or proposal.agenda is not None
    if proposal.agenda is not None:
        assert broken(proposal.agenda) == ()
        assert proposal.agenda.total == proposal.agenda.minutes == DRAFT.minutes


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_rows_have_texts_that_can_be_stored_and_minutes_of_a_meeting(text: str):
    for row in read_reply(text).rows:
        f"{row.question}{row.outcome}{row.owner}{row.prework}{row.done_when}".encode()
        assert row.minutes is None or 0 <= row.minutes <= LONGEST
        assert row.source is None or 0 <= row.source <= LONGEST
