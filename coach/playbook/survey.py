"""Reads `knowledge/survey.yaml`: sixteen situations, four things to see in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from coach.domain import survey as domain
from coach.domain.stages import Stage
from coach.errors import NoteError
from coach.playbook.fields import DimensionKey, Line, StatementId
from coach.playbook.files import KnowledgeFile, Strict, fields_of, line_of, read_file

FILE = "survey.yaml"
STATEMENTS, DIMENSIONS, LEAST_USED = 16, 6, 2


class _Anchors(Strict):
    undefined: Line
    defined: Line
    aligned: Line
    integrated: Line


class _Statement(Strict):
    id: StatementId
    dimension: DimensionKey
    statement: Line
    anchors: _Anchors
    quick: bool = False


class _Beside(Strict):
    label: Line
    hint: Line


class _Survey(Strict):
    dimensions: Annotated[dict[DimensionKey, Line], Field(min_length=1)]
    statements: Annotated[list[_Statement], Field(min_length=1)]
    dont_know: _Beside
    free_line: _Beside


def load_survey(folder: Path) -> domain.Survey:
    """Read the survey.

    Raises:
        NoteError: it is not there or breaks its form, with file, line and reason.
    """
    file = read_file(folder, folder / FILE)
    matter = fields_of(file, _Survey)
    if (fault := next(_faults(file, matter), None)) is not None:
        raise fault
    return domain.Survey(
        dimensions=tuple(domain.Dimension(key, title) for key, title in matter.dimensions.items()),
        statements=tuple(_statement(statement) for statement in matter.statements),
        dont_know=domain.Field(matter.dont_know.label, matter.dont_know.hint),
        free_line=domain.Field(matter.free_line.label, matter.free_line.hint),
    )


def _statement(matter: _Statement) -> domain.Statement:
    anchors = {stage: getattr(matter.anchors, stage.value) for stage in Stage}
    return domain.Statement(
        matter.id, matter.dimension, matter.statement, MappingProxyType(anchors), matter.quick
    )


def _faults(file: KnowledgeFile, matter: _Survey) -> Iterator[NoteError]:
    """Yield what the fields alone cannot show: ids in order, each dimension asked about enough."""

    def fault(loc: tuple[str | int, ...], reason: str) -> NoteError:
        return NoteError(file.name, line_of(file.text, loc), reason)

    for place, statement in enumerate(matter.statements):
        if statement.id != f"q{place + 1:02d}":
            reason = f"`{statement.id}` stands where `q{place + 1:02d}` is due"
            yield fault(("statements", place, "id"), reason)
        if statement.dimension not in matter.dimensions:
            reason = f"`{statement.dimension}` is not among `dimensions`"
            yield fault(("statements", place, "dimension"), reason)
        if len({getattr(statement.anchors, stage.value).lower() for stage in Stage}) < len(Stage):
            yield fault(("statements", place, "anchors"), "two anchors say the same")
    if (count := len(matter.statements)) != STATEMENTS:
        yield fault(("statements",), f"{count} statements, not {STATEMENTS}")
    for loc, reason in _dimension_faults(matter):
        yield fault(loc, reason)


def _dimension_faults(matter: _Survey) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield where each dimension is not asked about as often as it should be, and why."""
    if (count := len(matter.dimensions)) != DIMENSIONS:
        yield ("dimensions",), f"{count} dimensions, not {DIMENSIONS}"
    used = [statement.dimension for statement in matter.statements]
    quick = [statement.dimension for statement in matter.statements if statement.quick]
    for key in matter.dimensions:
        if used.count(key) < LEAST_USED:
            yield ("dimensions", key), f"`{key}` is asked about fewer than {LEAST_USED} times"
        if quick.count(key) != 1:
            yield ("dimensions", key), f"`{key}` has {quick.count(key)} `quick`, not 1"
