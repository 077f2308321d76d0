"""Boundaries stop what is no teamwork problem, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coach.domain.answers import AnswerKind, Message
from coach.errors import SearchError
from coach.playbook.boundary_rules import BoundaryRules, Signs, Voice, Words
from coach.playbook.heads import Head
from coach.playbook.languages import Tongue
from coach.playbook.question_vectors import QuestionVectors
from coach.ports import Vector
from coach.services.boundaries import Boundaries
from coach.services.language import Languages

SIGNS = Signs(
    classes={"them": "him|her|me|intern"},
    harmless=("kill the|this", "hit the target"),
    general={"calm": ("haha",), "fear": ("afraid",)},
    levels={
        ("violence", "sure"): ("hit|slapped @them", "hit the intern"),
        ("threat", "sure"): ("kill @them",),
        ("bullying", "likely"): ("laughs at me", "shouts at me"),
        ("bullying", "hint"): ("alone",),
        ("self_harm", "sure"): ("end my life",),
        ("privacy", "sure"): ("data went to a stranger",),
        ("harm_request", "sure"): ("ruin his reputation",),
    },
    refers=("what should i do", "him"),
    shifts=("another question",),
)
NAMES = ("privacy", "violence", "threat", "bullying", "self_harm", "harm_request", "other")
WORDS = Words(
    "No meeting.", "Call 112.", "Keep notes.", "Safe now?", "No accusation.", "The line.",
    {name: (f"Heard {name}.", f"Where {name}.") for name in NAMES},
)  # fmt: skip
LANGUAGES = Languages([Tongue("en", ("the",)), Tongue("sv", ("och",))])


class Axis:
    """An embedder whose vectors say whether a text holds a word."""

    name, dimensions = "axis", 1

    def __init__(self, word: str, *, broken: bool = False) -> None:
        self._word, self._broken = word, broken

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        if self._broken:
            raise SearchError("The model is gone.")
        return [[1.0 if self._word in text else 0.0] for text in texts]


def boundaries(voice: Voice | None = None, embedder: Axis | None = None) -> Boundaries:
    rules = BoundaryRules({"en": SIGNS}, {"en": WORDS}, {"sv": "Linjen."}, {}, voice)
    return Boundaries(rules, LANGUAGES, embedder)


def category(text: str, *earlier: str) -> str:
    history = [Message("user", line) for line in earlier]
    found = boundaries().check(text, history, "en")
    return found.category if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he slapped me", "violence"),
        ("he laughs at me. then he shouts at me", "bullying"),
        ("he shouts at the printer", ""),
        ("kill the campaign and hit the target", ""),
        ("he slapped me and I want to end my life", "self_harm"),
        ("he slapped me, help me ruin his reputation", "harm_request"),
        ("how do we share leads", ""),
    ],
)
def test_signs_add_up_and_idioms_count_nothing(text: str, expected: str) -> None:
    assert category(text) == expected


def test_a_question_that_leans_on_something_serious_is_handed_over() -> None:
    assert category("what should I do?", "he slapped me", "yesterday") == "violence"


def test_an_old_hand_over_does_not_stop_what_comes_after() -> None:
    assert category("how do we define an MQL", "he slapped me") == ""
    assert category("another question: what should I do about leads", "he slapped me") == ""


def test_a_hand_over_names_the_channel_and_asks_whether_they_are_safe() -> None:
    found = boundaries().check("he wrote he will kill me", [], "en")

    assert found is not None
    assert found.kind is AnswerKind.HANDOVER
    for part in ("Heard threat.", "Call 112.", "No meeting.", "Where threat.", "Safe now?"):
        assert part in found.text


def test_to_somebody_in_despair_nothing_is_said_of_meetings_notes_or_work() -> None:
    found = boundaries().check("I want to end my life", [], "en")

    assert found is not None
    for part in ("No meeting.", "Keep notes.", "No accusation."):
        assert part not in found.text


def test_who_asks_about_papers_is_not_asked_whether_they_are_safe() -> None:
    found = boundaries().check("my data went to a stranger", [], "en")

    assert found is not None
    assert found.category == "privacy"
    assert "Keep notes." in found.text
    assert "Safe now?" not in found.text


def test_a_request_to_harm_is_declined_with_a_fair_way() -> None:
    found = boundaries().check("ruin his reputation", [], "en")

    assert found is not None
    assert found.kind is AnswerKind.DECLINED
    assert "Where harm_request." in found.text


def test_the_second_voice_hears_what_words_miss() -> None:
    voice = Voice("axis", Head((12.0,), -4.0), Head((0.0,), -3.0))
    text = "he grinds my days to dust"

    assert boundaries(voice, Axis("dust")).check(text, [], "en") is not None
    assert boundaries(voice, Axis("other")).check(text, [], "en") is None


def test_a_second_voice_fitted_for_another_embedder_or_broken_is_silent() -> None:
    other = Voice("another", Head((4.0,), 4.0), Head((0.0,), 0.0))
    broken = Voice("axis", Head((4.0,), 4.0), Head((0.0,), 0.0))

    assert boundaries(other, Axis("x")).check("any text", [], "en") is None
    assert boundaries(broken, Axis("x", broken=True)).check("any text", [], "en") is None


def test_every_language_has_a_line_ours_where_we_lack_it() -> None:
    assert boundaries().line("en") == "The line."
    assert boundaries().line("sv") == "Linjen."
    assert boundaries().line("ja") == "The line."


def test_a_question_read_for_boundaries_is_kept_for_the_search() -> None:
    voice, vectors = Voice("axis", Head((4.0,), -2.0), Head((0.0,), -3.0)), QuestionVectors()
    rules = BoundaryRules({"en": SIGNS}, {"en": WORDS}, {}, {}, voice)
    Boundaries(rules, LANGUAGES, Axis("dust"), vectors).check("Where do we start?", [], "en")

    kept = vectors.of(["Where do we start?"], Axis("dust", broken=True))
    assert kept.tolist() == [[0.0]]
