"""What all integration tests share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from coach.bootstrap import build, knowledge
from coach.bootstrap.knowledge import Knowledge, read_knowledge
from coach.playbook.folders import find_folders
from coach.settings import ROOT, Settings


@pytest.fixture(scope="session", autouse=True)
def shipped_knowledge_is_read_once() -> Iterator[None]:
    """Read the shipped notes once in a process: hundreds of tests start the services.

    Each start has a playbook of its own, as settled words renew it in place. Whoever has other
    notes, or notes of their own, reads them anew.
    """
    kept: dict[Path, Knowledge] = {}

    def read(settings: Settings) -> Knowledge:
        own = settings.data / knowledge.NOTES
        if settings.shipped != ROOT / "knowledge" or settings.knowledge or own.exists():
            return read_knowledge(settings)
        if settings.shipped not in kept:
            kept[settings.shipped] = read_knowledge(settings)
        once = kept[settings.shipped]
        folders, _ = find_folders(settings.shipped, None, own)
        playbook = replace(once.playbook)
        return replace(once, folders=folders, playbook=playbook)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "read_knowledge", read)
        yield


@pytest.fixture(scope="session", autouse=True)
def installed_packages_are_looked_through_once() -> Iterator[None]:
    """Look once for packages that bring components: a server does so at its start, each AppTest
    would anew, for a third of a second.
    """
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda *_, **__: found)
        yield
