"""Search quality on our own notes, beside LangChain's EnsembleRetriever, tuned, on the same texts.

Run in the benchmark environment: python -m bench.own_notes [evals/questions.yaml]
Even questions were seen while the search was tuned; the odd ones are the result. That of the
shipped questions is kept in artifacts/bench/own_notes.json, for the report of `coach eval`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean

from bench.retrieval_quality import SEED, CachedEmbedder, K
from coach.adapters.exact_vectors import ExactVectors
from coach.adapters.keyword import keyword_index
from coach.adapters.system import SystemClock
from coach.domain.notes import Note
from coach.domain.passages import Passage
from coach.evaluation.figures import BesidePeer, Half
from coach.evaluation.metrics import gap_closed, ndcg, paired_bootstrap
from coach.evaluation.questions import load_questions, search_cases
from coach.evaluation.retrieval import score_search
from coach.playbook.catalogue import links_of
from coach.playbook.chunking import names_of, passages_of
from coach.playbook.notes import load_playbook
from coach.playbook.retrieval import PassageSearch
from coach.ports import Indexes
from coach.settings import ROOT, quiet_libraries

KNOWLEDGE = ROOT / "knowledge"
QUESTIONS = ROOT / "evals" / "questions.yaml"
KEPT = ROOT / "artifacts" / "bench" / "own_notes.json"


def cut(note: Note) -> list[Passage]:
    source = (KNOWLEDGE / note.file).read_text(encoding="utf-8")
    return [*passages_of(note, source), *names_of(note, source)]


def main() -> None:
    quiet_libraries()
    from bench.retrieval_peer import KnownVectors, as_it_comes, tuned

    file = Path((sys.argv[1:] or [QUESTIONS])[0])
    questions = load_questions(file)
    playbook, embedder = load_playbook(KNOWLEDGE), CachedEmbedder()
    passages = [passage for note in playbook.notes for passage in cut(note)]
    texts = [passage.indexed_text for passage in passages]
    embedder.learn("own_notes", texts)
    ids = [passage.id for passage in passages]
    vectors = ExactVectors(ids, embedder.rows(texts))
    indexes = Indexes(
        dict(zip(ids, passages, strict=True)), keyword_index(passages), vectors, embedder
    )
    search = PassageSearch(lambda: indexes, SystemClock(), links_of(playbook.notes))
    shown = [passage for passage in passages if not passage.is_name]
    peers = [make(shown, KnownVectors(embedder.rows), "own") for make in (tuned, as_it_comes)]
    print(f"nDCG@{K} over notes, English questions that notes answer, follow-ups with history\n")
    print("| half | questions | ours | peer, tuned | difference | gap closed | peer as it comes |")
    print("|---|---|---|---|---|---|---|")
    halves = {}
    for half, is_tuned in (("tuned (even)", True), ("reported (odd)", False)):
        cases = search_cases(questions, tuned=is_tuned)
        if not cases:
            print(f"| {half} | 0 | | | | | |")
            continue
        ours = [score.ndcg for score in score_search(search, cases, K)]
        best, plain = (
            [ndcg(rank(case.text), case.relevant, K) for case in cases] for rank in peers
        )
        gap = paired_bootstrap(ours, best, SEED)
        closed = gap_closed(mean(best), mean(ours), 1.0)
        print(f"| {half} | {len(cases)} | {mean(ours):.3f} | {mean(best):.3f} ", end="")
        print(f"| {gap.mean:+.3f} [{gap.low:+.3f}, {gap.high:+.3f}] ", end="")
        print(f"| {closed:.0%} | {mean(plain):.3f} |")
        halves["tuned" if is_tuned else "reported"] = Half(
            questions=len(cases), ours=mean(ours), tuned=mean(best), as_it_comes=mean(plain),
            difference=gap, gap_closed=closed,
        )  # fmt: skip
    if file.resolve() == QUESTIONS:
        kept = BesidePeer(at=datetime.now(UTC), halves=halves)
        KEPT.write_text(kept.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
