"""What came of one answer that a scripted endpoint was asked for."""

from __future__ import annotations

import time
from dataclasses import dataclass

from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor
from coach.adapters.model.draft import ModelDraft
from coach.domain.answers import Brief, Question
from coach.errors import AuthorError
from tests.fakes import hit

KEY = "sk-very-secret"
BRIEF = Brief(
    Question("Who calls a new lead?"),
    (
        hit("Sales calls each agreed lead within one day of the hand-over. It says so in writing."),
        hit("The two heads meet every Tuesday for half an hour to look at the list.", 2),
    ),
)
TEXT = "Sales calls within a day [1]. Both heads meet on Tuesdays [2]."


@dataclass
class Outcome:
    """What came of one answer."""

    text: str
    finish: str
    warning: str
    error: AuthorError | None
    seconds: float


def make_author(url: str, timeout: float = 1, retries: int = 2) -> ModelAuthor:
    return ModelAuthor("scripted", url, SecretStr(KEY), timeout=timeout, retries=retries)


def read(draft: ModelDraft) -> Outcome:
    started, pieces, failed = time.monotonic(), [], None
    try:
        pieces.extend(draft)
    except AuthorError as exc:
        failed = exc
    seconds = time.monotonic() - started
    return Outcome("".join(pieces), draft.finish.reason, draft.finish.warning, failed, seconds)
