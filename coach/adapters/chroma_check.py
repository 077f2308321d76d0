"""The process that opens a finished index before anybody relies on it; ends with 0 where it holds.

Run by `chroma_folder` as a module; the reason for a failure goes to standard error.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from coach.adapters.chroma import open_checked
from coach.errors import SearchError
from coach.ports import IndexRecord


def main(folder: str, name: str, embedder: str, content: str, count: str) -> int:
    """Open the index in `folder` and prove it by known vectors; return the exit code."""
    index = IndexRecord(name, embedder, content, int(count), datetime.now(UTC))
    try:
        open_checked(Path(folder), index).close()
    except SearchError as exc:
        sys.stderr.write(f"{exc.message}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
