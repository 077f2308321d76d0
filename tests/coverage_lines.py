"""How the tests weigh what coverage is told by: round numbers near the fitted ones."""

from __future__ import annotations

from coach.playbook.coverage_rules import CoverageRules
from coach.playbook.heads import Head

# Share, known, side, trade, team, names' words; best cosine, mean, nearest name; the head's logit.
WORDS = (4.0, 4.0, 0.3, 0.4, 1.0, 0.5)
BOTH = (*WORDS, 4.0, 4.0, 4.0)
HEAD = Head((6.0, 0.0), 0.0)  # hears the first of two dimensions
RULES = CoverageRules("two", HEAD, Head((*BOTH, 1.0), -10.0), Head(BOTH, -8.0), Head(WORDS, -6.5))
