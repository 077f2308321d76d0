"""The words of an HTML mail, line by line, with what is quoted in it marked as quoted."""

from __future__ import annotations

from lxml import etree

_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript", "svg", "object"))
_LINES = frozenset((
    "p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "pre", "section", "article", "header", "footer", "center", "dt", "dd",
))  # fmt: skip
_SPACED = frozenset(("p", "blockquote", "table", "ul", "ol", "h1", "h2", "h3", "hr"))
_HIDDEN = ("display:none", "visibility:hidden")


def html_text(source: str) -> str:
    """Return the words that a reader of `source` sees. Fetches nothing."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    data = source.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:  # nothing in it that is HTML
        return ""
    if root is None:
        return ""
    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and _is_unseen(element):
            walk.skip_subtree()
            element.text = None
        page.meet(event, element)
    return page.text()


def _is_unseen(element: etree._Element) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return element.tag in _UNSEEN or any(hides in style for hides in _HIDDEN)


class _Page:
    """The lines met so far. Lives as long as one page is read."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, list[str]]] = [(0, [])]
        self._depth = 0

    def meet(self, event: str, element: etree._Element) -> None:
        is_start = event == "start"
        if element.tag == "blockquote":
            self._depth += 1 if is_start else -1
        if element.tag in _LINES:
            self._break(is_wide=element.tag in _SPACED)
        elif element.tag in ("td", "th") and not is_start:
            self._add(" ")
        self._add(element.text if is_start else element.tail)

    def text(self) -> str:
        rows: list[str] = []
        for depth, pieces in self._lines:
            words = " ".join("".join(pieces).split())
            row = f"{'>' * depth} {words}".strip() if depth else words
            if words or (rows and rows[-1].strip(">")):
                rows.append(row)
        return "\n".join(rows).strip()

    def _add(self, words: str | None) -> None:
        if words:
            self._lines[-1][1].append(words)

    def _break(self, *, is_wide: bool) -> None:
        if is_wide:
            self._lines.append((self._depth, []))
        self._lines.append((self._depth, []))
