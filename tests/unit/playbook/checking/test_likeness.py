"""Sections that say the same are found whatever their order; short or own ones are not."""

from coach.playbook.checking.likeness import SHORTEST, Part, alike

SAID = (
    "Before the fair, agree who talks to which visitor, grade each talk on the stand, and call the "
    "best within two working days, while marketing thanks everyone else by mail the same week."
)
TURNED = (
    "Grade each talk on the stand and agree before the fair who talks to which visitor; within two "
    "working days call the best, and the same week marketing thanks everyone else by mail."
)
OTHER = (
    "Write the discount band on one page, say what a customer gives for each further step, and let "
    "finance decide ties within a day so that reps need not promise first and ask for leave later."
)


def part(note: str, text: str) -> Part:
    return Part(note, f"{note}.md", 7, "In short", text)


def found(*parts: Part) -> list[tuple[str, str]]:
    return [(left.note, right.note) for left, right, _ in alike(parts)]


def test_the_same_advice_in_another_order_is_found() -> None:
    assert found(part("a", SAID), part("b", OTHER), part("c", TURNED)) == [("a", "c")]


def test_a_note_may_repeat_itself() -> None:
    assert found(part("a", SAID), part("a", TURNED), part("b", OTHER)) == []


def test_a_line_that_everybody_needs_may_be_the_same() -> None:
    short = " ".join(SAID.split()[: SHORTEST - 1])

    assert found(part("a", short), part("b", short), part("c", OTHER)) == []


def test_nothing_is_like_nothing() -> None:
    assert found() == found(part("a", SAID)) == []
