"""How well a search finds what judges found relevant: the shipped `find`, case by case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.evaluation.metrics import ndcg, recall
from coach.ports import PassageIndex


@dataclass(frozen=True, slots=True)
class SearchCase:
    """A question, the earlier questions before it, and how relevant each note is (0: not)."""

    id: str
    text: str
    relevant: Mapping[str, float]
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchScore:
    """What one case brought; `ranking` holds notes, each at the place of its first passage."""

    case: SearchCase
    ranking: tuple[str, ...]
    ndcg: float
    recall: float
    seconds: float


def score_search(
    index: PassageIndex, cases: Sequence[SearchCase], k: int = 5, passages: int = 8
) -> tuple[SearchScore, ...]:
    """Ask every case for `passages` passages, as an answer does, and score its first `k` notes.

    Raises:
        SearchError: there is nothing to search.
    """
    return tuple(_score(index, case, k, passages) for case in cases)


def _score(index: PassageIndex, case: SearchCase, k: int, passages: int) -> SearchScore:
    findings = index.find(case.text, case.history, k=passages)
    ranking = tuple(dict.fromkeys(hit.passage.note for hit in findings.hits))
    wanted = {note for note, gain in case.relevant.items() if gain > 0}
    return SearchScore(
        case=case,
        ranking=ranking,
        ndcg=ndcg(ranking, case.relevant, k),
        recall=recall(ranking, wanted, k),
        seconds=findings.seconds,
    )
