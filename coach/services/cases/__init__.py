"""Quarrels that a person chose to keep: followed up, counted, and told by both sides."""
