"""What `coach doctor` looks at: model, embedder, database, index, notes, old copies."""

from __future__ import annotations

from datetime import UTC, datetime

from coach.adapters.chroma import ChromaIndexes
from coach.adapters.database.backups import copies, purge_copies
from coach.adapters.database.endpoints import SqlEndpoints
from coach.adapters.database.passages import SqlPassages
from coach.adapters.database.records import Records, open_records
from coach.adapters.model.probe import ModelProbe
from coach.adapters.system import SystemClock
from coach.bootstrap.model import choose_model
from coach.bootstrap.search import make_embedder
from coach.playbook.checking import check_knowledge
from coach.services.checking.claims import unsourced
from coach.services.checkup import Checkup, PartReport
from coach.settings import Settings, quiet_libraries


def build_checkup(settings: Settings, purge: bool = False) -> Checkup:
    """Return the check-up of an installation; with `purge`, copies over 14 days old are deleted."""
    quiet_libraries()
    look = _Look(settings, purge)
    return Checkup(
        [
            ("notes", look.notes),
            ("database", look.database),
            ("embedder", look.embedder),
            ("index", look.index),
            ("model", look.model),
            ("copies", look.copies),
        ]
    )


class _Look:
    """One look at an installation; the records are opened once."""

    def __init__(self, settings: Settings, purge: bool) -> None:
        self._settings = settings
        self._purge = purge
        self._records: Records | None = None

    def notes(self) -> PartReport:
        report = check_knowledge(self._settings.shipped, unsourced, self._settings.knowledge)
        if report.faults:
            says = f"{report.text} The first: {report.faults[0]}"
            return PartReport("notes", False, says, "`coach check` names every fault.")
        return PartReport("notes", True, report.text)

    def database(self) -> PartReport:
        records = self._open()
        if records.warnings:
            restore = "To restore a backup, stop the coach and copy it over `records.db`."
            return PartReport("database", False, " ".join(records.warnings), restore)
        where = records.file or "a database server"
        return PartReport("database", True, f"{where}, revision {records.revision()}.")

    def embedder(self) -> PartReport:
        embedder = make_embedder(self._settings)
        if embedder is None:
            says = "Switched off by `COACH_EMBEDDINGS=none`; the search is by keyword only."
            return PartReport("embedder", True, says)
        embedder.embed(["Where do we start?"])
        return PartReport("embedder", True, f"{embedder.name}, {embedder.dimensions} dimensions.")

    def index(self) -> PartReport:
        embedder = make_embedder(self._settings)
        if embedder is None:
            return PartReport("index", True, "By keyword, made from the notes at every start.")
        record = SqlPassages(self._open()).index(embedder.name)
        if record is None:
            return PartReport("index", False, "No vectors yet.", "Run `coach index`.")
        indexes = ChromaIndexes(self._settings.data / "index")
        try:
            if indexes.writes:
                indexes.open(record)
                says = f"{record.count} passages, made {record.built_at:%d %b %Y %H:%M} UTC."
            else:
                says = f"{record.count} passages; another process holds the folder."
        finally:
            indexes.close()
        return PartReport("index", True, says)

    def model(self) -> PartReport:
        choice, why = choose_model(self._settings)
        if choice is None:
            return PartReport("model", True, why)
        endpoints = SqlEndpoints(self._open(), SystemClock())
        probe = ModelProbe(choice, self._settings.api_key, endpoints)
        health = probe.health()
        if not health.works:
            return PartReport("model", False, f"{why} {health.says}", health.do)
        structure = probe.abilities().get("structure", "none")
        return PartReport("model", True, f"{why} {health.says} Structured output: {structure}.")

    def copies(self) -> PartReport:
        data, now = self._settings.data, datetime.now(UTC)
        gone = purge_copies(data, now) if self._purge else []
        kept = copies(data)
        names = ", ".join(str(path.relative_to(data)) for path in kept) or "none"
        deleted = f" Deleted: {len(gone)}." if gone else ""
        return PartReport("copies", True, f"Backups and files kept aside: {names}.{deleted}")

    def _open(self) -> Records:
        if self._records is None:
            self._records = open_records(self._settings.data, self._settings.database)
        return self._records
