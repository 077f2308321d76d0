"""The view of shared words: what both sides mean, written apart and settled together."""

from coach.ui.plan.words.page import draw

__all__ = ["draw"]
