"""A bad note is named with file, line and reason and left out; the others stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.playbook.notes import load_playbook
from tests.integration.notes.spoilt_notes import (
    FINDING,
    MEETING,
    METRIC,
    QUARREL,
    THANKS,
    check,
    ids,
    shipped,
)
from tests.small_knowledge import NOTES

BAD: dict[str, tuple[str, str, str]] = {
    "an unknown key": (
        THANKS.replace("title:", "owner: me\ntitle:"), "bad.md:3: ", "`owner` is not a known key"
    ),
    "a missing field": (
        THANKS.replace("summary:", "# summary:"), "bad.md:2: ", "`summary` is missing"
    ),
    "a missing section": (THANKS.replace("## Watch", "## Beware"), "bad.md:18: ", "`## Watch`"),
    "sections out of order": (
        THANKS.replace("## In short", "## X").replace("## Watch", "## In short")
        .replace("## X", "## Watch"), "bad.md:11: ", "`## This week` comes too early",
    ),
    "a section twice": (f"{THANKS}\n## Watch\n\nAgain.\n", "bad.md:19: ", "stands twice"),
    "an empty section": (
        THANKS.replace("Nobody should do this alone.", ""), "bad.md:15: ", "is empty"
    ),
    "an unknown source": (
        THANKS.replace("alone.", "alone [@nobody-1999]."), "bad.md:17: ", "`nobody-1999`"
    ),
    "text before the sections": (
        THANKS.replace("\n## In short", "\nHello.\n\n## In short"), "bad.md:7: ", "text before"
    ),
    "HTML in the text": (
        THANKS.replace("alone.", "alone <script>alert(1)</script>."), "bad.md:17: ", "HTML"
    ),
    "HTML in the front matter": (
        THANKS.replace("Other thanks", "Other <img src=x onerror=alert(1)>"), "bad.md:3: ", "HTML"
    ),
    "a hidden comment": (THANKS.replace("alone.", "alone <!-- not."), "bad.md:17: ", "HTML"),
    "5 MB of text": (THANKS + "words " * 900_000, "bad.md:1: ", "at most 200,000"),
    "300,000 characters": (THANKS + "words " * 50_000, "bad.md:1: ", "at most 200,000"),
    "a NUL character": (THANKS + "\0", "bad.md:18: ", "NUL"),
    "YAML without end": (f"---\ntitle: {'[' * 90_000}\n---\n", "bad.md:2: ", "levels of YAML"),
    "YAML that nests": (
        f"---\na:\n  b: {'[' * 60}{']' * 60}\n---\n", "bad.md:3: ", "levels of YAML"
    ),
    "an impossible date": ("---\ntitle: 2020-99-99\n---\n", "bad.md:2: ", "bad YAML"),
    "a number for a key": (THANKS.replace("title:", "7: x\ntitle:"), "bad.md:3: ", "`7` is not"),
    "no front matter": ("## In short\n\nHello.\n", "bad.md:1: ", "front matter"),
    "a meeting too long for its time": (
        shipped(MEETING).replace("minutes: 45", "minutes: 15"), "bad.md:", "for opening and close"
    ),
    "a minimum above the ideal": (
        shipped(MEETING).replace("    minimum: ", "    minimum: 9", 1), "bad.md:", "must not exceed"
    ),
    "minutes in words": (
        shipped(MEETING).replace("minutes: 45", "minutes: long"), "bad.md:", "`minutes`"
    ),
    "a formula that does not come out": (
        shipped(METRIC).replace("result: 30", "result: 31"), "bad.md:", "the example gives 30, not"
    ),
    "a formula that calls": (
        shipped(METRIC).replace("100 * won /", "open(won) +"), "bad.md:", "names, numbers"
    ),
    "a finding without its source": (
        shipped(FINDING).replace("source: oldroyd-2011", "source: nobody-1999"), "bad.md:",
        "`nobody-1999` is not in sources.yaml",
    ),
    "a quarrel about something else": (
        shipped(QUARREL).replace("about: ", "about: love # "), "bad.md:", "`about`"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_note_is_named_with_its_line_and_left_out(small: Path, name: str) -> None:
    text, place, reason = BAD[name]
    (small / "bad.md").write_text(text, encoding="utf-8")

    playbook = load_playbook(small)

    named = [fault for fault in playbook.faults if fault.startswith("bad.md")]
    assert len(named) == 1
    assert named[0].startswith(place)
    assert reason in named[0]
    assert ids(playbook) == set(NOTES)
    assert named[0] in check(small).faults


def test_an_id_is_taken_once(small: Path) -> None:
    (small / "more").mkdir()
    (small / "more" / "say-thanks.md").write_text(THANKS, encoding="utf-8")

    playbook = load_playbook(small)

    assert len(playbook.faults) == 1
    assert "id `say-thanks` is taken by" in playbook.faults[0]
    assert ids(playbook) == set(NOTES)
