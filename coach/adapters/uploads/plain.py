"""Text files in the encodings that people have, and files that only claim to be text."""

from __future__ import annotations

import codecs

from coach.adapters.uploads.refusing import refusal, shown
from coach.ports.uploads import Upload

GUESSED = "{name} is not in UTF-8; it was read as Western European text, so check its accents."
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEGINNINGS = (  # of files that are no text though few of their bytes say so
    b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ\x90",
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_FEW = 20  # one control character in so many is still a text


def plain_text(name: str, data: bytes) -> Upload:
    """Return the text of a file in UTF-8, in UTF-16 or UTF-32 with a mark, or as a guess Latin.

    Raises:
        QuestionError: the bytes are no text.
    """
    encoding = next((code for mark, code in _MARKS if data.startswith(mark)), None)
    if encoding is not None:
        try:
            return Upload(data.decode(encoding))
        except UnicodeDecodeError as exc:
            raise _no_text(name) from exc
    if is_binary(data):
        raise _no_text(name)
    try:
        return Upload(data.decode("utf-8"))
    except UnicodeDecodeError:
        return Upload(western(data), (GUESSED.format(name=shown(name)),))


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding that ASCII is part of."""
    if data.startswith(_BEGINNINGS):
        return True
    return (len(data) - len(data.translate(None, _CONTROLS))) * _FEW > len(data)


def western(data: bytes) -> str:
    """Return bytes as Windows writes Western European; as Latin-1 where it has no letter."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _no_text(name: str) -> Exception:
    return refusal(f"{shown(name)} does not hold text, though its name says so.")
