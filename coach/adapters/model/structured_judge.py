"""The judge behind an OpenAI-compatible endpoint."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coach.adapters.model.client import ModelClient
from coach.adapters.model.line import Line
from coach.adapters.model.structured import Shape, StructuredCalls
from coach.adapters.model.structured_json import objects
from coach.ports import Endpoints
from coach.ports.judges import HIGHEST, LOWEST, JudgeTask, Verdict
from coach.prompts.judging import judge_prompt

LONGEST_REPLY = 300  # tokens
UNREADABLE = "It was no JSON object with a number from 1 to 5 for each quality."


class ModelJudge:
    """The port `Judge`. Lives as long as a run; safe from many threads."""

    def __init__(self, client: ModelClient, endpoints: Endpoints, code: Callable[[], str]) -> None:
        self._calls = StructuredCalls(client, endpoints)
        self._code = code

    def judge(self, task: JudgeTask) -> Verdict:
        """Return the points for one task.

        Raises:
            AuthorError: the endpoint failed.
        """
        prompt = judge_prompt(task, self._code())
        text = self._calls.text(prompt, _shape(task.rubric), Line(), LONGEST_REPLY)
        return read_verdict(text, task.rubric)


def read_verdict(text: str, rubric: Mapping[str, str]) -> Verdict:
    """Return the points in a model's text: of the first object that has them all."""
    for found in objects(text):
        if isinstance(found, dict) and all(_is_point(found.get(name)) for name in rubric):
            return Verdict({name: int(found[name]) for name in rubric})
    return Verdict(fault=UNREADABLE)


def _is_point(value: object) -> bool:
    return not isinstance(value, bool) and value in range(LOWEST, HIGHEST + 1)


def _shape(rubric: Mapping[str, str]) -> Shape:
    point = {"type": "integer", "minimum": LOWEST, "maximum": HIGHEST}
    return Shape(
        "verdict",
        {
            "type": "object",
            "properties": dict.fromkeys(rubric, point),
            "required": list(rubric),
            "additionalProperties": False,
        },
    )
