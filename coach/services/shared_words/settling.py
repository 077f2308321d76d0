"""Words settled by both sides: written apart, worded once, accepted by each, kept as a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from coach.domain.conversation import Person
from coach.domain.notes import Note, Playbook
from coach.domain.shared_words import (
    SharedWord,
    Word,
    accepted,
    withdrawn,
    worded,
    written,
)
from coach.domain.stages import Side
from coach.errors import CoachError, NotFound, Unfit
from coach.ports import Clock
from coach.ports.agreements import SharedWords
from coach.services.shared_words.comparing import compare
from coach.services.shared_words.drafting import draft_of
from coach.services.shared_words.note import note_id, note_of


class TeamNotes(Protocol):
    """Writes a team's own notes; raises `NoteError` or a `StorageError`."""

    def write(self, note_id: str, text: str) -> Note:
        """Store a note and read it."""
        ...

    def remove(self, note_id: str) -> str:
        """Take a note away; return its text."""
        ...


class Settling:
    """Takes words from two texts to one note. Lives as long as the app; safe from many threads.

    All methods raise `NotFound` for what is not there, `Unfit` for what cannot be done as it
    stands, and a `StorageError` where records or folder cannot be used.
    """

    def __init__(
        self,
        kept: SharedWords,
        words: tuple[Word, ...],
        notes: TeamNotes,
        playbook: Playbook,
        clock: Clock,
    ) -> None:
        """`words` are those to settle, `notes` where a settled one goes."""
        self.words = words
        self._kept, self._notes, self._playbook, self._clock = kept, notes, playbook, clock

    def word(self, key: str) -> Word:
        """Return one of the words."""
        for word in self.words:
            if word.key == key:
                return word
        raise NotFound("This word is not on the list.", "Choose one of those shown.")

    def begun(self, person: Person) -> Mapping[str, SharedWord]:
        """Return what was begun, by the key of the word."""
        found: dict[str, SharedWord] = {}
        for one in self._kept.list(person):
            found.setdefault(one.word, one)
        return found

    def write(
        self, person: Person, key: str, side: Side, text: str, device: str = ""
    ) -> SharedWord:
        """Store what a side means; with the second text the first wording is made from both."""
        self.word(key)

        def change(stored: SharedWord) -> SharedWord:
            after = written(stored, side, text, device)
            if after.texts is None:
                return after
            return worded(after, draft_of(compare(*after.texts)))

        return self._kept.change(person, key, change)

    def reword(self, person: Person, key: str, draft: str) -> SharedWord:
        """Store another wording, which then nobody has accepted; a note stays until both do."""
        self.word(key)
        return self._kept.change(person, key, lambda stored: worded(stored, draft))

    def accept(self, person: Person, key: str, side: Side, draft: str) -> SharedWord:
        """Store a side's consent to the wording it saw; with the second it becomes a note."""
        word, now = self.word(key), self._clock.now()
        after = self._kept.change(person, key, lambda s: accepted(s, side, draft, now))
        if not after.settled:
            return after
        try:
            self._publish(word, after)
        except CoachError:
            self._kept.change(person, key, lambda s: _without(s, side))
            raise
        return self._kept.change(person, key, lambda s: replace(s, note=note_id(word)))

    def publish(self, person: Person, key: str) -> None:
        """Write the note of a settled word once more, as after it came from another machine."""
        word, stored = self.word(key), self.begun(person).get(key)
        if stored is None or not stored.settled:
            raise Unfit("Both sides have not accepted this word yet.", "Accept it first.")
        self._publish(word, stored)

    def withdraw(self, person: Person, key: str) -> Callable[[], object]:
        """Take the note away, so that both can accept anew; return what brings it all back."""
        word = self.word(key)
        before = self.begun(person).get(key)
        if before is None or not before.note:
            raise NotFound("There is no note of this word.", "Reload the page.")
        text = self._notes.remove(before.note)
        self._kept.change(person, key, withdrawn)

        def back() -> None:
            if text:
                self._notes.write(note_id(word), text)
            self._kept.change(person, key, lambda _: before)

        return back

    def delete(self, person: Person, key: str) -> Callable[[], object]:
        """Take the word away with both texts and its note; return what brings it all back."""
        before = self.begun(person).get(key)
        if before is None:
            raise NotFound("Nobody has begun this word.", "Reload the page.")
        text = self._notes.remove(before.note) if before.note else ""
        self._kept.hide(person, before.id)

        def back() -> None:
            self._kept.unhide(person, before.id)
            if text:
                self._notes.write(before.note, text)

        return back

    def _publish(self, word: Word, settled: SharedWord) -> None:
        known = {note.id for note in self._playbook.notes}
        self._notes.write(note_id(word), note_of(word, settled, known))


def _without(word: SharedWord, side: Side) -> SharedWord:
    kept = {other: at for other, at in word.accepted.items() if other is not side}
    return replace(word, accepted=kept)
