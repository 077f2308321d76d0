"""What a judge is given, as a prompt: every text from outside in a block."""

from __future__ import annotations

from coach.ports.judges import JudgeTask
from coach.prompts import Prompt, render
from coach.prompts.writing import _block, _clipped

LONGEST = 8_000  # characters of either text that are judged


def judge_prompt(task: JudgeTask, code: str) -> Prompt:
    """Return the prompt for one verdict; `code` closes the blocks: random for each call."""
    lines = "\n".join(f"- {name}: {means}" for name, means in task.rubric.items())
    return render(
        "judge",
        asked=_block("asked", _clipped(task.asked, LONGEST), code),
        came=_block("came", _clipped(task.came, LONGEST), code),
        rubric=_block("qualities", lines, code),
    )
