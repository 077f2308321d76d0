"""What an editor of an agenda is given, as a prompt: every text from outside in a block."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.agenda import Agenda, Item
from coach.domain.passages import Passage
from coach.ports import EditTask
from coach.prompts import Prompt, render
from coach.prompts.writing import _block, _clipped, _tokens

LONGEST_BRIEF = 2_000  # characters of what was asked for that are read
LONGEST_WRITTEN = 6_000  # characters of an earlier version that are shown again


def agenda_prompt(task: EditTask, code: str, room: int) -> Prompt:
    """Return the prompt for a version of an agenda, or for its repair.

    `code` closes the blocks: random for each call. `room` is the number of tokens the prompt may
    take, roughly counted; where it is too small, the last passages go.
    """
    prompt = _prompt(task, code)
    while task.passages and _tokens(prompt) > room:
        task = replace(task, passages=task.passages[:-1])
        prompt = _prompt(task, code)
    return prompt


def owners(draft: Agenda) -> tuple[str, ...]:
    """Return who may own a question: the people, and whoever owns one in the draft."""
    names = [person.name for person in draft.people] + [item.owner for item in draft.matters]
    return tuple(dict.fromkeys(name for name in names if name))


def _prompt(task: EditTask, code: str) -> Prompt:
    draft = task.draft
    numbered = "\n\n".join(_item(n, item) for n, item in enumerate(draft.matters, 1))
    faults = "\n".join(f"- {fault}" for fault in task.faults)
    return render(
        "agenda",
        passages="\n\n".join(_passage(n, p, code) for n, p in enumerate(task.passages, 1)),
        brief=_block("asked-for", _clipped(task.brief, LONGEST_BRIEF), code),
        people=_block("people", _people(draft), code),
        draft=_block("draft", f"Title: {draft.title}\n\n{numbered}", code),
        setting=_setting(draft),
        written=_block("earlier-version", _clipped(task.written, LONGEST_WRITTEN), code),
        faults=_faults(_block("faults", faults, code)),
    )


def _people(draft: Agenda) -> str:
    lines = [
        f"{person.name} ({', '.join(part for part in (person.side.value, person.role) if part)})"
        for person in draft.people
    ]
    return "\n".join([*lines, f"Owners: {'; '.join(owners(draft))}"])


def _item(n: int, item: Item) -> str:
    lines = [
        f"{n}. {item.question}",
        f"outcome: {item.outcome.value}; owner: {item.owner}; minutes: {item.minutes}",
        f"prework: {item.prework}" if item.prework else "",
        f"done_when: {item.done_when}" if item.done_when else "",
        "minutes set by hand: keep this one as it is" if item.locked else "",
    ]
    return "\n".join(line for line in lines if line)


def _setting(draft: Agenda) -> str:
    """Return what frames the meeting; said by us, so in no block."""
    questions = sum(item.minutes for item in draft.matters)
    stage = f" The teams are at the stage {draft.stage.value.capitalize()}." if draft.stage else ""
    return (
        f"The meeting takes {draft.minutes} minutes, of which {questions} are for questions.{stage}"
    )


def _faults(block: str) -> str:
    if not block:
        return ""
    return (
        f"{block}\n\nYour earlier version has these faults. Write the whole object again, mended."
    )


def _passage(n: int, passage: Passage, code: str) -> str:
    return (
        f'<passage-{code} n="{n}">\n{passage.title}: {passage.heading}\n'
        f"{passage.text}\n</passage-{code}>"
    )
