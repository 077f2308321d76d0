"""Text from anywhere shows, and does nothing else."""

from __future__ import annotations

import pytest

from coach.ui.safe_text import markdown, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](http://evil.example/?q=1)", "x"),
        ("![x][y]\n\n[y]: http://evil.example", "x"),
        ("[x](javascript:alert(1))", r"\[x\](javascript\:alert(1))"),
        ("[x](data:text/html,y)", r"\[x\](data\:text/html,y)"),
        ("[x](mailto:a@b.example)", "x"),
        ("[x](ftp://a.example)", "x"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("&lt;script&gt;", r"\<script\>"),
        ("$30,000 to $2.4m", r"\$30,000 to \$2.4m"),
        (":red[x] :material/home:", r"\:red\[x\] \:material/home:"),
        ("~~gone~~ a|b", r"\~\~gone\~\~ a\|b"),
        ("nul\0led", "nulled"),
    ],
)
def test_what_loads_runs_or_styles_becomes_words(text: str, shown: str) -> None:
    assert markdown(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "One **bold** and *slanted* word.",
        "- one\n- two",
        "1. one\n2. two",
        "> said",
        "[site](<https://a.example/b>)",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "one\n\ntwo",
    ],
)
def test_plain_markdown_stays_as_it_is(text: str) -> None:
    assert markdown(text) == text


def test_a_heading_becomes_a_bold_line_outside_the_outline_of_the_page() -> None:
    assert markdown("# **Big** news") == "**Big news**"


def test_code_keeps_its_fence_however_many_ticks_it_holds() -> None:
    assert markdown("````\na ``` b\n````") == "````\na ``` b\n````"


def test_known_citations_become_badges_and_unknown_ones_stay_text() -> None:
    assert markdown("Yes [1][2] no [9].", numbers=[1, 2]) == (
        "Yes\u00a0:gray-badge[1]:gray-badge[2] no \\[9\\]."
    )


def test_a_citation_cannot_be_turned_into_a_link() -> None:
    shown = markdown("So [1].\n\n[1]: javascript:alert(1)", numbers=[1])

    assert shown.startswith("So\u00a0:gray-badge[1].")


def test_the_cited_lines_are_highlighted_and_no_others() -> None:
    text = "First.\n\n- two **b**\n- three"
    shown = markdown(text, lit=[(8, 19)])

    assert shown == "First.\n\n- :yellow-background[two **b**]\n- three"


def test_plain_shows_text_to_the_letter_on_one_line() -> None:
    assert plain("# a\n*b* [c](d)") == r"\# a \*b\* \[c\](d)"


def test_the_private_marks_cannot_be_smuggled_in() -> None:
    assert plain("a\ue000b\ue001c\ue002") == "abc"
