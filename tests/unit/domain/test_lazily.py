"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from coach.domain.lazily import lazy_pattern


def test_it_finds_what_a_compiled_one_finds() -> None:
    text, late, at_once = "Ana and Ben", lazy_pattern("b(e)n", re.I), re.compile("b(e)n", re.I)

    assert late.findall(text) == at_once.findall(text) == ["e"]
    assert late.sub("Bo", text) == "Ana and Bo"
    assert (late.pattern, late.flags) == (at_once.pattern, at_once.flags)


def test_nothing_is_compiled_before_it_is_used() -> None:
    faulty = lazy_pattern("(")

    with pytest.raises(re.error):
        faulty.search("a")


def test_what_a_pattern_has_not_is_missed_as_ever() -> None:
    with pytest.raises(AttributeError):
        lazy_pattern("a").find("a")  # type: ignore[attr-defined]
