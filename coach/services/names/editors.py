"""The editor of agendas that gets no names to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coach.domain.agenda import Agenda
from coach.domain.notes import OWN
from coach.domain.passages import Passage
from coach.ports import Edit, Editor, EditTask, Reply, Row
from coach.services.names.disguise import Disguise
from coach.services.names.naming import Naming


class UnnamingEditor:
    """The port `Editor` around another: names go out as stand-ins and come back as they were.

    The names are those of who comes, of who owns a question, and in what was asked for. Lives as
    long as the app; safe from many threads.
    """

    def __init__(self, editor: Editor, naming: Naming) -> None:
        self._editor = editor
        self._naming = naming

    def edit(self, task: EditTask) -> Edit:
        """Begin an edit; nothing is sent before its reply is asked for."""
        draft = task.draft
        listed = [person.name for person in draft.people] + [item.owner for item in draft.matters]
        beside = [text for p in task.passages for text in (p.title, p.text)]
        disguise = self._naming.disguise(
            [task.brief, draft.title, *(item.question for item in draft.items)],
            task.names,
            listed,
            [task.written, *task.faults, *(item.prework for item in draft.items), *beside],
        )
        if disguise is None:
            return self._editor.edit(task)
        return UnnamingEdit(self._editor.edit(_hidden(task, disguise.hide)), disguise)


class UnnamingEdit:
    """The port `Edit` around another. Lives as long as one reply."""

    def __init__(self, edit: Edit, disguise: Disguise) -> None:
        self._edit = edit
        self._disguise = disguise

    def reply(self) -> Reply:
        """Wait for the reply and return it with the names put back.

        Raises:
            AuthorError: the endpoint failed.
        """
        reply, show = self._edit.reply(), self._disguise.show
        rows = tuple(_row(row, show) for row in reply.rows)
        return Reply(rows, show(reply.fault), show(reply.text))

    def cancel(self) -> None:
        """Stop it; safe from any thread, more than once, and after the end."""
        self._edit.cancel()


def _hidden(task: EditTask, hide: Callable[[str], str]) -> EditTask:
    return replace(
        task,
        brief=hide(task.brief),
        draft=_agenda(task.draft, hide),
        passages=tuple(_passage(passage, hide) for passage in task.passages),
        written=hide(task.written),
        faults=tuple(map(hide, task.faults)),
    )


def _agenda(draft: Agenda, hide: Callable[[str], str]) -> Agenda:
    """Return the parts of a draft that an editor reads, without names."""
    people = tuple(replace(p, name=hide(p.name), role=hide(p.role)) for p in draft.people)
    items = tuple(
        replace(
            item,
            question=hide(item.question),
            owner=hide(item.owner),
            prework=hide(item.prework),
            done_when=hide(item.done_when),
        )
        for item in draft.items
    )
    return replace(draft, title=hide(draft.title), people=people, items=items)


def _passage(passage: Passage, hide: Callable[[str], str]) -> Passage:
    if not passage.file.startswith(OWN):
        return passage
    return replace(passage, title=hide(passage.title), text=hide(passage.text))


def _row(row: Row, show: Callable[[str], str]) -> Row:
    return replace(
        row,
        question=show(row.question),
        owner=show(row.owner),
        prework=show(row.prework),
        done_when=show(row.done_when),
    )
