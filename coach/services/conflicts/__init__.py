"""Quarrels: read as they were pasted, matched, and said fairly to both sides."""
