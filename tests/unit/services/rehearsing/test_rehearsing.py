"""Rehearsals follow the note or a model, end on a word, and look back on what was really said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from coach.domain.answers import Finish
from coach.domain.names import NameChoices
from coach.domain.notes import Exchange
from coach.domain.rehearsal import Criterion, Debrief, Difficulty, Mark, Role
from coach.domain.scene import Scene
from coach.errors import AuthorError
from coach.services.names.finding import Finder
from coach.services.names.naming import Naming
from coach.services.names.partners import UnnamingPartner
from coach.services.rehearsing.rehearsing import (
    BY_RULES,
    Rehearsing,
    answered,
    is_over,
    next_reply,
)
from coach.services.rehearsing.scene import is_stop
from tests.answering_fakes import FakeBoundaries
from tests.fakes import START, FakeClock, FakeDraft
from tests.small_playbook import CONFLICT

REPLIES = tuple(Exchange(f"says {n}", f"answer {n}") for n in range(3))
SCENE = Scene(
    note="lead-quality", role=Role.CMO, difficulty=Difficulty.NORMAL,
    facts=("Ana counted ten leads.",), view="We met the number.", constraint="A target from above.",
    replies=REPLIES,
)  # fmt: skip
FAIR = "On Monday ten came back. Could you look at them with me?"


@dataclass
class FakePartner:
    """Says the given words; remembers the scenes."""

    words: str = "Which ten?"
    marks: Sequence[Mark] = ()
    error: AuthorError | None = None
    scenes: list[Scene] = field(default_factory=list)
    name: str = "model-x"

    def reply(self, scene: Scene) -> FakeDraft:
        self.scenes.append(scene)
        return FakeDraft([self.words], Finish("model"), self.error)

    def look_back(self, scene: Scene) -> tuple[Mark, ...]:
        self.scenes.append(scene)
        if self.error is not None:
            raise self.error
        return tuple(self.marks)


class English:
    def detect(self, text: str) -> str:
        return "en"


def rehearsing(partner: FakePartner | None = None) -> Rehearsing:
    return Rehearsing(
        playbook=None,  # type: ignore[arg-type]
        boundaries=FakeBoundaries(),  # type: ignore[arg-type]
        languages=English(),  # type: ignore[arg-type]
        clock=FakeClock(),
        partner=partner,
    )


def looked_back(*marks: Mark, line: str = FAIR) -> dict[Criterion, Mark]:
    scene = SCENE.with_line(line, mine=True)
    debrief = rehearsing(FakePartner(marks=marks)).debrief(scene, by_model=True)
    assert debrief.by == "model-x"
    return {mark.criterion: mark for mark in debrief.marks}


def test_a_guided_rehearsal_gives_each_reply_once_and_a_good_answer_to_it() -> None:
    scene, heard, compared = SCENE, [], []
    while not is_over(scene):
        scene = scene.with_line("I say something.", mine=True)
        if (good := answered(scene)) is not None:
            compared.append(good.answer)
        if (reply := next_reply(scene)) is not None:
            heard.append(reply.says)
            scene = scene.with_line(reply.says, mine=False)

    assert heard == ["says 0", "says 1", "says 2"]
    assert compared == ["answer 0", "answer 1", "answer 2"]
    assert len(scene.mine) == 4


@pytest.mark.parametrize("word", ["stop", "Stop.", " STOP! ", "that’s enough", "end"])
def test_a_word_ends_it(word: str) -> None:
    assert is_stop(word)


@pytest.mark.parametrize("line", ["Stop sending me junk.", "we should stop here", ""])
def test_a_line_with_that_word_is_a_line(line: str) -> None:
    assert not is_stop(line)


def test_a_line_that_is_no_matter_of_work_is_stopped() -> None:
    assert rehearsing().boundary("He touches me at work.") is not None
    assert rehearsing().boundary(FAIR) is None


def test_without_a_model_the_rules_look_back() -> None:
    debrief = rehearsing().debrief(SCENE.with_line(FAIR, mine=True), by_model=False)

    assert isinstance(debrief, Debrief)
    assert (debrief.by, debrief.lines, debrief.note) == ("playbook", 1, "lead-quality")
    assert (debrief.at - START).total_seconds() < 1
    assert debrief.next is Criterion.IMPACT


def test_a_quote_that_nobody_said_is_dropped_and_with_it_its_praise() -> None:
    marks = looked_back(
        Mark(Criterion.IMPACT, True, ("it costs me my weekend",), "You say what it costs."),
        Mark(Criterion.CONSTRAINT, False, ("your target",), "Their target isn't there."),
    )

    assert not marks[Criterion.IMPACT].met
    assert marks[Criterion.CONSTRAINT].quotes == ()
    assert marks[Criterion.CONSTRAINT].why == "Their target isn't there."


def test_a_quote_is_given_as_the_person_wrote_it() -> None:
    marks = looked_back(Mark(Criterion.FACT, True, ("“on monday TEN came back.”",), "A day."))

    assert marks[Criterion.FACT] == Mark(
        Criterion.FACT, True, ("On Monday ten came back",), "A day."
    )


def test_what_code_counts_surely_no_model_overrules() -> None:
    marks = looked_back(
        Mark(Criterion.NO_ALWAYS, True, (), "Fine."), line="You never call. Could you?"
    )

    assert not marks[Criterion.NO_ALWAYS].met
    assert marks[Criterion.NO_ALWAYS].quotes == ("You never call.",)


def test_a_model_that_fails_leaves_the_look_to_the_rules_and_says_so() -> None:
    partner = FakePartner(error=AuthorError("The model is away."))
    debrief = rehearsing(partner).debrief(SCENE.with_line(FAIR, mine=True), by_model=True)

    assert debrief.by == "playbook"
    assert debrief.warning == f"The model is away. {BY_RULES}"


def test_no_name_of_the_case_or_the_talk_reaches_a_partner() -> None:
    inner = FakePartner(words="Ask Person A.", marks=(Mark(Criterion.FACT, True, ("Person A",)),))
    partner = UnnamingPartner(inner, Naming(Finder(), on=True))
    scene = replace(SCENE, names=NameChoices()).with_line("Bob told Ana on Monday.", mine=True)

    assert "".join(partner.reply(scene)) == "Ask Ana."
    assert partner.look_back(scene)[0].quotes == ("Ana",)
    for sent in inner.scenes:
        texts = [*sent.facts, *(line.text for line in sent.lines)]
        assert not any(name in text for text in texts for name in ("Ana", "Bob"))


def test_a_note_without_replies_ends_a_guided_rehearsal_after_one_line() -> None:
    assert CONFLICT.replies_sales == ()
    assert is_over(replace(SCENE, replies=()).with_line("x", mine=True))
