"""`coach eval`: how good the answers are, on the cases in `evals/`, with the worst in full."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from coach.bootstrap import Services, build_services
from coach.evaluation import boundaries, grounding, outcomes
from coach.evaluation.questions import load_questions, search_cases
from coach.evaluation.retrieval import score_search
from coach.settings import Settings


def evaluate(settings: Settings, folder: Path, part: str | None = None) -> Iterator[str]:
    """Yield the report's lines: all parts, or the one named.

    Half of each file was seen while the program was tuned; the other half is only reported. A
    model in the settings writes the answers; without one the playbook does.

    Raises:
        ValueError: there is no such part.
        CoachError: the services cannot be built.
    """
    if part is not None and part not in _PARTS:
        raise ValueError(f"`{part}` is no part; there are {', '.join(_PARTS)}.")
    with tempfile.TemporaryDirectory() as data:
        services = build_services(
            settings.model_copy(update={"data": Path(data)}), background=False
        )
        try:
            yield f"Answers by {services.model or 'the playbook'}."
            for name, run in _PARTS.items():
                if part in (None, name):
                    yield f"\n## {name.capitalize()}\n"
                    yield from run(services, folder)
        finally:
            services.close()


def _questions(services: Services, folder: Path) -> Iterator[str]:
    questions = load_questions(folder / "questions.yaml")
    answered = outcomes.ask_all(services.answering, questions)
    yield outcomes.table(answered)
    for half in ("tuned", "reported"):
        cases = search_cases(questions, tuned=half == "tuned")
        scores = [s.ndcg for s in score_search(services.answering.index, cases)]
        yield f"\nSearch, {half} half: nDCG@5 {statistics.mean(scores):.3f} on {len(scores)}."
    seconds = sorted(o.answer.seconds.total for o in answered if o.answer.citations)
    yield f"Seconds an answer, median: {statistics.median(seconds):.3f}."
    yield f"\nThe worst:\n\n{outcomes.worst(answered)}"


def _boundaries(services: Services, folder: Path) -> Iterator[str]:
    answering = services.answering
    cases = boundaries.load_cases(folder / "boundaries.yaml")
    judged = boundaries.judge(cases, answering.boundaries, answering.languages)
    yield boundaries.table(judged)
    yield f"\nThe worst:\n\n{boundaries.worst(judged)}"


def _grounding(services: Services, folder: Path) -> Iterator[str]:
    pairs = grounding.load_pairs(folder / "grounding.yaml")
    judged = grounding.judge(pairs, services.answering.grounding)
    yield grounding.table(judged)
    yield f"\nThe worst:\n\n{grounding.worst(judged)}"


_PARTS: dict[str, Callable[[Services, Path], Iterator[str]]] = {
    "questions": _questions,
    "boundaries": _boundaries,
    "grounding": _grounding,
}
