"""Passages: the pieces of notes that are searched, cited and shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.domain.notes import Kind
from coach.domain.stages import Stage

# Heading of the passages that are another name of their note: search finds the note by them.
ALSO_CALLED = "Also called"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one note.

    `text` is what a reader sees and what is checked (source marks already written as labels);
    `start` and `end` count characters in `file`. `id` is a hash of note, heading and text: the
    same words under the same heading keep their id, changed words get another.
    """

    id: str
    note: str
    kind: Kind
    title: str
    heading: str
    text: str
    file: str
    start: int
    end: int
    stages: tuple[Stage, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def is_name(self) -> bool:
        """Whether it is only another name of its note: never shown, never cited."""
        return self.heading == ALSO_CALLED

    @property
    def indexed_text(self) -> str:
        """What search sees: title and heading first, other names last.

        So a short passage is found by its heading, and a note by the words people use for it.
        """
        if self.is_name:
            return self.text
        head = self.title if self.heading in ("", self.title) else f"{self.title}. {self.heading}"
        lines = (head, self.text, "; ".join(self.aliases))
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; raw scores are `None` where that search is off or did not see it."""

    passage: Passage
    rank: int
    score: float
    cosine: float | None
    bm25: float | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Raw signals of how well the playbook covers a question (calibrated, never fused).

    `best_cosine`: highest cosine to any passage, `None` without dense search.
    `term_share`: idf-weighted share (0–1) of the question's terms in the best passage.
    `known_terms`: share (0–1) of the question's content words that the playbook knows at all.
    `name_cosine`, `name_words`: how near the nearest name of a note is (`None` without dense
    search), and the BM25 score of the note whose names fit best by words; 0 where none does.
    `dependence`: how far (0–1) the question leans on earlier ones; 0 where there are none. The
    other signals are those of the question alone.
    """

    best_cosine: float | None
    term_share: float
    known_terms: float
    dependence: float = 0.0
    name_cosine: float | None = None
    name_words: float = 0.0


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search brought: hits best first, near-duplicates removed."""

    hits: tuple[Hit, ...]
    coverage: Coverage
    mode: str = "hybrid"  # or "keyword" while the vectors are missing or being made
    seconds: float = 0.0
    search_text: str = ""
    vector: tuple[float, ...] | None = field(default=None, repr=False)
