"""Uploaded files as text: plain, Markdown, mail and Word."""

from coach.adapters.uploads.files import FileUploads

__all__ = ["FileUploads"]
