"""The view of the agreement: what both sides owe each other for leads."""

from coach.ui.plan.agreement.page import draw

__all__ = ["draw"]
