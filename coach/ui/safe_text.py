"""Text from people, notes and models as Markdown that shows, and does nothing else.

The text is parsed as CommonMark and written again from the parsed tree, every character of plain
text escaped. So no picture loads, no HTML or formula is read, and a link is a link only where it is
`http(s)`; the browser part escapes once more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

STRUCK, UNSTRUCK, DOUBT = "\ue000", "\ue001", "\ue002"  # private marks that survive parsing
_OURS = re.compile(f"[{STRUCK}{UNSTRUCK}{DOUBT}\0]")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&])")
_COLON = re.compile(r":(?=[A-Za-z:])")
_LINE_START = re.compile(r"^(\s*)(?:([+\-#=])|(\d{1,9})([.)]))", re.MULTILINE)
_CITATION = re.compile(r"( ?)\\\[(\d{1,2})\\\]")
_STAY = "\u00a0"  # a space that keeps a citation on the line of what it bears out
_WEB = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Style:
    numbers: frozenset[int]
    lit: tuple[tuple[int, int], ...]  # lines to highlight, ends excluded


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def clean(text: str) -> str:
    """Return `text` without the characters this module gives a meaning to."""
    return _OURS.sub("", text)


def plain(text: str) -> str:
    """Return Markdown that shows `text` to the letter, on one line."""
    return _escape(" ".join(clean(text).split()))


def markdown(text: str, numbers: Iterable[int] = (), lit: Iterable[tuple[int, int]] = ()) -> str:
    """Return safe Markdown for `text`.

    `numbers` are the citations that exist: their `[n]` become small badges. `lit` highlights what
    stands between two characters each, to whole lines.
    """
    lines = tuple(_lines(text, start, end) for start, end in lit)
    return _shown(text, frozenset(numbers), lines)


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    return text.count("\n", 0, start), text.count("\n", 0, max(start, end - 1)) + 1


@lru_cache(maxsize=1024)  # a page is drawn many times, and so is the head of a growing answer
def _shown(text: str, numbers: frozenset[int], lit: tuple[tuple[int, int], ...]) -> str:
    tree = SyntaxTreeNode(_parser().parse(text.replace("\0", "")))
    shown = _blocks(tree.children, _Style(numbers, lit))
    return shown.replace(STRUCK, "~~").replace(UNSTRUCK, "~~").replace(DOUBT, ":gray[†]")


def _blocks(nodes: Sequence[SyntaxTreeNode], style: _Style, gap: str = "\n\n") -> str:
    return gap.join(_block(node, style) for node in nodes)


def _block(node: SyntaxTreeNode, style: _Style) -> str:
    draw = _DRAWN.get(node.type)
    return draw(node, style) if draw else _escape(node.content)


def _paragraph(node: SyntaxTreeNode, style: _Style) -> str:
    return _lit(node, _inline(node.children[0].children, style), style)


def _heading(node: SyntaxTreeNode, style: _Style) -> str:
    # One level for all: the page's own outline is not the author's to change.
    text = _inline(node.children[0].children, style).replace("**", "")
    return f"**{text}**" if text.strip() else ""


def _list(node: SyntaxTreeNode, style: _Style) -> str:
    first = int(node.attrs.get("start", 1))
    rows = []
    for i, item in enumerate(node.children):
        mark = "- " if node.type == "bullet_list" else f"{first + i}. "
        tight = all(child.hidden for child in item.children if child.type == "paragraph")
        text = _blocks(item.children, style, "\n" if tight else "\n\n")
        rows.append(mark + text.replace("\n", "\n" + " " * len(mark)))
    return "\n".join(rows)


def _quote(node: SyntaxTreeNode, style: _Style) -> str:
    return "> " + _blocks(node.children, style).replace("\n", "\n> ")


def _code(node: SyntaxTreeNode, _style: _Style) -> str:
    fence = "`" * max(3, _longest_ticks(node.content) + 1)
    return f"{fence}\n{clean(node.content).rstrip()}\n{fence}"


def _table(node: SyntaxTreeNode, style: _Style) -> str:
    rows = [row for part in node.children for row in part.children]
    lines = []
    for i, row in enumerate(rows):
        cells = [_inline(cell.children[0].children, style) for cell in row.children]
        lines.append("| " + " | ".join(_lit(node, cell, style) for cell in cells) + " |")
        if i == 0:
            lines.append("|" + " --- |" * len(cells))
    return "\n".join(lines)


_DRAWN: dict[str, Callable[[SyntaxTreeNode, _Style], str]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "fence": _code,
    "code_block": _code,
    "table": _table,
    "hr": lambda _node, _style: "---",
}


def _lit(node: SyntaxTreeNode, text: str, style: _Style) -> str:
    if node.map is None or not text.strip():
        return text
    start, end = node.map
    if not any(start < last and end > first for first, last in style.lit):
        return text
    return f":yellow-background[{text}]".replace("\n", " ")


def _inline(nodes: Sequence[SyntaxTreeNode], style: _Style) -> str:
    return "".join(_span(node, style) for node in nodes)


def _span(node: SyntaxTreeNode, style: _Style) -> str:
    inner = _inline(node.children, style)
    if node.type in ("strong", "em"):
        mark = "**" if node.type == "strong" else "*"
        return f"{mark}{inner}{mark}" if inner.strip() else inner
    if node.type in ("softbreak", "hardbreak"):
        return "\n" if node.type == "softbreak" else "  \n"
    if node.type == "code_inline":
        ticks = "`" * (_longest_ticks(node.content) + 1)
        return f"{ticks} {clean(node.content)} {ticks}"
    if node.type == "link":
        address = str(node.attrs.get("href", ""))
        return f"[{inner}](<{address}>)" if _WEB.fullmatch(address) else inner
    if node.type == "image":
        return inner or _escape(node.content)
    return _cite(_escape(node.content), style.numbers)


def _cite(text: str, numbers: frozenset[int]) -> str:
    def badge(match: re.Match[str]) -> str:
        if int(match[2]) not in numbers:
            return match[0]
        return f"{_STAY if match[1] else ''}:gray-badge[{match[2]}]"

    return _CITATION.sub(badge, text)


def _escape(text: str) -> str:
    text = _COLON.sub(r"\\:", _SPECIAL.sub(r"\\\1", text))
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def _longest_ticks(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)
