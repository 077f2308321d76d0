"""Answers out of typed notes, with no model."""
