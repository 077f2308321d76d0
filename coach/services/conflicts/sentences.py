"""The sentences of a pasted text, each exactly where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from coach.domain.conflict import Message, Span, Thread
from coach.domain.lazily import lazy_pattern

SHORTEST, LONGEST = 12, 300  # characters of a sentence worth quoting
_AROUND = ' \t>-*•"“”„«»'  # what a sentence may stand in
_SENTENCE = lazy_pattern(
    r"[^.!?\n]+(?:[.!?]+(?=\s|$|[\"”')\]])|[.!?](?=\S)[^.!?\n]*)*[.!?]*[\"”')\]]*"
)


def sentences_of(message: Message) -> Iterator[Span]:
    """Yield the sentences of what one person said, without the space around them."""
    start = message.body.start
    for found in _SENTENCE.finditer(message.body.text):
        text = found.group()
        bare = text.strip(_AROUND)
        if SHORTEST <= len(bare) <= LONGEST:
            begin = start + found.start() + text.index(bare)
            yield Span(begin, begin + len(bare), bare)


def spoken(thread: Thread) -> list[tuple[Message, Span]]:
    """Return every sentence with who said it, in the order of the text."""
    return [(message, span) for message in thread.messages for span in sentences_of(message)]
