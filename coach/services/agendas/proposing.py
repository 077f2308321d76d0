"""The model's version of an agenda, checked by code, as a change that a person may accept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coach.domain.agenda import Agenda, Item
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.names import NameChoices
from coach.domain.passages import Passage
from coach.errors import CoachError
from coach.ports import Edit, Editor, EditTask, PassageIndex, Reply
from coach.services.agendas.changes import Change, changes_between
from coach.services.agendas.versions import Version, version_of

TRIES = 2  # a version and its repair
MOST_PASSAGES = 10
AGENDA_HEADING = "Agenda"  # the passage that says what the draft already holds
STANDS = "The draft stands as it is."
STOPPED = f"Stopped. {STANDS}"
SAME = f"The model would change nothing. {STANDS}"
NO_MATTER = f"There is no question to work on. {STANDS}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What came of asking the model: a checked agenda and what it changes, or `None`.

    `warnings` are plain sentences, where there is no agenda the reason.
    """

    agenda: Agenda | None = None
    warnings: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class Stop:
    """Ends one proposal; `stop` is safe from any thread. Lives as long as the proposal."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._edit: Edit | None = None
        self.stopped = False

    def stop(self) -> None:
        """Hang up, now or as soon as the model is called."""
        with self._lock:
            self.stopped = True
            if self._edit is not None:
                self._edit.cancel()

    def reply(self, edit: Edit) -> Reply:
        """Wait for the reply of an edit that `stop` ends."""
        with self._lock:
            self._edit = edit
            if self.stopped:
                edit.cancel()
        return edit.reply()


class Proposing:
    """Asks a model for its version of a draft. Lives as long as the app; safe from many threads.

    `fit` shares out the minutes and puts the frame around the questions; `check` names the rules
    an agenda breaks, in sentences; `allowed` is false for what is about one person.
    """

    def __init__(
        self,
        editor: Editor,
        index: PassageIndex,
        fit: Callable[[Agenda], Agenda],
        check: Callable[[Agenda], tuple[str, ...]],
        allowed: Callable[[Item], bool],
    ) -> None:
        self._editor = editor
        self._index = index
        self._fit = fit
        self._check = check
        self._allowed = allowed

    def propose(
        self,
        brief: MeetingBrief,
        draft: Agenda,
        stop: Stop | None = None,
        names: NameChoices | None = None,
    ) -> Proposal:
        """Wait for the model's version and return it where it keeps every rule.

        One call, and one more to repair what is wrong. Never raises for what a model, its endpoint
        or the records do: then the draft stands, and a warning says why.
        """
        if not draft.matters:
            return Proposal(warnings=(NO_MATTER,))
        stop = stop or Stop()
        chosen = names or NameChoices()
        task = EditTask(asked_for(brief), draft, self._passages(draft), names=chosen)
        faults: tuple[str, ...] = ()
        try:
            for _ in range(TRIES):
                reply = stop.reply(self._editor.edit(task))
                if stop.stopped:
                    return Proposal(warnings=(STOPPED,))
                proposal, faults = self._read(reply, task, brief.warnings)
                if proposal is not None:
                    return proposal
                task = replace(task, written=reply.text, faults=faults)
        except CoachError as exc:
            return Proposal(warnings=(STOPPED if stop.stopped else f"{exc.message} {STANDS}",))
        return Proposal(warnings=(f"The model's version did not hold: {faults[0]} {STANDS}",))

    def _read(
        self, reply: Reply, task: EditTask, said: tuple[str, ...]
    ) -> tuple[Proposal | None, tuple[str, ...]]:
        """Return the proposal in a reply, or what is wrong with it; `said` is said of either."""
        if not reply.rows:
            return None, (reply.fault or "It holds no item.",)
        texts = (task.brief, *(passage.text for passage in task.passages))
        version = version_of(reply.rows, task.draft, "\n".join(texts), self._allowed)
        if not version.agenda.matters:
            return None, (*version.remarks, "It holds no question that a group can answer.")
        fitted = self._fit(version.agenda)
        faults = self._check(fitted)
        if faults:
            return None, (*faults, *version.remarks)
        return _proposal(task.draft, version, replace(fitted, warnings=said)), ()

    def _passages(self, draft: Agenda) -> Sequence[Passage]:
        """Return what the playbook says on the meeting, then the gist of other notes used."""
        found = list(self._index.passages(draft.note)) if draft.note else []
        others = dict.fromkeys(item.note for item in draft.matters)
        for note in others:
            if note and note != draft.note:
                found += list(self._index.passages(note))[:1]
        useful = (p for p in found if not p.is_name and p.heading != AGENDA_HEADING)
        return tuple(useful)[:MOST_PASSAGES]


def asked_for(brief: MeetingBrief) -> str:
    """Return a brief as text: what the meeting is for, then the known problems."""
    return "\n".join([brief.text, *(f"Known problem: {problem}" for problem in brief.problems)])


def _proposal(draft: Agenda, version: Version, fitted: Agenda) -> Proposal:
    changes = changes_between(draft, fitted, version.sources)
    if not changes:
        return Proposal(warnings=(*version.remarks, SAME))
    return Proposal(fitted, version.remarks, changes)
