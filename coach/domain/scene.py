"""What is rehearsed: who is played, how hard, and the facts of the case they play from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from coach.domain.names import NameChoices
from coach.domain.notes import Exchange
from coach.domain.rehearsal import MOST_LINES, Difficulty, Line, Role


@dataclass(frozen=True, slots=True)
class Scene:
    """One rehearsal as it stands; each thing said makes another one.

    `facts` are sentences of the case, as a person pasted it or as its note has it; `view` and
    `constraint` are those of whoever is played.
    """

    note: str
    role: Role
    difficulty: Difficulty
    facts: tuple[str, ...] = field(repr=False)
    view: str = field(repr=False)
    constraint: str = field(repr=False)
    replies: tuple[Exchange, ...] = field(repr=False)
    lines: tuple[Line, ...] = field(default=(), repr=False)
    names: NameChoices = field(default_factory=NameChoices)

    def with_line(self, text: str, *, mine: bool) -> Scene:
        """Return it with one more thing said."""
        return replace(self, lines=(*self.lines, Line(text, mine)))

    @property
    def mine(self) -> tuple[str, ...]:
        """What the person who rehearses said so far."""
        return tuple(line.text for line in self.lines if line.mine)

    @property
    def is_full(self) -> bool:
        """Whether there was enough talk for one rehearsal."""
        return len(self.mine) >= MOST_LINES
