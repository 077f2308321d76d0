"""The four public sets that search quality is measured on, read from a folder."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from coach.domain.notes import Kind
from coach.domain.passages import Passage
from coach.evaluation.retrieval import SearchCase

WHERE = """Search quality is measured on four public sets. Put them into one folder and name it:
    python -m bench.retrieval_quality FOLDER          (or DATA=FOLDER make bench)
  FOLDER/product_docs/   corpus.jsonl, queries.jsonl, qrels.jsonl
      the documentation chunks and questions of anthropics/anthropic-cookbook on GitHub,
      skills/contextual-embeddings and skills/retrieval_augmented_generation (MIT)
  FOLDER/scifact/        corpus.jsonl, queries.jsonl, qrels_test.jsonl
      allenai/scifact, in the BEIR form (CC BY 4.0 / ODC-By)
  FOLDER/mtrag_govt/, FOLDER/mtrag_clapnq/   corpus.jsonl, queries_lastturn.jsonl,
      queries_rewrite.jsonl, qrels_mtrag.jsonl; FOLDER/mtrag_history.jsonl
      IBM/mt-rag-benchmark on GitHub, human retrieval tasks, passages pooled (Apache-2.0)
Rows: corpus {_id, title, text}, queries {_id, text}, qrels {query_id, doc_id, score},
history {query_id, history: [{question}]}.
"""
QRELS = {"product_docs": "qrels", "scifact": "qrels_test"}
NAMES = ("product_docs", "scifact", "mtrag_govt", "mtrag_clapnq")
CONVERSATIONS = ("mtrag_govt", "mtrag_clapnq")


@dataclass(frozen=True)
class RetrievalSet:
    """Passages, one a document, and judged questions; `rewrites` stand alone, by a person."""

    name: str
    passages: list[Passage]
    cases: list[SearchCase]
    rewrites: list[SearchCase]


def read_set(folder: Path, name: str) -> RetrievalSet:
    gains: dict[str, dict[str, float]] = defaultdict(dict)
    for row in _rows(folder / name / f"{QRELS.get(name, 'qrels_mtrag')}.jsonl"):
        gains[row["query_id"]][row["doc_id"]] = float(row["score"])
    talks: dict[str, tuple[str, ...]] = {}
    if name in CONVERSATIONS:
        talks = {
            row["query_id"]: tuple(turn["question"] for turn in row["history"])
            for row in _rows(folder / "mtrag_history.jsonl")
        }

    def cases(file: str) -> list[SearchCase]:
        rows = _rows(folder / name / f"{file}.jsonl")
        return [
            SearchCase(row["_id"], row["text"], gains[row["_id"]], talks.get(row["_id"], ()))
            for row in rows
            if row["_id"] in gains
        ]

    return RetrievalSet(
        name=name,
        passages=[_passage(row) for row in _rows(folder / name / "corpus.jsonl")],
        cases=cases("queries_lastturn" if talks else "queries"),
        rewrites=cases("queries_rewrite") if talks else [],
    )


def _passage(row: dict) -> Passage:
    title = (row.get("title") or "").strip()
    text = row["text"].removeprefix(title).strip() if title else row["text"].strip()
    return Passage(row["_id"], row["_id"], Kind.PRACTICE, title, "", text, row["_id"], 0, len(text))


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
