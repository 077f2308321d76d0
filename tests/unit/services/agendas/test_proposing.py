"""The model's version of an agenda: what of it is taken, and when the draft stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.agenda import Agenda, Item, LeftOut, Where
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted
from coach.domain.meeting_brief import MeetingBrief
from coach.errors import AuthorUnreachable, CoachError
from coach.ports import Reply, Row
from coach.services.agendas.changes import ChangeKind
from coach.services.agendas.proposing import NO_MATTER, SAME, STANDS, STOPPED, Proposing, Stop
from coach.services.agendas.versions import DROPPED, NO_FIGURE, NO_QUESTION, SENSITIVE
from tests.agenda_texts import DRAFT, FIRST, SECOND, FakeEditor
from tests.fakes import FakeIndex, hit

BRIEF = MeetingBrief(
    text="agree what a qualified lead is, 45 % is the aim",
    problems=("Half of them come back.",),
    warnings=("The day was read as Tuesday.",),
)
SAME_1, SAME_2 = Row(FIRST.question, 1), Row(SECOND.question, 2)
NEW = Row("What do we do with a lead that comes back?", None, "discuss", "Ana", minutes=6)
BEN_NEW = replace(NEW, owner="Ben")


def _proposing(editor: FakeEditor, allowed=lambda item: True, check=broken) -> Proposing:
    index = FakeIndex((hit("Sort ten leads first.", note="lead-definition-workshop"),))
    return Proposing(editor, index, fitted, check, allowed)


def _draft(minutes: int = 45, first: Item = FIRST) -> Agenda:
    items = (first, SECOND)
    return fitted(replace(DRAFT, minutes=minutes, items=items))


def _proposed(*rows: Row, draft: Agenda | None = None):
    return _proposing(FakeEditor([Reply(rows)])).propose(BRIEF, draft or _draft())


def _questions(agenda: Agenda) -> list[str]:
    return [item.question for item in agenda.matters]


def test_a_version_is_checked_and_told_change_by_change():
    reworded = replace(SAME_2, question="Which two words define our lead?", done_when="Written.")
    proposal = _proposed(reworded, SAME_1, NEW)

    assert proposal.agenda is not None
    assert broken(proposal.agenda) == ()
    assert _questions(proposal.agenda) == [reworded.question, FIRST.question, NEW.question]
    kinds = [change.kind for change in proposal.changes]
    assert {ChangeKind.REWORDED, ChangeKind.ADDED, ChangeKind.MOVED, ChangeKind.CHANGED} == set(
        kinds
    )
    told = " ".join(change.text for change in proposal.changes)
    assert f"“{SECOND.question}” becomes “{reworded.question}”" in told
    assert "done when “Written.” instead of “Both words stand in the shared page.”" in told


def test_the_frame_is_never_the_models():
    draft = _draft()
    proposal = _proposed(SAME_1, SAME_2, Row("Who brings the cake for the opening?", owner="Ben"))

    assert proposal.agenda is not None
    frame = [item.question for item in draft.items if not item.is_matter]
    assert [i.question for i in proposal.agenda.items if not i.is_matter] == frame
    assert proposal.agenda.warnings == BRIEF.warnings


def test_what_the_model_goes_without_is_named_and_kept_for_next_time():
    proposal = _proposed(replace(SAME_1, minutes=20))

    assert proposal.agenda is not None
    left = [(one.item.question, one.where, one.why) for one in proposal.agenda.left_out]
    assert left == [(SECOND.question, Where.NEXT, DROPPED)]
    assert ChangeKind.LEFT_OUT in {change.kind for change in proposal.changes}


def test_a_question_that_had_no_room_and_comes_back_is_no_longer_left_out():
    waiting = LeftOut(replace(FIRST, question=NEW.question), Where.NEXT, "no room")
    proposal = _proposed(SAME_1, SAME_2, NEW, draft=replace(_draft(), left_out=(waiting,)))

    assert proposal.agenda is not None
    assert proposal.agenda.left_out == ()


def test_a_version_that_changes_nothing_is_no_proposal():
    proposal = _proposed(SAME_1, replace(SAME_2, source=None))

    assert (proposal.agenda, proposal.changes, proposal.warnings) == (None, (), (SAME,))


def test_the_model_is_given_the_brief_the_problems_and_the_passages():
    editor = FakeEditor([Reply((SAME_1, SAME_2))])
    _proposing(editor).propose(BRIEF, _draft())

    assert editor.tasks[0].brief == f"{BRIEF.text}\nKnown problem: Half of them come back."
    assert [passage.text for passage in editor.tasks[0].passages] == ["Sort ten leads first."]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("ben", "Ben"),
        ("Ben (demand lead)", "Ben"),
        ("demand lead", "Ben"),
        ("<b>Ben</b>", "Ben"),
        ("Ana and Ben", "Ana"),
        ("everybody", "Ana"),
        ("", "Ana"),
    ],
)
def test_an_owner_is_one_of_those_who_come_else_the_drafts(said: str, owner: str):
    editor = FakeEditor([Reply((replace(SAME_1, owner=said, minutes=9), SAME_2))])
    proposal = _proposing(editor, check=lambda agenda: ()).propose(BRIEF, _draft())

    assert proposal.agenda is not None
    assert proposal.agenda.matters[0].owner == owner


def test_a_new_question_without_an_owner_goes_to_who_has_least_to_do():
    proposal = _proposed(SAME_1, replace(NEW, owner="the whole team"))

    assert proposal.agenda is not None
    assert [item.owner for item in proposal.agenda.matters] == ["Ana", "Ben"]


def test_an_unknown_outcome_is_the_drafts():
    proposal = _proposed(replace(SAME_1, outcome="brainstorm", minutes=20), SAME_2)

    assert proposal.agenda is not None
    assert proposal.agenda.matters[0].outcome is FIRST.outcome


def test_what_a_person_locked_stays_as_it_is_wherever_it_goes():
    draft = _draft(60, replace(FIRST, locked=True, minutes=14))
    locked = draft.matters[0]
    rows = (BEN_NEW, replace(SAME_1, question="Another?", minutes=3, owner="Ben"))
    for sent in (rows, (SAME_2, NEW), (replace(NEW, question=locked.question, source=2), BEN_NEW)):
        proposal = _proposed(*sent, draft=draft)

        assert proposal.agenda is not None
        assert locked in proposal.agenda.matters


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (Row("Lead quality", owner="Ana"), NO_QUESTION),
        (Row("How do we get to 73 % acceptance?", owner="Ana"), NO_FIGURE),
        (Row("How do we win back $5,000?", owner="Ana"), NO_FIGURE),
        (Row("", owner="Ana"), NO_QUESTION),
    ],
)
def test_topics_and_invented_figures_are_left_aside_and_said(row: Row, remark: str):
    proposal = _proposed(SAME_1, SAME_2, BEN_NEW, row, draft=_draft(60))

    assert proposal.agenda is not None
    assert _questions(proposal.agenda) == [FIRST.question, SECOND.question, NEW.question]
    assert remark in proposal.warnings


def test_a_figure_of_the_brief_may_be_asked_about():
    row = replace(NEW, question="What would bring us to 45 %?")

    assert row.question in _questions(_proposed(SAME_1, SAME_2, row, draft=_draft(60)).agenda)


def test_matters_about_a_person_are_left_aside_or_stay_as_drafted():
    rows = (
        replace(SAME_1, question="Why is Kevin slow?"),
        SAME_2,
        replace(NEW, prework="Kevin's file."),
    )
    editor = FakeEditor([Reply((*rows, BEN_NEW))])
    free = _proposing(editor, lambda item: "Kevin" not in item.question + item.prework)
    proposal = free.propose(BRIEF, _draft(60))

    assert proposal.agenda is not None
    assert "Kevin" not in repr(proposal.agenda)
    assert FIRST.question in _questions(proposal.agenda)
    assert proposal.warnings == (SENSITIVE,)


def test_blame_is_taken_out_of_a_question():
    row = replace(NEW, question="Why do sales ignore our leads?")
    proposal = _proposed(SAME_1, SAME_2, row, draft=_draft(60))

    assert proposal.agenda is not None
    assert "ignore" not in " ".join(_questions(proposal.agenda))


def test_markup_links_and_hidden_characters_are_gone():
    row = Row(
        "1. <img src=x onerror=alert(1)> [Which](https://evil.example) "
        "lead\u202e is **ours**,\x00 www.x.example ?",
        owner="Ana",
        prework="=cmd|' /C calc'!A0 &lt;script&gt;x&lt;/script&gt;",
        done_when="Which data: ours? " + "word " * 200,
    )
    proposal = _proposed(SAME_1, SAME_2, row, draft=_draft(60))

    assert proposal.agenda is not None
    item = proposal.agenda.matters[-1]
    assert item.question == "Which lead is ours, ?"
    assert item.prework == "cmd|' /C calc'!A0 x"
    assert item.done_when.startswith("Which data: ours? word")
    assert len(item.done_when) <= 200


def test_a_version_that_breaks_a_rule_is_repaired_once_with_the_reasons():
    one_sided = Reply((SAME_1, NEW, replace(NEW, question="And then?")), text="one-sided")
    editor = FakeEditor([one_sided, Reply((SAME_1, SAME_2, NEW))])
    proposal = _proposing(editor).propose(BRIEF, _draft(60))

    assert proposal.agenda is not None
    assert editor.tasks[1].written == "one-sided"
    assert editor.tasks[1].faults == ("Sales owns 3 questions more than the other side.",)


@pytest.mark.parametrize(
    "bad",
    [
        Reply(fault="It was no JSON."),
        Reply((NEW, replace(NEW, question="And then?"))),
        Reply((Row("Topic"),)),
    ],
    ids=["unreadable", "broken rule", "no question"],
)
def test_the_draft_stands_where_the_repair_fails_too(bad: Reply):
    editor = FakeEditor([bad])
    proposal = _proposing(editor).propose(BRIEF, _draft(60))

    assert proposal.agenda is None
    assert len(editor.tasks) == 2
    assert len(proposal.warnings) == 1
    assert proposal.warnings[0].endswith(STANDS)


@pytest.mark.parametrize("error", [AuthorUnreachable("Nobody answers."), CoachError("No space.")])
def test_the_draft_stands_where_the_endpoint_or_the_records_fail(error: CoachError):
    proposal = _proposing(FakeEditor([error])).propose(BRIEF, _draft())

    assert proposal.agenda is None
    assert proposal.warnings == (f"{error.message} {STANDS}",)


def test_a_meeting_without_a_question_asks_no_model():
    editor = FakeEditor([Reply()])
    proposal = _proposing(editor).propose(BRIEF, replace(DRAFT, items=()))

    assert (proposal.warnings, editor.tasks) == ((NO_MATTER,), [])


def test_a_stop_before_the_call_or_during_it_leaves_the_draft():
    stop = Stop()
    editor = FakeEditor([Reply((SAME_2,))])
    stop.stop()
    proposal = _proposing(editor).propose(BRIEF, _draft(), stop)

    assert (proposal.agenda, proposal.warnings) == (None, (STOPPED,))
    assert [edit.cancelled for edit in editor.edits] == [True]
