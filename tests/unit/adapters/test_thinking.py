from __future__ import annotations

import pytest

from coach.adapters.model.thinking import without_thinking


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["<think>let me see", "...</think>", "\n\n", "Sales calls."], "Sales calls."),
        (["<th", "ink>hm</thi", "nk> Sales", " calls."], "Sales calls."),
        (["\n<think></think>", "Sales calls."], "Sales calls."),
        (["Sales calls.", " <think> is a tag."], "Sales calls. <think> is a tag."),
        (["<", "b>bold"], "<b>bold"),
        (["<think>never closed"], ""),
        (["<thi"], "<thi"),
        ([], ""),
    ],
)
def test_only_thoughts_at_the_beginning_are_taken_out(pieces: list[str], text: str):
    assert "".join(without_thinking(iter(pieces))) == text


def test_an_answer_without_thoughts_is_passed_on_at_once():
    pieces = iter(["Sales", " calls."])

    assert next(without_thinking(pieces)) == "Sales"
    assert list(pieces) == [" calls."]
