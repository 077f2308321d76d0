"""What a partner in a rehearsal is given, as prompts: every text from outside in a block."""

from __future__ import annotations

from coach.domain.rehearsal import Difficulty, Line
from coach.domain.scene import Scene
from coach.prompts import Prompt, render
from coach.prompts.writing import _block, _clipped, _tokens

LONGEST_FACTS = 6_000  # characters of a case that are read
_MANNERS = {
    Difficulty.EASY: "You are willing to talk: a little worried, quick to see the other's point.",
    Difficulty.NORMAL: "You are busy and guarded: fair, but you expect reasons and ask back.",
    Difficulty.HARD: (
        "You are under pressure and annoyed: curt, sceptical, you come back once to what bothers "
        "you most in the case, and you soften only slowly."
    ),
}


def rehearse_prompt(scene: Scene, code: str, room: int) -> Prompt:
    """Return the prompt for what the role says next.

    `code` closes the blocks: random for each call. `room` is the number of tokens the prompt may
    take, roughly counted; where it is too small, the oldest lines go first.
    """
    lines = scene.lines
    prompt = _rehearse(scene, lines, code)
    while len(lines) > 2 and _tokens(prompt) > room:
        lines = lines[1:]
        prompt = _rehearse(scene, lines, code)
    return prompt


def debrief_prompt(scene: Scene, code: str) -> Prompt:
    """Return the prompt for the look back; only the person's own lines are in it."""
    numbered = "\n".join(f"{n}. {text}" for n, text in enumerate(scene.mine, 1))
    return render(
        "debrief",
        role=scene.role.value,
        constraint=_block("what-ties-their-hands", scene.constraint, code),
        lines=_block("their-lines", numbered, code),
    )


def _rehearse(scene: Scene, lines: tuple[Line, ...], code: str) -> Prompt:
    talk = "\n\n".join(f"{'They' if line.mine else 'You'}: {line.text}" for line in lines)
    facts = _clipped("\n".join(f"- {fact}" for fact in scene.facts), LONGEST_FACTS)
    return render(
        "rehearse",
        role=scene.role.value,
        manner=_MANNERS[scene.difficulty],
        facts=_block("case", facts, code),
        view=_block("how-you-see-it", scene.view, code),
        constraint=_block("what-ties-your-hands", scene.constraint, code),
        talk=_block("conversation", talk, code),
    )
