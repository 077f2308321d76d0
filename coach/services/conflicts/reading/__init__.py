"""A quarrel read as it was pasted: a thread of mails, a log of a chat, or one plain text."""

from coach.services.conflicts.reading.thread import read_thread

__all__ = ["read_thread"]
