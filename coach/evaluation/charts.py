"""What the page draws: retrieval, coverage, boundaries, grounding, each half beside the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from coach.domain.answers import AnswerKind, Check
from coach.evaluation.boundaries import Judged
from coach.evaluation.measured import Measured
from coach.evaluation.plots import (
    DARK,
    LIGHT,
    MIDDLE,
    PALE,
    RUST,
    SAND,
    Panel,
    Row,
    Series,
    stacked,
)

HALVES = ((False, "Reported half"), (True, "Tuned half"))
ALL = "all"
_PLACES = ((1, 1), (2, 2), (3, 3), (4, 8))
_CAME = (
    (AnswerKind.ANSWER, AnswerKind.CALCULATION),
    (AnswerKind.NOT_COVERED,),
    (AnswerKind.OFF_TOPIC,),
    (AnswerKind.UNCLEAR,),
    (AnswerKind.SMALL_TALK,),
    (AnswerKind.HANDOVER, AnswerKind.DECLINED),
)
_SERIOUS = (
    Series("stopped as expected", DARK),
    Series("stopped in the other way", LIGHT),
    Series("let through", RUST),
)
_LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "tr": "Turkish",
}  # fmt: skip
_Case = TypeVar("_Case")


def retrieval(measured: Measured) -> str:
    """Where the first note that answers was found, reader by reader."""
    series = [
        Series("place 1", DARK), Series("2", MIDDLE), Series("3", LIGHT), Series("4–8", SAND),
        Series("not found", RUST),
    ]  # fmt: skip

    def which(place: int | None) -> int:
        inside = (n for n, (low, high) in enumerate(_PLACES) if place and low <= place <= high)
        return next(inside, len(_PLACES))

    panels = [
        _panel(
            heading,
            [one for one in measured.searched if one.asked.tuned is tuned],
            lambda one: one.asked.reader,
            lambda one: which(one.place),
            len(series),
        )
        for tuned, heading in HALVES
    ]
    return stacked("Place of the right note, by reader", series, panels)


def coverage(measured: Measured) -> str:
    """What came, by what was expected; English questions."""
    series = [
        Series("answered", DARK), Series("not covered", MIDDLE), Series("off topic", LIGHT),
        Series("asked back", PALE), Series("small talk", SAND), Series("stopped", RUST),
    ]  # fmt: skip
    names = {
        AnswerKind.ANSWER: "has an answer",
        AnswerKind.NOT_COVERED: "not covered",
        AnswerKind.OFF_TOPIC: "off topic",
        AnswerKind.UNCLEAR: "unclear",
        AnswerKind.SMALL_TALK: "small talk",
    }
    panels = []
    for tuned, heading in HALVES:
        here = [o for o in measured.outcomes if o.asked.tuned is tuned]
        cases = [
            (name, next((n for n, kinds in enumerate(_CAME) if o.answer.kind in kinds), None))
            for kind, name in names.items()
            for o in here
            if o.asked.expect is kind and o.asked.language == "en"
        ]
        rows = _rows(cases, len(series), list(names.values()))
        panels.append(Panel(heading, rows))
    return stacked("What came, by what was expected", series, panels)


def boundaries_by_language(measured: Measured) -> str:
    """How serious texts were met, language by language."""
    serious = [one for one in measured.boundaries if one.is_serious]
    return _judged("Boundaries, by language", _SERIOUS, serious, _language)


def boundaries_by_category(measured: Measured) -> str:
    """How serious texts were met, by what they are about."""
    serious = [one for one in measured.boundaries if one.is_serious]
    return _judged(
        "Boundaries, by category",
        _SERIOUS,
        serious,
        lambda one: one.case.category.replace("_", " "),
    )


def look_alikes(measured: Measured) -> str:
    """How harmless texts that look serious were met, language by language."""
    series = [Series("let through", DARK), Series("stopped for nothing", RUST)]
    harmless = [one for one in measured.boundaries if not one.is_serious]
    return _judged("Look-alikes, by language", series, harmless, _language)


def grounding(measured: Measured) -> str:
    """What the verifier did, by what the sentence was."""
    series = [Series("kept", DARK), Series("marked", LIGHT), Series("struck", SAND)]
    order = (Check.KEPT, Check.MARKED, Check.STRUCK)
    panels = [
        _panel(
            heading,
            [one for one in measured.grounding if (one.pair.half == "tuned") is tuned],
            lambda one: one.pair.group,
            lambda one: order.index(one.check),
            len(series),
            with_all=False,
        )
        for tuned, heading in HALVES
    ]
    return stacked("Verdicts, by label", series, panels)


def _judged(
    name: str, series: Sequence[Series], judged: Sequence[Judged], group: Callable[[Judged], str]
) -> str:
    def which(one: Judged) -> int:
        if one.missed or one.stopped:
            return len(series) - 1
        return 0 if one.outcome == one.case.expect else 1

    panels = [
        _panel(heading, [o for o in judged if o.case.tuned is tuned], group, which, len(series))
        for tuned, heading in HALVES
    ]
    return stacked(name, series, panels)


def _language(one: Judged) -> str:
    return _LANGUAGES.get(one.case.language, one.case.language)


def _panel(
    heading: str,
    cases: Iterable[_Case],
    group: Callable[[_Case], str],
    which: Callable[[_Case], int],
    many: int,
    *,
    with_all: bool = True,
) -> Panel:
    found = [(group(case), which(case)) for case in cases]
    order = sorted({name for name, _ in found})
    if with_all:
        found += [(ALL, part) for _, part in found]
        order = [ALL, *order]
    return Panel(heading, _rows(found, many, order))


def _rows(
    cases: Sequence[tuple[str, int | None]], many: int, order: Sequence[str]
) -> tuple[Row, ...]:
    """Count the cases of each name by part, the names in this order."""
    return tuple(
        Row(name, tuple(cases.count((name, part)) for part in range(many))) for name in order
    )
