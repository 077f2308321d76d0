"""Results of months from a file: one month a row, columns `month`, `leads` and what else is known.

Columns stand in any order between commas, semicolons or tabs; others are not read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from coach.domain.agreement_months import Month, Promised
from coach.errors import Unfit

COLUMNS = ("month", "leads", "accepted", "rejected", "with_reason", "response_hours", "attempts")
NEEDED = COLUMNS[:2]
BLANK = ",".join(COLUMNS) + "\r\n"
MOST_ROWS, LARGEST = 120, 200_000  # rows, bytes
_COUNTS = {"leads": "leads", "accepted": "accepted", "rejected": "rejected"}
_COUNTS |= {"with_reason": "reasoned"}
_EXACT = {"response_hours": "response", "attempts": "attempts"}
_OTHER_NAMES = {
    "leads_handed_over": "leads", "handed_over": "leads", "mqls": "leads",
    "accepted_leads": "accepted", "rejected_leads": "rejected",
    "rejected_with_reason": "with_reason", "rejections_with_a_reason": "with_reason",
    "median_response_hours": "response_hours", "response_time_hours": "response_hours",
    "response_time": "response_hours", "tries": "attempts", "median_attempts": "attempts",
}  # fmt: skip
_MONTHS = ("%Y-%m", "%Y-%m-%d", "%Y/%m", "%m/%Y", "%m.%Y", "%B %Y", "%b %Y")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
_LARGEST_NUMBER = 10**7
_LONGEST_CELL = 40  # of one that stands in a sentence


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: dict[str, str]


def read_months(content: bytes, promised: Promised) -> list[Month]:
    """Return the months that a file holds, each beside what is promised.

    Raises:
        Unfit: the file cannot be read, a column is missing, or a cell makes no sense; the sentence
            names line and column.
    """
    months = [_month(row, promised) for row in _rows(_text(content))]
    seen: set[date] = set()
    for month in months:
        if month.of in seen:
            raise _wrong(f"{month.name} stands in the file twice.", "Leave one of the two rows.")
        seen.add(month.of)
    return months


def month_in(text: str) -> date | None:
    """Return the first day of a month as people write it, `None` where it is none."""
    plain = " ".join(text.split())
    for form in _MONTHS:
        try:
            found = datetime.strptime(plain, form).date()
        except ValueError:
            continue
        return found.replace(day=1) if found.year >= 1990 else None
    return None


def _text(content: bytes) -> str:
    if len(content) > LARGEST:
        raise _wrong("The file is larger than results of months can be.", "Export fewer rows.")
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeError as exc:
        raise _wrong(
            "The file is not in UTF-8, so it can't be read.",
            "Save it from the spreadsheet as “CSV UTF-8”.",
        ) from exc
    if not text.strip() or "\0" in text:
        raise _wrong("The file holds no text.", f"Its first line is {','.join(COLUMNS)}.")
    return text


def _rows(text: str) -> list[_Row]:
    lines = text.lstrip("\r\n").splitlines(keepends=True)
    separator = max(",;\t", key=lines[0].count)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        names = _names(next(reader))
        rows: list[_Row] = []
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(names):
                reason = f"Line {reader.line_num} has {len(cells)} columns, line 1 has {len(names)}"
                raise _wrong(f"{reason}.", "Correct the file and read it again.")
            if len(rows) == MOST_ROWS:
                raise _wrong(f"The file holds more than {MOST_ROWS} months.", "Export fewer rows.")
            rows.append(_Row(reader.line_num, dict(zip(names, cells, strict=True))))
    except csv.Error as exc:
        raise _wrong(
            f"Line {reader.line_num} can't be read as a row: {exc}.", "Correct it."
        ) from exc
    if not rows:
        raise _wrong("The file names its columns and holds no month.", "Add a row a month.")
    return rows


def _names(cells: Sequence[str]) -> list[str]:
    plain = [re.sub(r"[^a-z0-9]+", "_", cell.lower()).strip("_") for cell in cells]
    names = [_OTHER_NAMES.get(name, name) for name in plain]
    for name in COLUMNS:
        if names.count(name) > 1:
            raise _wrong(f"Line 1 names the column `{name}` twice.", "Leave one of the two.")
    if missing := [name for name in NEEDED if name not in names]:
        named = " and ".join(f"`{name}`" for name in missing)
        noun = "column" if len(missing) == 1 else "columns"
        raise _wrong(f"Line 1 lacks the {noun} {named}.", f"A file may have {', '.join(COLUMNS)}.")
    return names


def _month(row: _Row, promised: Promised) -> Month:
    of = month_in(row.cells["month"])
    if of is None:
        raise _refused(row, "month", "a month such as 2026-10")
    counts = {field: _count(row, name) for name, field in _COUNTS.items()}
    exact = {field: _exact(row, name) for name, field in _EXACT.items()}
    return Month(of=of, promised=promised, **counts, **exact)  # type: ignore[arg-type]


def _count(row: _Row, name: str) -> int | None:
    value = _exact(row, name)
    if value is not None and value.denominator != 1:
        raise _refused(row, name, "a whole number")
    return None if value is None else int(value)


def _exact(row: _Row, name: str) -> Fraction | None:
    cell = row.cells.get(name, "").strip()
    if not cell:
        return None
    value = Fraction(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else None
    if value is None or value > _LARGEST_NUMBER:
        raise _refused(row, name, "a number such as 120 or 18.5, or blank")
    return value


def _refused(row: _Row, name: str, wanted: str) -> Unfit:
    plain = "".join(char if char.isprintable() else " " for char in row.cells[name])
    said = " ".join(plain.split())[:_LONGEST_CELL]
    shown = f"“{said}”" if said else "blank"
    return _wrong(
        f"Line {row.number}, column `{name}`: {shown} is not {wanted}.",
        "Correct the file and read it again.",
    )


def _wrong(reason: str, next_step: str) -> Unfit:
    return Unfit(f"{reason} Nothing was taken.", next_step)
