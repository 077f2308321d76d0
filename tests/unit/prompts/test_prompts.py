from __future__ import annotations

import pytest

from coach import prompts
from coach.prompts import render


def test_a_missing_name_is_an_error_that_names_it():
    with pytest.raises(ValueError, match="`question`"):
        render("translate")


def test_a_name_too_many_is_an_error_that_names_it():
    with pytest.raises(ValueError, match="`mood`"):
        render("translate", question="Wer ruft an?", mood="calm")


def test_a_line_whose_only_value_is_empty_vanishes():
    names = ("passages", "facts", "history", "setting", "so_far")
    prompt = render("answer", question="Who calls?", **dict.fromkeys(names, ""))

    assert prompt.user == "Who calls?"


def test_a_value_is_never_read_for_variables_itself():
    prompt = render("translate", question="{{question}} and {{passages}}")

    assert prompt.user == "{{question}} and {{passages}}"


@pytest.mark.parametrize("name", ["agenda", "answer", "repair", "translate"])
def test_every_prompt_declares_what_it_uses(name: str):
    assert prompts._template(name).system


@pytest.mark.parametrize(
    "text", ["no front matter", "---\nvariables: [a]\n---\n# System\n# User\n"]
)
def test_a_broken_prompt_file_is_refused(tmp_path, monkeypatch, text: str):
    (tmp_path / "broken.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(prompts, "_FOLDER", tmp_path)

    with pytest.raises(ValueError, match="`broken`"):
        render("broken", a="x")
