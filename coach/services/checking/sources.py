"""Passages as the verifier reads them, remembered from one answer to the next."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from coach.domain.passages import Passage
from coach.errors import SearchError
from coach.ports import Embedder, Matrix
from coach.services.checking.figures import Figure
from coach.services.checking.polarity import NEGATORS
from coach.services.checking.reading import Reading
from coach.services.checking.sentences import split

REMEMBERED = 400  # passages; one takes about 30 KB with its vectors
_WINDOWS = 10  # sentences of one passage that get a vector; each costs an embedding once


class Source:
    """One passage: its sentences read, its figures, the vectors of its sentences.

    Lives as long as it is among the last used; safe from many threads: what is worked out twice is
    the same both times.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    @cached_property
    def sentences(self) -> tuple[Reading, ...]:
        """The sentences and list items in order; a heading such as "Not this" opens the first."""
        texts = [text for text in split(self.passage.text) if text.strip()]
        if texts and any(word in NEGATORS for word in self.head.flat):
            texts[0] = f"{self.passage.heading} {texts[0]}"
        return tuple(Reading(text) for text in texts)

    @cached_property
    def head(self) -> Reading:
        """Title and heading: what a sentence without a subject speaks of."""
        return Reading(f"{self.passage.title}. {self.passage.heading}")

    @cached_property
    def plain(self) -> str:
        """All words with one space between, to find a sentence verbatim."""
        return Reading(self.passage.text).plain

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the text, and of title and heading."""
        own = [figure for reading in self.sentences for figure in reading.figures]
        return (*own, *self.head.figures)

    def vectors(self, embedder: Embedder) -> Matrix:
        """Return vectors of the first sentences, of the whole, and of each two sentences.

        The last are the sums of two, brought to length 1: a sentence may sum up both.

        Raises:
            SearchError: the embedder failed.
        """
        found = self.__dict__.get("_vectors")
        if found is None or found[0] != embedder.name:
            texts = [reading.text.strip() for reading in self.sentences[:_WINDOWS]]
            texts.append(self.passage.indexed_text)
            single = np.asarray(embedder.embed(texts), dtype=np.float32)
            found = (embedder.name, np.vstack([single, _pairs(single[:-1])]))
            self.__dict__["_vectors"] = found
        vectors: Matrix = found[1]
        return vectors


def _pairs(vectors: Matrix) -> Matrix:
    first, second = np.triu_indices(len(vectors), k=1)
    sums: Matrix = vectors[first] + vectors[second]
    lengths: Matrix = np.linalg.norm(sums, axis=1, keepdims=True)
    return (sums / np.maximum(lengths, 1e-6)).astype(np.float32)


class Sources:
    """The last used sources by passage. Lives as long as the app; safe from many threads."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Source] = OrderedDict()

    def get(self, passage: Passage) -> Source:
        """Return the source of `passage`, read anew where it is not remembered."""
        with self._lock:
            source = self._kept.get(passage.id)
            if source is None or source.passage != passage:
                source = self._kept[passage.id] = Source(passage)
            self._kept.move_to_end(passage.id)
            while len(self._kept) > self._remembered:
                self._kept.popitem(last=False)
            return source


def nearest(embedder: Embedder, sentence: str, sources: Sequence[Source]) -> float | None:
    """Return the highest cosine of the sentence to the sources, `None` where it cannot be had."""
    try:
        vector = np.asarray(embedder.embed([sentence])[0], dtype=np.float32)
        return max(float(np.max(source.vectors(embedder) @ vector)) for source in sources)
    except SearchError:
        return None
