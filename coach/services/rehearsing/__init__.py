"""Rehearsing a hard conversation: by the note's replies or with a model, then a look back."""
