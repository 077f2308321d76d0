"""How likely a passage bears a sentence out: the signals joined to one number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.services.checking.comparison import Signals, signals
from coach.services.checking.reading import Reading
from coach.services.checking.sources import Source

# Fitted on labelled pairs by logistic regression, in the order of the signals (docs/decisions.md).
WEIGHTS = (
    -0.98, -0.61, 5.53, -2.11, -0.54, -1.10, -0.51, -2.95, -2.35, -1.47, -1.94, -3.33,
    -4.89, -4.03, -3.99, -3.57, -2.31, -1.29, -2.07,
)  # fmt: skip
BASE = -1.92
KEEP = 0.75  # likelihood from which a sentence is kept
STRIKE = 0.44  # likelihood under which it is struck; between the two it is marked
BY_WORDS = (0.80, 0.45)


@dataclass(frozen=True, slots=True)
class Support:
    """The signals of a sentence and the likelihood (0–1) they come to."""

    signals: Signals
    likelihood: float

    def reason(self, passages: str, are_many: bool) -> str:
        """Say what is wrong, by the signals that weigh most."""
        s = self.signals
        where = passages[0].upper() + passages[1:]
        if max(s.turned, s.denied, s.opposite, s.exchanged, s.reordered) >= 0.4:
            return f"{where} {'say' if are_many else 'says'} otherwise."
        if max(s.other_actor, s.swapped) >= 0.4:
            return f"{where} {'say' if are_many else 'says'} this of somebody else."
        verb = "do not" if are_many else "does not"
        if max(s.sweeping, s.unhedged) >= 0.5 and s.missing < 0.5:
            return f"{where} {verb} go this far."
        return f"{where} {verb} say this."


def weigh(sentence: Reading, sources: Sequence[Source], cosine: float | None) -> Support:
    """Hold a sentence against its sources together; without a cosine by its words alone."""
    passage = [reading for source in sources for reading in source.sentences]
    head = sources[0].head
    found = signals(sentence, passage, head, 0.0 if cosine is None else cosine)
    if cosine is None:
        # The line through the development pairs: cosine against words missing.
        found = replace(found, cosine=BY_WORDS[0] - BY_WORDS[1] * found.missing_aligned)
    return Support(found, likelihood(found))


def likelihood(signals: Signals) -> float:
    """Return the likelihood (0–1) that the passage bears the sentence out."""
    total = BASE + sum(w * v for w, v in zip(WEIGHTS, signals.values(), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
