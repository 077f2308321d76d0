"""One way in for every kind of file that is taken."""

from __future__ import annotations

from coach.adapters.uploads.mail import mail_text
from coach.adapters.uploads.plain import plain_text
from coach.adapters.uploads.refusing import refusal, shown
from coach.adapters.uploads.word import word_text
from coach.ports.uploads import LARGEST, TAKEN, Upload

_READERS = {".txt": plain_text, ".md": plain_text, ".eml": mail_text, ".docx": word_text}
_MEGABYTE = 1024 * 1024


class FileUploads:
    """Reads uploaded files in memory, by the end of their names. Keeps nothing."""

    def read(self, name: str, data: bytes) -> Upload:
        """Return the text of a file; see `coach.ports.uploads.Uploads`.

        Raises:
            QuestionError: too large, not one of `TAKEN`, or not what its name says.
        """
        kind = next((end for end in TAKEN if name.strip().lower().endswith(end)), None)
        if kind is None:
            *others, last = TAKEN
            taken = f"{', '.join(others)} and {last} files are"
            raise refusal(f"{shown(name)} is not a kind of file that is read: {taken}.")
        if len(data) > LARGEST:
            size = f"{len(data) / _MEGABYTE:.1f} MB; up to {LARGEST // _MEGABYTE} MB are read"
            raise refusal(f"{shown(name)} has {size}.")
        if not data.strip():
            raise refusal(f"{shown(name)} is empty.")
        upload = _READERS[kind](name, data)
        if not upload.text.strip():
            raise refusal(f"There are no words to read in {shown(name)}.")
        return upload
