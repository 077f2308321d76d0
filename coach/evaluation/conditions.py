"""Reads what a run is made with: versions, notes, cases, so that two runs can be compared."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import coach
from coach.bootstrap import Services
from coach.evaluation.measured import PLAYBOOK, Conditions

# The libraries that move the figures: search, vectors and the way to a model.
LIBRARIES = ("numpy", "onnxruntime", "tokenizers", "pystemmer", "chromadb")
OF_MODELS = ("langchain-openai",)


def conditions(
    services: Services, folders: Sequence[Path], cases: Path, parts: Sequence[str]
) -> Conditions:
    """Return what a run of these parts is made with, now; `folders` hold the notes."""
    indexes = services.indexing.current
    files = {f"{part}.yaml": _digest([cases / f"{part}.yaml"]) for part in parts}
    notes = [file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()]
    files["notes"] = _digest(notes)
    return Conditions(
        author=services.model or PLAYBOOK,
        at=services.answering.clock.now(),
        embedder=indexes.embedder.name if indexes.embedder else f"none: {indexes.reason}",
        notes=len(services.playbook.notes),
        passages=sum(not passage.is_name for passage in indexes.passages.values()),
        versions=_versions(with_model=services.model is not None),
        files=files,
    )


def _versions(*, with_model: bool) -> dict[str, str]:
    found = {"Accord": f"{coach.__version__} {_revision()}".strip()}
    found["Python"] = platform.python_version()
    for name in LIBRARIES + (OF_MODELS if with_model else ()):
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def _revision() -> str:
    """Return the revision in parentheses; empty outside a clone or without Git."""
    command = ["git", "-C", str(Path(coach.__file__).parent), "describe", "--always", "--dirty"]
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=10)
        return f"({done.stdout.strip()})"
    return ""


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
