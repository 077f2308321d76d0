"""How far a question leans on the ones before it, without asking a language model.

"In water?" means nothing alone; "What does the law say about bicycles?" needs no help. A turn leans
on its history the more, the fewer telling words it has and the worse the best passage fits it.
The earlier questions then join the search, the last one most: their vectors and their keyword
scores are added to those of the question, weighted. Answers are left out: mixing them in lost.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaning:
    """The rule's numbers; chosen on one public set of conversations and proved on another.

    A question with `few` terms or fewer leans wholly, with `many` or more not at all, in between
    in proportion; likewise for the best cosine, from `far` to `near`.
    """

    weight: float = 0.5  # of the last question, for a turn that leans wholly
    decay: float = 0.7  # from one earlier question to the one before it
    reach: int = 3  # earlier questions looked at
    few: int = 2
    many: int = 5
    far: float = 0.35
    near: float = 0.65

    def dependence(self, terms: int, best_cosine: float | None) -> float:
        """Return how far (0–1) a question leans on its history.

        `terms` counts its distinct telling words, `best_cosine` is that of the nearest passage to
        the question alone, `None` without dense search: then the words decide alone.
        """
        by_words = _share(self.many - terms, self.many - self.few)
        if best_cosine is None:
            return by_words
        return (by_words + _share(self.near - best_cosine, self.near - self.far)) / 2

    def weights(self, dependence: float, earlier: int) -> tuple[float, ...]:
        """Return the weight of each earlier question, the last one first; none where it is 0."""
        first = self.weight * dependence
        count = min(earlier, self.reach) if first > 0 else 0
        return tuple(first * self.decay**place for place in range(count))


def _share(part: float, whole: float) -> float:
    return min(1.0, max(0.0, part / whole))
