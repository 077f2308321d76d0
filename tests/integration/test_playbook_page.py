"""The playbook page without a browser: what it draws for the notes and the gaps it is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from streamlit.testing.v1 import AppTest

from coach.domain.conversation import Feedback, Person, Role, Verdict
from coach.domain.gaps import Gap
from coach.domain.notes import Note, Playbook, Source, Strength
from coach.services.gaps import Gaps
from tests.browser.attacks import ATTACKS
from tests.browser.stage import WRITER, StagedServices
from tests.fakes import ME, START, FakeIndex
from tests.small_playbook import CONFLICT, EVIDENCE, MEETING, METRIC, MOVE, NOTES, STAGE

SAID = Feedback(Verdict.MISSING, "resellers")
GAP = Gap("t-1", "What of *partners*?", START, False, SAID, (MOVE.id, "gone"))
FAULT = "moves/bad.md:3: HTML is not allowed in a note: `<b>`"
SOURCE = Source("a-2011", "Ames 2011", "A study", 2011, Strength.SURVEY, "A journal", "Observed.")


@dataclass
class MemoryGaps:
    """`GapRecords` in memory."""

    rows: list[Gap]

    def gaps(self, person: Person, seen: bool, limit: int) -> Sequence[Gap]:
        return [gap for gap in self.rows if bool(gap.seen_by) is seen][:limit]

    def close_gap(self, person: Person, turn: str) -> None:
        self.rows = [replace(g, seen_by=person.id, seen_at=START) for g in self.rows]

    def reopen_gap(self, person: Person, turn: str) -> None:
        self.rows = [replace(g, seen_by="", seen_at=None) for g in self.rows]


class Services(StagedServices):
    """Staged services with a small playbook and one open question."""

    def __init__(self, role: Role = Role.OWNER) -> None:
        super().__init__()
        self.playbook = Playbook(notes=NOTES, sources=(SOURCE,), faults=(FAULT,))
        self.gaps = Gaps(MemoryGaps([GAP]))
        self.reading_index = FakeIndex()
        person = replace(ME, role=role)
        self.identity.current = lambda: person  # type: ignore[method-assign]


def _script() -> None:
    import streamlit as st

    from coach.ui import pages, playbook_page

    st.navigation(  # links need all of them
        [pages.chat(), pages.playbook(), pages.agenda()], position="hidden"
    )
    playbook_page.draw()


def opened(services: Services | None = None, **address: str) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=20)
    page.session_state["services"] = services or Services()
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def shown(page: AppTest) -> str:
    parts = (*page.title, *page.header, *page.markdown, *page.caption, *page.error)
    return "\n".join(str(part.value) for part in parts)


def rows(page: AppTest) -> list[list[str]]:
    """Return what stands in the cells of the page's tables."""
    tables = "".join(table.proto.body for table in page.get("html") if "<table" in table.proto.body)
    return [re.findall("<td[^>]*>(.*?)</td>", row) for row in tables.split("<tr")]


def links(page: AppTest) -> list[str]:
    return [link.proto.label for link in page.get("page_link")]


def test_the_map_counts_the_notes_at_each_station() -> None:
    page = opened()

    assert [title.value for title in page.title] == ["Playbook"]
    assert "1 move" in links(page)
    assert "1 question without a good answer" in links(page)
    assert "1 fault in the notes" in links(page)
    assert not page.exception


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.id)
def test_every_kind_of_note_is_drawn_whole(note: Note) -> None:
    page = opened(note=note.id)
    text = shown(page)

    assert not page.error
    assert note.title in text
    for section in note.sections:
        assert section.text.split("\n")[0].split(".")[0].lstrip("- *")[:30] in text


def test_a_meetings_agenda_a_metrics_formula_and_a_conflicts_sides_are_set_as_such() -> None:
    meeting = opened(note=MEETING.id)
    agenda = [row[:4] for row in rows(meeting)]
    problem = ["13 (at least 10)", "Which problem do we solve?", "To decide", "head of sales"]
    assert problem in agenda
    assert "The questions take 17 of 30 minutes; 13 are for opening" in shown(meeting)
    formula = shown(opened(note=METRIC.id))
    assert "With won 12 and decided 40, that is 30 per cent." in formula
    conflict = opened(note=CONFLICT.id)
    sides = shown(conflict)
    assert "What each side needs" in sides
    assert "What sales needs" not in sides
    option = ["Mark ten leads apart.", "An hour of selling time.", "Doubt about its leads."]
    assert option in rows(conflict)
    assert "What it looks like" in shown(opened(note=STAGE.id))


def test_sources_come_with_their_strength_and_caveat() -> None:
    page = shown(opened(note=EVIDENCE.id))

    assert "**Ames 2011.** A study, 2011. A journal. *Survey.*" in page
    assert "Observed." in page


def test_a_teams_own_note_says_so() -> None:
    services = Services()
    own = replace(MOVE, file="your-notes/moves/name-a-contact.md")
    services.playbook = Playbook(notes=(own,), sources=())

    assert "Move · Undefined · Your team's own" in shown(opened(services, note=own.id))
    assert "Your team's own" not in shown(opened(note=MOVE.id))


FOREIGN = "\n\n# [Sign in again](https://evil.example) www.evil.example"


@pytest.mark.parametrize("name", ["gone", "", "no`pe*", f"x{FOREIGN}", *ATTACKS[:5]])
def test_an_unknown_note_is_said_plainly_and_never_in_the_addresss_own_words(name: str) -> None:
    page = opened(note=name)

    assert [title.value for title in page.title] == ["This note is not in the playbook"]
    assert shown(page) == shown(opened(note="any-other"))


@pytest.mark.parametrize("text", [FOREIGN, *ATTACKS[:5]])
def test_what_the_rest_of_an_address_says_is_not_written_on_the_page(text: str) -> None:
    map_, moves = shown(opened()), shown(opened(kind="move"))

    assert shown(opened(kind=text)) == shown(opened(view=text)) == map_
    assert shown(opened(kind="move", stage=text)) == moves
    assert text not in shown(opened(q=text))


def test_a_list_shows_one_kind_at_one_station_with_ways_to_the_others() -> None:
    page = opened(kind="move", stage="undefined")

    assert MOVE.title in links(page)
    assert "All 1" in links(page)
    assert "There is no such note yet." in shown(opened(kind="move", stage="defined"))


def test_an_address_that_names_nothing_known_shows_the_map() -> None:
    assert [title.value for title in opened(kind="nonsense", view="no").title] == ["Playbook"]


def test_the_owner_closes_a_question_and_brings_it_back() -> None:
    page = opened(view="gaps")
    assert "What of \\*partners\\*?" in shown(page)
    assert "No note covers it; A reader found something missing" in shown(page)
    assert "> resellers" in shown(page)
    assert MOVE.title in links(page)
    page.button(key="seen-t-1").click().run()
    assert "Nothing is open." in shown(page)
    assert "Seen by you" in shown(page)
    page.button(key="back-t-1").click().run()

    assert "Nothing is open." not in shown(page)


def test_a_question_that_was_not_answered_says_so_on_the_list() -> None:
    services = Services()
    said = replace(GAP, covered=True, said=Feedback(Verdict.NOT_ANSWERED))
    services.gaps = Gaps(MemoryGaps([said]))

    assert "A reader's question was not answered" in shown(opened(services, view="gaps"))


def test_faults_of_the_notes_are_named_file_line_and_reason() -> None:
    text = shown(opened(view="gaps"))

    assert "moves/bad.md:3" in text
    assert "HTML is not allowed" in text


def test_who_does_not_own_the_playbook_sees_none_of_the_questions() -> None:
    services = Services(Role.MEMBER)
    assert not [label for label in links(opened(services)) if "without a good answer" in label]
    page = opened(services, view="gaps")

    assert "for the playbook's owner" in page.error[0].value
    assert "partners" not in shown(page)


def test_a_search_without_a_hit_offers_the_coach() -> None:
    page = opened()
    page.text_input(key="search-notes").set_value("xyzzy").run()

    assert "No note is about that." in shown(page)
    assert page.button(key="ask-instead")


def test_the_model_is_offered_where_it_answers_and_not_beside_the_notes() -> None:
    services = Services()
    services.remote = services.consent = (WRITER,)
    services.decline()
    page = opened(services)
    page.session_state["drawn-page"] = "playbook"
    page.run()

    assert "want-model" not in [button.key for button in page.button]
