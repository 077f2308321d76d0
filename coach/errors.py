"""One tree of errors; each says what happened and what to do next.

CoachError                 shown to the user, in one sentence, with the next step
├── SettingsError          a setting that makes no sense
├── NoteError              a note that breaks its schema: file, line, reason
├── QuestionError          a question that cannot be taken (empty, too long)
├── MeetingError           a length, start, zone or person that a meeting cannot have
│   └── NoMeeting          a matter that no meeting of the two departments is for
├── Unfit                  what cannot be done to a meeting, or kept of it, as it stands
│   └── ChangedMeanwhile   somebody else stored another version first
├── RoundError             what cannot be done to a round of the survey as it stands
├── CaseError              what cannot be done to a kept quarrel as it stands
├── LinkClosed             a link that opens nothing: unknown, taken back, used or over
├── NotFound               a conversation or turn that is not there (or not yours)
├── StorageError           the records cannot be read or written
│   ├── StorageLocked      another process holds them
│   ├── StorageFull        no space left, or read-only
│   └── StorageCorrupt     unreadable; the file is kept aside, never overwritten
├── SearchError            the index or the embedder failed
└── AuthorError            the language model did not write
    ├── AuthorRefused      wrong key, unknown model
    ├── AuthorBusy         told to wait (429)
    ├── AuthorUnreachable  refused, timed out, cut
    └── PromptTooLong      more than the model's context holds
"""

from __future__ import annotations


class CoachError(Exception):
    """An error a person may read: `message` says what happened, `next_step` what to do."""

    code = "error"
    next_step = "Try again; if it stays, run `coach doctor`."

    def __init__(self, message: str, next_step: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if next_step is not None:
            self.next_step = next_step


class SettingsError(CoachError):
    """A setting that makes no sense."""

    code = "settings"
    next_step = "Correct the setting and start again."


class NoteError(CoachError):
    """A note that breaks its schema.

    Attributes: `file` relative to the knowledge folder, `line` from 1, `reason`.
    """

    code = "note"
    next_step = "Correct the note; `coach check` names every fault."

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class QuestionError(CoachError):
    """A question that cannot be taken."""

    code = "question"
    next_step = "Type a question of one to twenty thousand characters."


class MeetingError(CoachError):
    """A length, start, zone or person that a meeting cannot have."""

    code = "agenda"
    next_step = "Correct what is named and ask for the agenda again."


class NoMeeting(MeetingError):
    """A matter that no meeting of the two departments is for.

    Attributes: `kind` of what is said instead: handover, declined or off_topic.
    """

    def __init__(self, message: str, next_step: str, kind: str) -> None:
        super().__init__(message, next_step)
        self.kind = kind


class Unfit(CoachError):
    """What cannot be done to a meeting, or kept of it, as it stands."""

    code = "meeting"
    next_step = "Reload the page: it shows the meeting as it stands."


class ChangedMeanwhile(Unfit):
    """Somebody else stored another version first; nothing was stored over it.

    Attributes: `stored` is what stands there, `yours` what was to be stored.
    """

    code = "changed_meanwhile"
    next_step = "Look at both; then store yours again, or leave theirs."

    def __init__(self, message: str, stored: object, yours: object) -> None:
        super().__init__(message)
        self.stored, self.yours = stored, yours


class RoundError(CoachError):
    """What cannot be done to a round of the survey, or kept of an answer, as it stands."""

    code = "round"
    next_step = "Reload the page: it shows the round as it stands."


class CaseError(CoachError):
    """What cannot be done to a kept quarrel, or to what its other side writes, as it stands."""

    code = "case"
    next_step = "Reload the page: it shows the case as it stands."


class LinkClosed(CoachError):
    """A link that opens nothing, said to whoever holds it; never whether it once existed.

    Attributes: `reason` in one word: unknown, revoked, used or expired.
    """

    code = "link"

    def __init__(self, reason: str, message: str, next_step: str) -> None:
        super().__init__(message, next_step)
        self.reason = reason


class NotFound(CoachError):
    """A conversation or turn that is not there, or belongs to somebody else."""

    code = "not_found"
    next_step = "Open another conversation from the list."


class StorageError(CoachError):
    """The records cannot be read or written."""

    code = "storage"
    next_step = "Run `coach doctor`: it names the folder and what is wrong with it."


class StorageLocked(StorageError):
    """Another process holds the records."""

    code = "storage_locked"
    next_step = "Close the other program that uses this data folder, then try again."


class StorageFull(StorageError):
    """No space left, or a read-only folder."""

    code = "storage_full"
    next_step = "Free some space or make the data folder writable, then try again."


class StorageCorrupt(StorageError):
    """Unreadable records; the file was kept aside and never overwritten."""

    code = "storage_corrupt"
    next_step = "Run `coach doctor`: it says where the old file is and how to restore a backup."


class SearchError(CoachError):
    """The index or the embedder failed."""

    code = "search"
    next_step = "Run `coach index` to rebuild the index from the notes."


class AuthorError(CoachError):
    """The language model did not write an answer."""

    code = "model"
    next_step = "The playbook answers meanwhile; `coach doctor` tests the model."


class AuthorRefused(AuthorError):
    """Wrong key, unknown model, or a request the endpoint will not take."""

    code = "model_refused"
    next_step = "Check the key and the model's name in the settings."


class AuthorBusy(AuthorError):
    """The endpoint said to wait."""

    code = "model_busy"
    next_step = "Wait a minute and press *Regenerate*."


class AuthorUnreachable(AuthorError):
    """Refused, timed out or cut connection."""

    code = "model_unreachable"
    next_step = "Check that the endpoint runs and its address is right."


class PromptTooLong(AuthorError):
    """More text than the model's context holds."""

    code = "model_context"
    next_step = "Start a new conversation or choose a model with a larger context."
