"""The rules that run over all notes once each note has passed by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coach.domain.notes import OWN, Conflict, Kind, Meeting, Note, Playbook
from coach.errors import NoteError
from coach.playbook.checking.agendas import agenda_faults
from coach.playbook.checking.ease import EASIEST_BAR, reading_ease
from coach.playbook.checking.likeness import Part, alike
from coach.playbook.checking.prose import Said, said_in
from coach.playbook.folders import Folders
from coach.playbook.own_notes import is_settled

Unsourced = Callable[[str, str], str]
FAIREST = 0.45  # the least share of the words that each side gets in a quarrel
Prose = dict[str, tuple[Said, ...]]


def prose_of(folders: Folders, playbook: Playbook) -> Prose:
    """Return what each note says in its own voice, by id."""
    return {note.id: tuple(said_in(folders, note)) for note in playbook.notes}


def claims(playbook: Playbook, prose: Prose, unsourced: Unsourced) -> Iterator[NoteError]:
    """Name each fact without its source mark in the same sentence, item or row."""
    for note in playbook.notes:
        for said in prose[note.id]:
            # The summary of a finding has its source in the front matter.
            if is_settled(note) or (not said.heading and note.kind is Kind.EVIDENCE):
                continue
            for text in said.judged:
                if reason := unsourced(text, said.heading):
                    reason = f"{reason} without a source mark: {_short(text)}"
                    yield NoteError(said.file, said.line, reason)


def doubles(folders: Folders, playbook: Playbook) -> Iterator[NoteError]:
    """Name each section that says what a section of another note says."""
    notes = [note for note in playbook.notes if not is_settled(note)]
    parts = [part for note in notes for part in _parts(folders, note)]
    for left, right, likeness in alike(parts):
        if right.file.startswith(OWN):  # the one to mend is the team's
            left, right = right, left
        reason = (
            f"`## {left.heading}` says the same ({likeness:.2f}) as `## {right.heading}` "
            f"in {right.file}:{right.line}"
        )
        yield NoteError(left.file, left.line, reason)


def hard_to_read(playbook: Playbook, eases: dict[str, float]) -> Iterator[NoteError]:
    """Name each note below the bar for reading ease."""
    for note in playbook.notes:
        if (ease := eases[note.id]) < EASIEST_BAR:
            reason = f"reading ease {ease:.0f}, at least {EASIEST_BAR:.0f}: shorter sentences"
            yield NoteError(note.file, 1, f"{reason}, plainer words")


def eases_of(prose: Prose) -> dict[str, float]:
    """Return the reading ease of each note, by id."""
    return {
        note: reading_ease(sentence for said in told for sentence in said.sentences)
        for note, told in prose.items()
    }


def agendas(folders: Folders, playbook: Playbook) -> Iterator[NoteError]:
    """Name each meeting whose minutes cannot be kept."""
    for note in playbook.notes:
        if isinstance(note, Meeting):
            for question, reason in agenda_faults(note):
                yield NoteError(note.file, _line_of(folders, note, question or "minutes:"), reason)


def lopsided(playbook: Playbook) -> Iterator[NoteError]:
    """Name each quarrel that gives one side more than 55 % of the words."""
    for note in playbook.notes:
        if isinstance(note, Conflict):
            sales, marketing = _words_for(note, "sales"), _words_for(note, "marketing")
            if not FAIREST <= sales / (sales + marketing) <= 1 - FAIREST:
                reason = f"{sales} words for sales, {marketing} for marketing: within 45 to 55 %"
                yield NoteError(note.file, 1, reason)


def mirrors(folders: Folders, playbook: Playbook) -> Iterator[NoteError]:
    """Name each quarrel whose mirror does not name it back."""
    for note in playbook.notes:
        if isinstance(note, Conflict) and note.mirror:
            other = playbook.get(note.mirror)
            if not isinstance(other, Conflict) or other.mirror == note.id:
                continue
            if other.replaces and not note.is_own:  # the one to mend is the team's
                reason = f"`mirror: {note.id}` is missing, as that note names this one"
                yield NoteError(other.file, 1, reason)
            else:
                reason = f"`mirror` names `{other.id}`, which does not name it back"
                yield NoteError(note.file, _line_of(folders, note, "mirror:"), reason)


def _words_for(note: Conflict, side: str) -> int:
    headings = (f"What {side} needs", f"What constrains {side}", f"Words for {side}")
    texts = [section.text for section in note.sections if section.heading in headings]
    return len(" ".join([*texts, *getattr(note, f"ask_{side}")]).split())


def _parts(folders: Folders, note: Note) -> Iterator[Part]:
    source = folders.read(note.file).text
    for section in note.sections:
        # A text to copy repeats on purpose what its practice explains.
        if note.kind is not Kind.TEMPLATE or section.heading != "Text":
            line = source.count("\n", 0, section.start) + 1
            yield Part(note.id, note.file, line, section.heading, section.text)


def _line_of(folders: Folders, note: Note, words: str) -> int:
    source = folders.read(note.file).text
    return source.count("\n", 0, max(source.find(words), 0)) + 1


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
