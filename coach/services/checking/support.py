"""How likely a passage bears a sentence out: the signals joined to one number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.services.checking.comparison import Signals, signals
from coach.services.checking.reading import Reading
from coach.services.checking.sources import Source

# Fitted by bench/grounding_fit.py on labelled pairs, in the order of the signals.
WEIGHTS = (
    -1.21, -0.24, 6.41, -0.87, -0.48, -1.19, -3.48, -2.49, -0.84, -0.61, -3.15, -2.29,
    -2.82, -4.29, -3.27, -0.61, -1.22, -1.79,
)  # fmt: skip
BASE = -2.58
KEEP = 0.86  # likelihood from which a sentence is kept
STRIKE = 0.36  # likelihood under which it is struck; between the two it is marked
FARTHEST = 0.45  # cosine of a sentence whose words all stand in the passage, at the least
BY_WORDS = (0.80, 0.45)  # the cosine to be expected: at no word missing, and less for all missing


@dataclass(frozen=True, slots=True)
class Support:
    """The signals of a sentence; `likelihood` joins them."""

    signals: Signals

    @property
    def likelihood(self) -> float:
        """How likely (0–1) the passages bear the sentence out."""
        return likelihood(self.signals)

    def at(self, cosine: float) -> Support:
        """Return the same with another cosine."""
        return Support(replace(self.signals, cosine=cosine))

    def reason(self, numbers: Sequence[int], is_doubt: bool) -> str:
        """Say what is wrong, by the signals that weigh most; as a doubt where it is one."""
        where = passages(numbers)
        fault, doubt = _FAULTS[self._fault()]
        if is_doubt:
            return f"Read {where} yourself: {'they' if len(numbers) > 1 else 'it'} {doubt}."
        return f"{where[0].upper()}{where[1:]} {fault[len(numbers) > 1]}."

    def _fault(self) -> str:
        s = self.signals
        if (
            max(
                s.edited,
                s.clause_turned,
                s.denied,
                s.opposite,
                s.exchanged,
                s.reordered,
                s.dropped_not,
            )
            >= 0.4
        ):
            return "otherwise"
        if max(s.other_actor, s.other_lead, s.swapped) >= 0.4:
            return "somebody else"
        if max(s.sweeping, s.unhedged) >= 0.5 and s.missing < 0.5:
            return "too far"
        return "not this"


# In the singular, in the plural, and as a doubt.
_FAULTS = {
    "otherwise": (("says otherwise", "say otherwise"), "may say otherwise"),
    "somebody else": (
        ("says this of somebody else", "say this of somebody else"),
        "may say this of somebody else",
    ),
    "too far": (("does not go this far", "do not go this far"), "may not go this far"),
    "not this": (("does not say this", "do not say this"), "may not say quite this"),
}


def passages(numbers: Sequence[int]) -> str:
    """Return `passage 2` or `passages 1, 2 and 4`."""
    if len(numbers) == 1:
        return f"passage {numbers[0]}"
    return f"passages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def weigh(sentence: Reading, sources: Sequence[Source]) -> Support:
    """Hold a sentence against its sources together, by its words alone."""
    passage = [reading for source in sources for reading in source.sentences]
    heads = [source.head for source in sources]
    head = heads[0] if len(heads) == 1 else Reading(" ".join(one.text for one in heads))
    found = signals(sentence, passage, head)
    # The line through the fitted pairs: cosine against words missing.
    return Support(found).at(BY_WORDS[0] - BY_WORDS[1] * found.missing_aligned)


def likelihood(signals: Signals) -> float:
    """Return the likelihood (0–1) that the passage bears the sentence out."""
    total = BASE + sum(w * v for w, v in zip(WEIGHTS, signals.values(), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
