"""What becomes of one sentence: kept, marked or struck, and why, in words for the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from coach.domain.answers import Brief, Check
from coach.ports import Embedder
from coach.services.checking import figure_check
from coach.services.checking.figures import Figure, figures_in
from coach.services.checking.marks import cited
from coach.services.checking.polarity import NEGATORS
from coach.services.checking.reading import Reading
from coach.services.checking.sources import Source, Sources, nearest
from coach.services.checking.strength import claims_evidence, states_habit
from coach.services.checking.support import FARTHEST, KEEP, STRIKE, Support, passages, weigh
from coach.services.checking.units import Unit

_LEAD_IN = 8  # words before a colon that only announce what follows
_ALWAYS_FACTS = (Unit.PERCENT, Unit.MONEY, Unit.MULTIPLE, Unit.YEAR)
_FACTS = (*_ALWAYS_FACTS, Unit.MINUTES, Unit.MONTHS, Unit.COUNT)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a sentence stands; `reason` is empty where it is kept."""

    check: Check
    reason: str = ""


KEPT = Verdict(Check.KEPT)


class Judge:
    """Judges the sentences of one answer. Lives as long as one draft; used by one thread."""

    def __init__(self, brief: Brief, sources: Sources, embedder: Embedder | None) -> None:
        self._brief = brief
        self._is_english = brief.language == "en"
        self._sources = sources
        self._embedder = embedder
        self._given: list[Figure] | None = None

    def verdict(self, text: str) -> Verdict:
        """Judge one sentence with its marks."""
        if not any(char.isalnum() for char in text):
            return KEPT
        sentence = Reading(text, self._is_english)
        numbers = cited(text)
        if not numbers:
            return self._uncited(sentence)
        known = [n for n in numbers if 0 < n <= len(self._brief.hits)]
        unknown = [n for n in numbers if n not in known]
        if not known:
            return Verdict(Check.STRUCK, f"There is no {passages(unknown)}.")
        found = self._cited(sentence, known)
        if unknown and found.check is Check.KEPT:
            return Verdict(Check.MARKED, f"There is no {passages(unknown)}.")
        return found

    def _cited(self, sentence: Reading, numbers: Sequence[int]) -> Verdict:
        sources = [self._source(n) for n in numbers]
        if any(_is_verbatim(sentence, source) for source in sources):
            return KEPT
        wrong = self._wrong_figure(sentence, sources, numbers)
        if wrong is not None or not self._is_english:
            return wrong or KEPT
        support = self._support(_task(sentence, sources), sources)
        if support.likelihood >= KEEP:
            return KEPT
        is_doubt = support.likelihood >= STRIKE
        check = Check.MARKED if is_doubt else Check.STRUCK
        return Verdict(check, support.reason(numbers, is_doubt))

    def _support(self, sentence: Reading, sources: Sequence[Source]) -> Support:
        """Weigh by words alone where no embedding could change the verdict."""
        support = weigh(sentence, sources)
        sure = support.at(FARTHEST).likelihood >= KEEP or support.at(1.0).likelihood < STRIKE
        if sure or self._embedder is None:
            return support
        cosine = nearest(self._embedder, sentence.text.strip(), sources)
        return support if cosine is None else support.at(cosine)

    def _wrong_figure(
        self, sentence: Reading, sources: Sequence[Source], numbers: Sequence[int]
    ) -> Verdict | None:
        if not any(figure.is_stated for figure in sentence.figures):
            return None
        known = list(chain.from_iterable(source.figures for source in sources))
        given = [] if claims_evidence(sentence.text) else self._own_figures()
        wrong = figure_check.missing(sentence.figures, [*known, *given])
        if wrong is not None:
            return Verdict(Check.STRUCK, _stands_nowhere(wrong, passages(numbers)))
        if not self._is_english:
            return None
        readings = [reading for source in sources for reading in source.sentences]
        wrong = figure_check.misplaced(sentence, readings)
        if wrong is not None and not any(wrong.agrees(other) for other in given):
            where = passages(numbers).capitalize()
            return Verdict(Check.STRUCK, f"{where}: {wrong.text} is said of something else there.")
        return None

    def _uncited(self, sentence: Reading) -> Verdict:
        """Advice, questions and kind words stand; facts and evidence need a source."""
        is_claim = self._is_english and claims_evidence(sentence.text)
        is_fact = is_claim or (self._is_english and states_habit(sentence.text))
        units = _FACTS if is_fact else _ALWAYS_FACTS
        facts = [figure for figure in sentence.figures if figure.unit in units]
        wrong = figure_check.missing(facts, [] if is_claim else self._own_figures())
        if wrong is None and not is_claim:
            return KEPT
        all_sources = [self._source(n) for n in range(1, len(self._brief.hits) + 1)]
        known = list(chain.from_iterable(source.figures for source in all_sources))
        lost = figure_check.missing(facts, [*known, *([] if is_claim else self._own_figures())])
        if lost is not None:
            return Verdict(Check.STRUCK, f"The figure {lost.text} stands in no source.")
        if not is_claim:
            return Verdict(Check.MARKED, "This figure is given without its source.")
        if any(weigh(sentence, [source]).likelihood >= KEEP for source in all_sources):
            return Verdict(Check.MARKED, "This is said without its source.")
        return Verdict(Check.STRUCK, "No passage is named that says this.")

    def _source(self, n: int) -> Source:
        return self._sources.get(self._brief.hits[n - 1].passage)

    def _own_figures(self) -> list[Figure]:
        """The figures the person gave and those that were calculated from them."""
        if self._given is None:
            question = self._brief.question
            own = [m.content for m in question.history if m.role == "user"]
            texts = [question.text, *own, *self._brief.facts]
            self._given = [f for text in texts for f in figures_in(text, self._is_english)]
        return self._given


def _is_verbatim(sentence: Reading, source: Source) -> bool:
    """Whether the words stand in the passage in this order, perhaps after a short lead-in."""
    if sentence.plain in source.plain:
        return True
    lead_in, colon, rest = sentence.text.partition(":")
    if not colon or len(lead_in.split()) > _LEAD_IN:
        return False
    lead = Reading(lead_in)
    is_harmless = not (lead.actors or lead.figures or any(w in NEGATORS for w in lead.flat))
    # "What sales needs:" before a sentence of that section only repeats where it stands.
    is_harmless = is_harmless or set(lead.flat) <= set(source.head.flat)
    return is_harmless and Reading(rest).plain in source.plain


def _task(sentence: Reading, sources: Sequence[Source]) -> Reading:
    """Return the sentence without "Both heads, by Friday:" where the passages assign nothing.

    Who does by when what a passage only says should be done is advice.
    """
    assigned = any(reading.lead for source in sources for reading in source.sentences)
    if assigned or not sentence.lead:
        return sentence
    return Reading(sentence.text.partition(":")[2])


def _stands_nowhere(figure: Figure, passages: str) -> str:
    if figure.unit is Unit.WEEKDAY:
        return f"{figure.text} stands neither in {passages} nor in your question."
    return f"The figure {figure.text} stands neither in {passages} nor in your question."
