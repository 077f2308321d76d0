"""Search time beside LangChain's EnsembleRetriever, at 1,000 and 100,000 passages.

Run: .venv-bench/bin/python -m bench.search_speed [--sizes 1000 100000] [--queries 100]
Texts are sentences of the notes, mixed anew; vectors are clustered and made by code, the same for
both. Every query is new to both; they take turns, query by query, in one process. The peer gets
k = 50 and our words (lower case, stemmed, no stop words). Without the embedder both are handed the
query's vector; with it, ours embeds the text with all-MiniLM-L6-v2.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from coach.settings import quiet_libraries

quiet_libraries()

import numpy as np  # noqa: E402 - the telemetry is switched off first

from bench.retrieval_peer import KnownVectors, tuned  # noqa: E402
from coach.adapters.chroma import ChromaIndexes  # noqa: E402
from coach.adapters.exact_vectors import ExactVectors  # noqa: E402
from coach.adapters.keyword import keyword_index  # noqa: E402
from coach.adapters.minilm import MiniLM  # noqa: E402
from coach.adapters.system import SystemClock  # noqa: E402
from coach.domain.notes import Kind  # noqa: E402
from coach.domain.passages import Passage  # noqa: E402
from coach.playbook.notes import load_playbook  # noqa: E402
from coach.playbook.retrieval import PassageSearch  # noqa: E402
from coach.ports import Embedder, Indexes, IndexRecord, Matrix, Vector  # noqa: E402

NOTES = Path(__file__).resolve().parent.parent / "knowledge"
DIMENSIONS = 384
CLUSTER = 50  # passages around one centre
BARS = {1_000: (10, 1.3), 100_000: (40, 3.0)}


class GivenVectors:
    """An embedder that looks the vector up."""

    name, dimensions = "given", DIMENSIONS

    def __init__(self, rows: dict[str, Matrix]) -> None:
        self._rows = rows

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        return [self._rows[text].tolist() for text in texts]


def make_passages(count: int, chance: np.random.Generator) -> list[Passage]:
    book = load_playbook(NOTES)
    sentences = [
        sentence
        for note in book.notes
        for section in note.sections
        for sentence in section.text.replace("\n", " ").split(". ")
        if len(sentence) > 20
    ]
    passages = []
    for i, picked in enumerate(chance.integers(0, len(sentences), (count, 4))):
        text = ". ".join(sentences[place] for place in picked)
        name = f"p{i:06}"
        passages.append(Passage(name, name, Kind.PRACTICE, "", "", text, name, 0, len(text)))
    return passages


def make_queries(count: int, chance: np.random.Generator) -> list[str]:
    book = load_playbook(NOTES)
    asked = [question for note in book.notes for question in note.follow_ups]
    places = chance.choice(len(asked), count, replace=False)
    return [asked[place] for place in places]


def clustered(count: int, centres: Matrix, chance: np.random.Generator) -> Matrix:
    near = centres[chance.integers(0, len(centres), count)]
    rows = near + 0.05 * chance.normal(size=(count, DIMENSIONS)).astype(np.float32)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def timed(query: str, searches: Sequence[Callable[[str], object]]) -> Iterator[float]:
    for search in searches:
        start = time.perf_counter()
        search(query)
        yield (time.perf_counter() - start) * 1000


def recall(found: Sequence[str], exact: ExactVectors, vector: Matrix) -> float:
    return len(set(found) & {id_ for id_, _ in exact.nearest(vector, 10)}) / 10


def measure(size: int, count: int, folder: Path) -> None:
    chance = np.random.default_rng(size)
    passages, queries = make_passages(size, chance), make_queries(count, chance)
    centres = chance.normal(size=(max(1, size // CLUSTER), DIMENSIONS)).astype(np.float32)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    rows, asked = clustered(size, centres, chance), clustered(count, centres, chance)

    start = time.perf_counter()
    ids = [passage.id for passage in passages]
    record = IndexRecord(f"bench-{size}", "given", str(size), size, datetime.now(UTC))
    indexes = ChromaIndexes(folder)
    vectors = indexes.build(record, ids, rows)
    print(f"{size:,} passages; ours built in {time.perf_counter() - start:.0f} s", flush=True)
    by_text = dict(zip(queries, asked, strict=True))
    keyword = keyword_index(passages)

    def search(embedder: Embedder) -> PassageSearch:
        made = Indexes({p.id: p for p in passages}, keyword, vectors, embedder)
        return PassageSearch(lambda: made, SystemClock())

    start = time.perf_counter()
    rows_by_text = {p.indexed_text: row for p, row in zip(passages, rows, strict=True)} | by_text
    peer = tuned(passages, KnownVectors(lambda t: np.array([rows_by_text[x] for x in t])), "peer")
    print(f"{' ' * len(f'{size:,}')} the peer in {time.perf_counter() - start:.0f} s", flush=True)

    ours, whole = search(GivenVectors(by_text)), search(MiniLM(folder / "models"))
    for warm in (ours, whole):
        warm.find(queries[0])
    peer(queries[0])
    searches = (ours.find, peer, whole.find)
    times = np.array([list(timed(query, searches)) for query in queries[1:]])
    our, their, with_model = (statistics.median(times[:, i]) for i in range(3))
    exact = ExactVectors(ids, rows)
    found = statistics.mean(
        recall([id_ for id_, _ in vectors.nearest(v, 50)[:10]], exact, v) for v in asked
    )
    most, least = BARS.get(size, (0, 0))
    print(f"  find with query embedding, p50    {with_model:7.1f} ms              bar {most} ms")
    print(
        f"  without: ours {our:.1f} ms, peer {their:.1f} ms, p50   "
        f"{their / our:.1f} x faster     bar {least} x"
    )
    print(f"  recall@10 of our dense search     {found:7.3f}                 bar .95\n", flush=True)
    indexes.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000])
    options.add_argument("--queries", type=int, default=100)
    chosen = options.parse_args()
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, chosen.queries, Path(folder))


if __name__ == "__main__":
    main()
