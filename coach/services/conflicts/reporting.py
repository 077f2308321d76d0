"""An analysis as text: to print, to copy, to read aloud to both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from coach.domain.conflict import HOTTEST, Analysis, Disputed, Heard, View, Words

Titles = Callable[[str], str]  # from a note's id to its title
_SURE = ((0.8, "almost surely"), (0.6, "very likely"), (0.4, "likely"), (0.0, "perhaps"))
_BANDS = (
    (3, "it is still about the matter, and both can come out well"),
    (6, "it has turned into who wins"),
    (HOTTEST, "both stand to lose"),
)
_SPEAKERS = {Heard.SALES: "Sales", Heard.MARKETING: "Marketing"}


def told(analysis: Analysis, title: Titles) -> str:
    """Return the whole analysis as Markdown, in the order in which it is best read."""
    parts = (
        _head(analysis, title),
        _facts(analysis),
        _view("Sales", analysis.sales),
        _view("Marketing", analysis.marketing),
        _cause(analysis),
        _options(analysis),
        _step(analysis),
        _words(analysis.words),
        _further(analysis, title),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def how_sure(confidence: float) -> str:
    """Say in words how sure it is that a text is that quarrel."""
    return next(words for least, words in _SURE if confidence >= least)


def how_hot(heat: int | None) -> str:
    """Say what a stage of escalation means."""
    if heat is None:
        return "The text shows no heat."
    band = next(means for most, means in _BANDS if heat <= most)
    return f"Heat {heat} of {HOTTEST}: {band}."


def day(when: date) -> str:
    """Say which day it is, with the day of the week."""
    return f"{when:%A} {when.day} {when:%B}"


def speaker(disputed: Disputed) -> str:
    """Say who claims it, "Somebody" where the text doesn't show it."""
    return _SPEAKERS.get(disputed.said_by, "Somebody")


def _head(analysis: Analysis, title: Titles) -> Iterator[str]:
    yield analysis.summary
    looks = "; ".join(f"{title(m.note)} ({how_sure(m.confidence)})" for m in analysis.patterns)
    yield f"Underneath it is about {analysis.about.value}. It looks like: {looks}."


def _facts(analysis: Analysis) -> Iterator[str]:
    yield "**Facts**"
    yield from (f"- Said: “{fact.quote.text}”" for fact in analysis.said)
    yield from (f"- Disputed. {speaker(d)}: “{d.quote.text}”" for d in analysis.disputed)
    for missing in analysis.missing:
        yield f"- Nobody said; ask {missing.ask.value}: {missing.question}"


def _view(name: str, view: View) -> Iterator[str]:
    yield f"**{name}**" + (" (a guess: this side was not heard)" if view.is_guess else "")
    yield f"- Sees it so: {view.view}"
    yield f"- Needs: {view.needs}"
    yield f"- Is held back by: {view.constraint}"
    yield from (f"- To ask: {question}" for question in view.ask)


def _cause(analysis: Analysis) -> Iterator[str]:
    yield "**Likely cause**"
    yield analysis.root_cause
    if analysis.stage is not None:
        yield f"It belongs to the stage {analysis.stage.value.capitalize()}."
    yield f"{how_hot(analysis.heat)} {analysis.help_by}"


def _options(analysis: Analysis) -> Iterator[str]:
    yield "**Ways out, and what each costs**"
    for number, way in enumerate(analysis.options, 1):
        yield f"{number}. {way.what}"
        yield f"   Sales: {way.cost_to_sales}"
        yield f"   Marketing: {way.cost_to_marketing}"


def _step(analysis: Analysis) -> Iterator[str]:
    step = analysis.step
    yield "**One next step**"
    yield f"{step.what} By {day(step.by)}."
    yield f"Sales: {step.sales_owner}. Marketing: {step.marketing_owner}."


def _words(words: Words) -> Iterator[str]:
    yield "**Words**"
    yield f"- Sales could open: “{words.sales}”"
    yield f"- Marketing could open: “{words.marketing}”"
    yield "\nA message to send:\n"
    yield "\n".join(f"> {line}".rstrip() for line in words.message.splitlines())
    if words.rewrite is not None:
        yield "\nIn the place of the draft; what was changed:"
        yield from (f"- {change}" for change in words.rewrite.changes)


def _further(analysis: Analysis, title: Titles) -> Iterator[str]:
    yield "**Then**"
    if analysis.meeting:
        yield f"- Meet: {title(analysis.meeting)}"
    if analysis.metric:
        yield f"- Watch: {title(analysis.metric)}"
    yield f"- Hand over: {analysis.hand_over_when}"
