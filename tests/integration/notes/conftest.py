from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.notes.spoilt_notes import KNOWLEDGE
from tests.small_knowledge import write_small_playbook


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = write_small_playbook(tmp_path / "knowledge")
    (folder / "languages.yaml").write_text("{}\n", encoding="utf-8")
    (folder / "sources.yaml").write_bytes((KNOWLEDGE / "sources.yaml").read_bytes())
    return folder
