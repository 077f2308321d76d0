"""Search quality on public sets, beside LangChain's EnsembleRetriever; follow-ups beside rewrites.

Run in the benchmark environment (bench/requirements.txt): python -m bench.retrieval_quality FOLDER
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from statistics import mean, median

import numpy as np

from bench.retrieval_sets import CONVERSATIONS, NAMES, WHERE, RetrievalSet, read_set
from coach.adapters.exact_vectors import ExactVectors
from coach.adapters.keyword import keyword_index
from coach.adapters.minilm import MiniLM
from coach.adapters.system import SystemClock
from coach.evaluation.metrics import gap_closed, ndcg, paired_bootstrap
from coach.evaluation.retrieval import SearchCase, SearchScore, score_search
from coach.playbook.followups import Leaning
from coach.playbook.retrieval import PassageSearch
from coach.ports import Indexes
from coach.settings import quiet_libraries

K, SEED = 5, 20
CACHE = Path("artifacts/bench/vectors")
GRID = [
    Leaning(weight=weight, decay=decay, few=few, many=many, far=far, near=near)
    for weight, decay, (few, many), (far, near) in product(
        (0.4, 0.5, 0.6), (0.5, 0.7), ((1, 5), (2, 5), (2, 6)), ((0.3, 0.7), (0.35, 0.65))
    )
]


class CachedEmbedder(MiniLM):
    """The shipped embedder; corpora of ten thousand are embedded once and kept on disk."""

    known: dict[str, np.ndarray]

    def __init__(self) -> None:
        super().__init__(Path("artifacts/bench"))
        self.known = {}

    def learn(self, name: str, texts: Sequence[str]) -> None:
        digest = hashlib.sha256("\0".join((self.name, *texts)).encode()).hexdigest()[:12]
        file = CACHE / f"{name}-{digest}.npy"
        if not file.exists():
            print(f"embedding {len(texts)} texts of {name}, once ...", file=sys.stderr)
            CACHE.mkdir(parents=True, exist_ok=True)
            np.save(file, np.asarray(super().embed(texts), dtype=np.float32))
        self.known |= dict(zip(texts, np.load(file), strict=True))

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        missing = [text for text in dict.fromkeys(texts) if text not in self.known]
        self.known |= dict(zip(missing, map(np.float32, super().embed(missing)), strict=True))
        return np.stack([self.known[text] for text in texts])

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return self.rows(texts).tolist()


def build(data: RetrievalSet, embedder: CachedEmbedder) -> Indexes:
    texts = [passage.indexed_text for passage in data.passages]
    embedder.learn(data.name, texts)
    ids = [passage.id for passage in data.passages]
    vectors = ExactVectors(ids, embedder.rows(texts))
    by_id = dict(zip(ids, data.passages, strict=True))
    return Indexes(by_id, keyword_index(data.passages), vectors, embedder)


def search(indexes: Indexes, leaning: Leaning | None = None) -> PassageSearch:
    return PassageSearch(lambda: indexes, SystemClock(), leaning=leaning)


def alone(cases: Sequence[SearchCase]) -> list[SearchCase]:
    return [replace(case, history=()) for case in cases]


def scores(results: Sequence[SearchScore]) -> list[float]:
    return [result.ndcg for result in results]


def against_the_peer(sets: dict[str, RetrievalSet], indexes: dict[str, Indexes]) -> None:
    from bench.retrieval_peer import KnownVectors, as_it_comes, tuned

    print(f"nDCG@{K}, questions alone; 95 % interval of ours - tuned peer (paired bootstrap)\n")
    print("| set | questions | ours | peer, tuned | difference | peer, as it comes |")
    print("|---|---|---|---|---|---|")
    table = []
    for name, data in sets.items():
        cases = alone(data.cases)
        ours = scores(score_search(search(indexes[name]), cases, K))
        vectors = KnownVectors(indexes[name].embedder.rows)
        rows = [ours]
        for make in (tuned, as_it_comes):
            rank = make(data.passages, vectors, name)
            rows.append([ndcg(rank(case.text), case.relevant, K) for case in cases])
        gap = paired_bootstrap(ours, rows[1], SEED)
        span = f"{gap.mean:+.3f} [{gap.low:+.3f}, {gap.high:+.3f}]"
        means = [mean(row) for row in rows]
        table.append(means)
        cells = f"{means[0]:.3f} | {means[1]:.3f} | {span} | {means[2]:.3f}"
        print(f"| {name} | {len(cases)} | {cells} |", flush=True)
    ours, peer, plain = (mean(column) for column in zip(*table, strict=True))
    print(f"| average | | {ours:.3f} | {peer:.3f} | {ours - peer:+.3f} | {plain:.3f} |\n")


def followups(sets: dict[str, RetrievalSet], indexes: dict[str, Indexes]) -> None:
    print(f"nDCG@{K}, last turns with the conversation given, no model call; share of the gap to")
    print("the human rewrites that is closed\n")
    print(
        "| set | last turn | rewrite | previous question pasted | with history | closed |", end=""
    )
    print(" interval over last turn | chosen on the other set |\n|---|---|---|---|---|---|---|---|")
    ranges = []
    grid = {name: grid_scores(sets[name], indexes[name]) for name in CONVERSATIONS}
    for name, other in zip(CONVERSATIONS, reversed(CONVERSATIONS), strict=True):
        data, find = sets[name], search(indexes[name])
        last = scores(score_search(find, alone(data.cases), K))
        best = mean(scores(score_search(find, alone(data.rewrites), K)))
        glued = mean(scores(score_search(find, pasted(data.cases), K)))
        ours = scores(score_search(find, data.cases, K))
        gain = paired_bootstrap(ours, last, SEED)
        chosen = max(GRID, key=grid[other].__getitem__)
        crossed = gap_closed(mean(last), grid[name][chosen], best)
        closed = gap_closed(mean(last), mean(ours), best)
        print(f"| {name} | {mean(last):.3f} | {best:.3f} | {glued:.3f} | {mean(ours):.3f} ", end="")
        print(f"| {closed:.0%} | {gain.mean:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}] ", end="")
        print(f"| {crossed:.0%} ({brief(chosen)}) |", flush=True)
        spread = [gap_closed(mean(last), value, best) for value in grid[name].values()]
        ranges.append(f"{name} {min(spread):.0%} to {max(spread):.0%}, middle {median(spread):.0%}")
    print(f"\nall {len(GRID)} settings tried close: {'; '.join(ranges)}\n")


def grid_scores(data: RetrievalSet, indexes: Indexes) -> dict[Leaning, float]:
    return {rule: mean(scores(score_search(search(indexes, rule), data.cases, K))) for rule in GRID}


def pasted(cases: Sequence[SearchCase]) -> list[SearchCase]:
    return [replace(c, text=" ".join((*c.history[-1:], c.text)), history=()) for c in cases]


def brief(rule: Leaning) -> str:
    return f"w {rule.weight} d {rule.decay} terms {rule.few}-{rule.many} cos {rule.far}-{rule.near}"


def cross_check(sets: dict[str, RetrievalSet], indexes: dict[str, Indexes]) -> None:
    """Our nDCG is trec_eval's: the worst difference over all questions of one set."""
    import pytrec_eval

    data = sets["mtrag_govt"]
    results = score_search(search(indexes[data.name]), alone(data.cases), K, passages=K)
    qrels = {r.case.id: {k: int(v) for k, v in r.case.relevant.items()} for r in results}
    run = {r.case.id: {d: -float(n) for n, d in enumerate(r.ranking)} for r in results}
    theirs = pytrec_eval.RelevanceEvaluator(qrels, {f"ndcg_cut.{K}"}).evaluate(run)
    worst = max(abs(r.ndcg - theirs[r.case.id][f"ndcg_cut_{K}"]) for r in results)
    print(f"\nnDCG against pytrec_eval, {len(results)} questions: worst difference {worst:.1e}")


def speed(sets: dict[str, RetrievalSet], indexes: dict[str, Indexes]) -> None:
    data = sets["mtrag_clapnq"]
    times: dict[bool, list[float]] = {False: [], True: []}
    for case in data.cases[:100]:
        for lean in times:
            embedder = indexes[data.name].embedder
            embedder.known.pop(case.text, None)
            find = search(indexes[data.name])
            if lean:
                for past in case.history:
                    find.find(past)
            started = time.perf_counter()
            find.find(case.text, case.history if lean else ())
            times[lean].append(1000 * (time.perf_counter() - started))
    alone_ms, lean_ms = (median(times[lean]) for lean in (False, True))
    print(
        f"\nfind, {len(data.passages)} passages, question embedded: p50 {alone_ms:.1f} ms alone, "
    )
    print(f"{lean_ms:.1f} ms with its conversation (earlier questions asked before)")


def main() -> None:
    folder = Path((sys.argv[1:] or [os.environ.get("DATA", "")])[0])
    if not (folder / "scifact").is_dir():
        sys.exit(WHERE)
    quiet_libraries()
    embedder = CachedEmbedder()
    sets = {name: read_set(folder, name) for name in NAMES}
    indexes = {name: build(data, embedder) for name, data in sets.items()}
    followups(sets, indexes)
    against_the_peer(sets, indexes)
    cross_check(sets, indexes)
    speed(sets, indexes)


if __name__ == "__main__":
    main()
