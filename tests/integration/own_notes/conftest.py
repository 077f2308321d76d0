from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_notes import write_own, write_shipped


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return write_shipped(tmp_path / "knowledge")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write_own(tmp_path / "our notes")
