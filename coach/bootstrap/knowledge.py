"""What the coach knows at its start: the shipped notes, with a team's own read over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.notes import Playbook
from coach.domain.shared_words import Word
from coach.domain.survey import Survey
from coach.playbook.boundary_rules import BoundaryRules, load_boundary_rules
from coach.playbook.coverage_rules import CoverageRules, load_coverage_rules
from coach.playbook.folders import Folders, find_folders
from coach.playbook.languages import FILE, load_languages
from coach.playbook.notes import load_playbook
from coach.playbook.quarrels import QuarrelRules, load_quarrel_rules
from coach.playbook.survey import FILE as SURVEY
from coach.playbook.survey import load_survey
from coach.playbook.words import load_words
from coach.services.language import Languages
from coach.settings import Settings

NOTES = "notes"  # the folder of a team's own notes in the data, where no other is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Notes, languages, boundaries, quarrels, the survey; `warnings` name what was left out.

    The boundaries and the `kept` languages they are told by are the shipped ones, whatever a team
    has in its folder.
    """

    folders: Folders
    playbook: Playbook
    languages: Languages
    kept: Languages
    rules: BoundaryRules
    coverage: CoverageRules
    quarrels: QuarrelRules
    survey: Survey
    words: tuple[Word, ...]
    warnings: tuple[str, ...]


def read_knowledge(settings: Settings) -> Knowledge:
    """Read it all.

    Raises:
        NoteError: the shipped languages, boundaries, quarrels, survey or words are missing or
            faulty.
    """
    usual = settings.data / NOTES
    folders, problem = find_folders(settings.shipped, settings.knowledge, usual)
    playbook = load_playbook(folders.shipped, folders.own)
    tongues, fault = folders.load(FILE, load_languages)
    languages = kept = Languages(tongues)
    if folders.has_own(FILE):
        kept = Languages(load_languages(folders.shipped))
    survey, unasked = folders.load(SURVEY, load_survey)
    faults = [*playbook.faults, *([fault] if fault else []), *([unasked] if unasked else [])]
    return Knowledge(
        folders=folders,
        playbook=playbook,
        languages=languages,
        kept=kept,
        rules=load_boundary_rules(folders.shipped),
        coverage=load_coverage_rules(folders.shipped),
        quarrels=load_quarrel_rules(folders.shipped),
        survey=survey,
        words=load_words(folders.shipped),
        warnings=(*([problem] if problem else []), *_left_out(faults)),
    )


def _left_out(faults: Sequence[str]) -> list[str]:
    if not faults:
        return []
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    return [f"Left out of the playbook: {faults[0]}{more}. `coach check` names every fault."]
