"""The prose of a passage as blocks and sentences, so that an author can choose among them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(r"(?:[-*]|\d{1,2}[.)])\s+")
_LABEL = re.compile(r"\*\*(?P<name>[^*]+?):?\*\*:?\s*")
# A sentence ends at its stop and what closes with it, where the next one begins like one.
_END = re.compile(r"[.!?…]+[\"”’)\]*_]*(?=\s+[\"“‘(\[*_]*[A-Z0-9]|\s*$)")
# A sentence that opens so says little without the one before it.
_LEANS = re.compile(
    r"[\"“*_(]*(?:(?:it|its|they|them|their|this|that|these|those|he|she|his|her|such|so|then|but"
    r"|and|yet|or|also|too|instead|otherwise|both|neither|either|afterwards|another|others|none|here"
    r"|there|swap|even|fine|above all|all (?:of them|seven|three|six)|(?:most|each|none|one|some)"
    r" of (?:them|these|those)|the (?:first|second|third|last|next|other|same|latter|rest)"
    r"|if (?:it|they|that|this|so|not|none|the (?:first|second|answer|same))|only afterwards"
    r"|what matters more"
    r"|two more|in that case|an? (?:second|third|fourth))\b"
    r"|\w+ (?:it|them|this|these|those)\b|[\w ]{3,40} is the (?:second|third|other|last)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a list item, its wrapped lines joined; the list mark is not part of it."""

    text: str
    item: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences in order; a quotation or bracket is never cut in two."""
        return tuple(_sentences(self.text))

    @property
    def label(self) -> str:
        """The bold run-in at its start, as in "Head of sales, by Friday"; empty without one."""
        match = _LABEL.match(self.text)
        return match["name"].strip() if match else ""

    @property
    def body(self) -> str:
        """The text after the label."""
        match = _LABEL.match(self.text)
        return self.text[match.end() :] if match else self.text


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a passage's text into its paragraphs and list items; table rows are left out."""
    blocks: list[Block] = []
    open_block = False
    for line in text.splitlines():
        bare = line.strip()
        if not bare or bare.startswith("|"):
            open_block = False
        elif match := _ITEM.match(line):
            blocks.append(Block(line[match.end() :].strip(), item=True))
            open_block = True
        elif open_block and (not blocks[-1].item or line.startswith(" ")):
            blocks[-1] = Block(f"{blocks[-1].text} {bare}", blocks[-1].item)
        else:
            blocks.append(Block(bare))
            open_block = True
    return tuple(blocks)


def leans(sentence: str) -> bool:
    """Whether a sentence points back at the one before it."""
    return _LEANS.match(sentence) is not None


def words_in(text: str) -> int:
    """Count words as a reader would."""
    return len(text.split())


def _sentences(text: str) -> list[str]:
    cut: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if _whole(text[start : match.end()]):
            cut.append(text[start : match.end()].strip())
            start = match.end()
    if rest := text[start:].strip():
        cut.append(rest)
    return cut


def _whole(text: str) -> bool:
    return (
        text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and text.count("*") % 2 == 0
    )
