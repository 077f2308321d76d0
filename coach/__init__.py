"""Accord: a coach for the people between sales and marketing."""

__version__ = "0.1.0"
