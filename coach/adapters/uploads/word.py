"""The words of a Word document: paragraphs and tables in their order, nothing else of it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from coach.adapters.uploads.refusing import refusal, shown
from coach.errors import QuestionError
from coach.ports.uploads import Upload

LARGEST_UNPACKED = 10 * 1024 * 1024  # bytes of all that is packed in the file
MOST_PARTS = 1_000
MOST_LINES = 100_000
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
_PARAGRAPH, _WORDS = qn("w:p"), qn("w:t")
# Text boxes are stored twice, the second time for old programs; moved words stand at both ends.
_SKIPPED = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:moveFrom"),
)


def word_text(name: str, data: bytes) -> Upload:
    """Return the document's words, one paragraph a line.

    Words struck out while tracking changes are left out, words put in are read.

    Raises:
        QuestionError: no Word document, protected by a password, or far larger unpacked.
    """
    parts = _parts(name, data)
    try:
        body = Document(io.BytesIO(data)).element.body
    except Exception as exc:  # a package may be broken in any of a hundred places
        raise _no_word(name) from exc
    has_comments = "word/comments.xml" in parts
    warnings = (f"Comments in {shown(name)} were not read.",) if has_comments else ()
    return Upload(_text(name, body), warnings)


def _parts(name: str, data: bytes) -> frozenset[str]:
    """Return the names of what is packed in the file, having looked at the sizes it states.

    Unpacking stops at the stated size, so a file cannot become larger than it says here.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as exc:
        raise _no_word(name) from exc
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _too_large(name)
    return frozenset(part.filename for part in parts)


def _text(name: str, body: Any) -> str:
    lines: list[list[str]] = [[]]
    skipped: set[Any] = set()
    for element in body.iter(_PARAGRAPH, _WORDS, *_BREAKS, *_SKIPPED):
        if element.tag in _SKIPPED:
            skipped.update(element.iter())
        elif element in skipped:
            continue
        elif element.tag == _PARAGRAPH:
            lines.append([])
            if len(lines) > MOST_LINES:
                raise _too_large(name)
        elif element.tag == _WORDS:
            lines[-1].append(element.text or "")
        else:
            lines[-1].append(_BREAKS[element.tag])
    return "\n".join("".join(line) for line in lines).strip()


def _too_large(name: str) -> QuestionError:
    return refusal(f"{shown(name)} is far larger unpacked than a document of words is.")


def _no_word(name: str) -> QuestionError:
    return refusal(f"{shown(name)} is not a Word document that can be opened (.docx).")
