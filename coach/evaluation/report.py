"""`coach eval`: how good the answers are, on the cases in `evals/`."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from coach.bootstrap import Services, build_services
from coach.bootstrap.judging import make_judge
from coach.bootstrap.names import make_finder
from coach.errors import CoachError
from coach.evaluation import (
    agenda_cases,
    agenda_rubric,
    agendas,
    boundaries,
    conflict_cases,
    conflict_checks,
    conflict_rubric,
    conflicts,
    grounding,
    judging,
    names,
    outcomes,
    phrases,
    simulated,
    stages,
)
from coach.evaluation.conditions import conditions
from coach.evaluation.measured import Measured, Searched
from coach.evaluation.questions import load_questions, search_cases
from coach.evaluation.retrieval import score_search
from coach.services.conflicts.reading import read_thread
from coach.services.language import ENGLISH
from coach.services.names.naming import Naming
from coach.settings import Settings


class Evaluation:
    """One run of the cases: iterate for the report's lines, then read `measured`.

    Half of each file was seen while the program was tuned; the other half is only reported. A
    model in the settings writes the answers; without one the playbook does.
    """

    def __init__(self, settings: Settings, folder: Path, part: str | None = None) -> None:
        """Prepare all parts, or the one named; nothing is measured yet.

        Raises:
            ValueError: there is no such part.
        """
        if part is not None and part not in _PARTS:
            raise ValueError(f"`{part}` is no part; there are {', '.join(_PARTS)}.")
        self._settings = settings
        self._folder = folder
        self._parts = [part] if part else list(_PARTS)
        self._measured: Measured | None = None

    @property
    def measured(self) -> Measured:
        """The results; whole only after iteration is over."""
        if self._measured is None:
            raise RuntimeError("nothing is measured yet")
        return self._measured

    def __iter__(self) -> Iterator[str]:
        """Measure, and yield the lines of each part when it is done.

        Raises:
            CoachError: the services cannot be built.
        """
        with tempfile.TemporaryDirectory() as data:
            settings = self._settings.model_copy(update={"data": Path(data)})
            services = build_services(settings, background=False, embed=False)
            try:
                yield from map(str, services.remote)
                with suppress(CoachError):  # the search says itself that it is by keyword only
                    services.indexing.embed()
                folders = [f for f in (settings.shipped, settings.knowledge) if f is not None]
                read = conditions(services, folders, self._folder, self._parts)
                self._measured = Measured(read, make_judge(settings))
                yield f"Answers by {read.author}."
                for part in self._parts:
                    yield f"\n## {part.replace('_', ' ').capitalize()}\n"
                    yield from _PARTS[part](services, self._folder, self._measured)
            finally:
                services.close()


def _questions(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    questions = load_questions(folder / "questions.yaml")
    measured.outcomes = outcomes.ask_all(services.answering, questions)
    yield outcomes.table(measured.outcomes)
    asked = {question.id: question for question in questions}
    for half in ("tuned", "reported"):
        cases = search_cases(questions, tuned=half == "tuned")
        scores = score_search(services.answering.index, cases)
        measured.searched += [Searched(asked[score.case.id], score) for score in scores]
        mean = statistics.mean(score.ndcg for score in scores)
        yield f"\nSearch, {half} half: nDCG@5 {mean:.3f} on {len(scores)}."
    seconds = [o.answer.seconds.total for o in measured.outcomes if o.answer.citations]
    yield f"Seconds an answer, median: {statistics.median(seconds):.3f}."


def _boundaries(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    answering = services.answering
    cases = boundaries.load_cases(folder / "boundaries.yaml")
    judged = boundaries.judge(cases, answering.boundaries, answering.languages)
    measured.boundaries = judged
    yield boundaries.table(judged)


def _grounding(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    pairs = grounding.load_pairs(folder / "grounding.yaml")
    judged = grounding.judge(pairs, services.answering.grounding)
    measured.grounding = judged
    yield grounding.table(judged)
    yield f"\n{grounding.rates(judged)}"


def _agendas(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    cases = agenda_cases.load_cases(folder / "agendas.yaml")
    judged = agendas.judge(cases, services.agendas.draft)
    measured.agendas = judged
    yield agendas.table(judged)
    yield f"\nMilliseconds a draft, median: {agendas.median_ms(judged)}."
    if measured.judge is not None:
        measured.rated_agendas = judging.rate(agenda_rubric.tasks(judged), measured.judge)
        yield judging.table(measured.rated_agendas, agenda_rubric.RUBRIC)


def _phrases(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    read = phrases.read_all(phrases.load_phrases(folder / "agenda_phrases.yaml"))
    measured.phrases = read
    yield phrases.table(read)


def _conflicts(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    cases = conflict_cases.load_cases(folder / "conflicts.yaml")
    mediating = services.conflicts.mediating
    judged = conflicts.judge(cases, mediating.matching, mediating.boundaries, mediating.languages)
    measured.conflicts = judged
    yield conflicts.table(judged)
    orders = conflict_checks.load_orders(folder / "conflict_orders.yaml")
    measured.checked = conflict_checks.check(cases, services.conflicts.mediate)
    measured.ordered = conflict_checks.obey(cases, orders, services.conflicts.mediate)
    yield ""
    yield conflict_checks.table(measured.checked, measured.ordered)
    if measured.judge is not None:
        titles = {note.id: note.title for note in services.playbook.notes}
        told = conflict_rubric.tasks(cases, services.conflicts.mediate, titles.__getitem__)
        measured.rated = judging.rate(told, measured.judge)
        yield judging.table(measured.rated, conflict_rubric.RUBRIC)

    def whole(text: str) -> None:
        # What the boundaries stop is soon over: here the longest way counts, so both are asked.
        thread = read_thread(text)
        mediating.boundaries.anywhere(thread.text, ENGLISH)
        mediating.matching.of(thread)

    words, longest = conflicts.median_ms(cases, whole)
    yield f"\nMilliseconds, median: {words} for 1,000 words, {longest} for 50,000 characters."


def _names(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    naming = Naming(make_finder(services.playbook), on=True)
    measured.names = names.read_all(names.load_texts(folder / "names.yaml"), naming)
    yield names.table(measured.names)


def _stages(services: Services, folder: Path, measured: Measured) -> Iterator[str]:
    simulation = simulated.load_simulation(folder / "stages.yaml")
    measured.teams = stages.judge(services.rounds.survey, simulation)
    yield stages.table(measured.teams)


_PARTS: dict[str, Callable[[Services, Path, Measured], Iterator[str]]] = {
    "questions": _questions,
    "boundaries": _boundaries,
    "grounding": _grounding,
    "agendas": _agendas,
    "agenda_phrases": _phrases,
    "conflicts": _conflicts,
    "names": _names,
    "stages": _stages,
}
