"""How the tests weigh what coverage is told by: round numbers near the fitted ones."""

from __future__ import annotations

from coach.playbook.coverage_rules import CoverageRules, Line

# Share, known, side, trade, team, names' words; best cosine, mean, nearest name; the head's logit.
WORDS = (4.0, 4.0, 0.3, 0.4, 1.0, 0.5)
BOTH = (*WORDS, 4.0, 4.0, 4.0)
HEAD = Line(0.0, (6.0, 0.0))  # hears the first of two dimensions
RULES = CoverageRules("two", HEAD, Line(-10.0, (*BOTH, 1.0)), Line(-8.0, BOTH), Line(-6.5, WORDS))
