from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.commands import Coach
from tests.small_knowledge import SAY_THANKS


def test_the_shipped_notes_are_in_order(coach: Coach) -> None:
    said = coach("check", "--json")

    assert said.code == 0
    assert said.object["faults"] == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bad-yaml.md", b"---\nkind: practice\ntitle: [\n---\n\n## In short\n", "bad-yaml.md:"),
        ("latin.md", "---\ntitle: Caf\xe9\n---\n".encode("latin-1"), "latin.md:"),
        ("more/say-thanks.md", SAY_THANKS.encode(), "id `say-thanks` is taken by"),
        ("unknown.md", b"---\nkind: poem\ntitle: T\nsummary: s.\n---\n", "unknown.md:2: "),
        ("nothing.md", b"", "nothing.md:1: "),
    ],
    ids=["bad YAML", "wrong encoding", "duplicate id", "unknown kind", "empty"],
)
def test_a_bad_note_is_named_with_file_line_and_reason(
    coach: Coach, small: Path, name: str, content: bytes, told: str
) -> None:
    target = small / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)

    said = coach("check")
    assert said.code == 1
    assert told in said.out
    assert "to mend" in said.out
    as_object = coach("check", "--json")
    assert as_object.code == 1
    assert as_object.object["kind"] == "error"
    assert as_object.object["error"]["code"] == "note"
    assert any(told in fault for fault in as_object.object["faults"])
