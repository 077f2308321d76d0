"""The bundled fonts of one PDF: which one draws a character, how wide, and what none can draw."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont, shapeStr

FOLDER = Path(__file__).parent / "fonts"
NO_GLYPH = "\ufffd"  # stands where no font has the character
LATIN, HEBREW, ARABIC = "NotoSans", "NotoSansHebrew", "NotoSansArabic"
CJK = "DroidSansFallback"  # Chinese, Japanese and Korean, as in Debian's fonts-droid-fallback
# Looked through in this order; the last is large, and read only where none before has a character.
FAMILIES = (LATIN, HEBREW, ARABIC, "NotoSansMath", "NotoSansSymbols2", CJK)
WITH_BOLD = (LATIN, HEBREW, ARABIC)
SHAPED = (HEBREW, ARABIC)
JOINERS = "\u200c\u200d"  # tell Arabic letters to join or not, and are not seen
MOST_NAMED = 12  # characters named in a warning; more are counted


class Fonts:
    """The fonts of one file. Not safe from many threads: reportlab keeps fonts by name for all."""

    def __init__(self) -> None:
        self._fonts: dict[str, TTFont] = {}
        self._family: dict[str, str | None] = {}
        self._missing: dict[str, None] = {}

    def drawn(self, text: str) -> str:
        """Return `text` as it can be drawn: what no font has is replaced and remembered."""
        shown: list[str] = []
        for char in text:
            if _unseen(char):
                joins = char in JOINERS and shown and self.family(shown[-1]) == ARABIC
                shown += [char] if joins else []
            elif self.family(char) is not None:
                shown.append(char)
            else:
                self._missing.setdefault(char)
                shown.append(NO_GLYPH)
        return "".join(shown)

    def family(self, char: str) -> str | None:
        """Return the family that draws a character, `None` where none does."""
        if char not in self._family:
            having = (family for family in FAMILIES if self.has(family, char))
            self._family[char] = next(having, None)
        return self._family[char]

    def has(self, family: str, char: str) -> bool:
        """Return whether a family draws a character."""
        return ord(char) in self.font(family, bold=False).face.charToGlyph

    def font(self, family: str, bold: bool) -> TTFont:
        """Return a font, read when it is first wanted."""
        weight = "Bold" if bold and family in WITH_BOLD else "Regular"
        name = family if family == CJK else f"{family}-{weight}"
        if name not in self._fonts:
            font = TTFont(name, str(FOLDER / f"{name}.ttf"), shapable=family in SHAPED)
            registerFont(font)
            self._fonts[name] = font
        return self._fonts[name]

    def width(self, text: str, family: str, size: float, bold: bool) -> float:
        """Return how wide a run of one family is."""
        font = self.font(family, bold)
        if family in SHAPED:
            glyphs = getattr(shape(text, font, size), "__shapeData__", ())
            return float(sum(glyph.x_advance for glyph in glyphs)) * size / 1000
        return float(font.stringWidth(text, size))

    @property
    def warnings(self) -> tuple[str, ...]:
        """Say which characters were replaced."""
        if not self._missing:
            return ()
        named = [f"{char} ({_name(char)})" for char in list(self._missing)[:MOST_NAMED]]
        more = len(self._missing) - len(named)
        rest = f" and {more} more" if more else ""
        reason = "The PDF's fonts do not have these characters, so it shows"
        return (f"{reason} {NO_GLYPH} instead: {', '.join(named)}{rest}.",)


def shape(text: str, font: TTFont, size: float) -> str:
    """Return joined letters and placed marks, right-to-left scripts in the order of drawing."""
    shaped: str = shapeStr(text, font.fontName, size, force=True)
    return shaped


def _unseen(char: str) -> bool:
    """Whether it has no look of its own: joiners, and selectors of a variant."""
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    number_sign = unicodedata.bidirectional(char) == "AN"  # Arabic ones are seen
    return selector or (unicodedata.category(char) == "Cf" and not number_sign)


def _name(char: str) -> str:
    return unicodedata.name(char, f"U+{ord(char):04X}").lower()
