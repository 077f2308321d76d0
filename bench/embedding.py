"""Our all-MiniLM-L6-v2 beside sentence-transformers on PyTorch, CPU, same weights, same texts.

Run: .venv-bench/bin/python -m bench.embedding [--rounds 5] [--threads 2]
Both take turns in one process; the ratio is the median over the rounds.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from coach.settings import quiet_libraries

quiet_libraries()

import numpy as np  # noqa: E402 - the telemetry is switched off first

from coach.adapters.minilm import MiniLM, _package_folder  # noqa: E402
from coach.playbook.chunking import passages_of  # noqa: E402
from coach.playbook.notes import load_playbook  # noqa: E402

NOTES = Path(__file__).resolve().parent.parent / "knowledge"
Embed = Callable[[Sequence[str]], np.ndarray]


def texts_of_notes() -> tuple[list[str], list[str]]:
    """Return the notes' passages, and documents near the model's limit made of them."""
    book = load_playbook(NOTES)
    cut = [
        passage.indexed_text
        for note in book.notes
        for passage in passages_of(note, (NOTES / note.file).read_text(encoding="utf-8"))
    ]
    documents, words = [], " ".join(cut).split()
    for start in range(0, len(words), 170):
        documents.append(" ".join(words[start : start + 170]))
    return cut, documents


def torch_embedder(threads: int) -> Embed:
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(threads)
    model = SentenceTransformer(str(_package_folder()), device="cpu")

    def embed(texts: Sequence[str]) -> np.ndarray:
        return model.encode(
            list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
        )

    return embed


def seconds(embed: Embed, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    embed(texts)
    return time.perf_counter() - start


def compare(ours: Embed, theirs: Embed, texts: Sequence[str], rounds: int) -> tuple[float, ...]:
    """Return our and their best seconds and the median ratio."""
    pairs = [(seconds(ours, texts), seconds(theirs, texts)) for _ in range(rounds)]
    ratio = statistics.median(their / our for our, their in pairs)
    return min(our for our, _ in pairs), min(their for _, their in pairs), ratio


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--threads", type=int, default=2)
    chosen = options.parse_args()
    passages, documents = texts_of_notes()
    passages, documents = passages[::6], documents[:64]
    theirs = torch_embedder(chosen.threads)
    with tempfile.TemporaryDirectory() as folder:
        model = MiniLM(Path(folder), chosen.threads)

        def ours(texts: Sequence[str]) -> np.ndarray:
            return np.asarray(model.embed(texts))

        least = float((ours(documents) * theirs(documents)).sum(axis=1).min())
        print(f"least cosine between ours and theirs: {least:.8f}\n")
        print(f"{'':34}{'ours':>10}{'PyTorch':>10}{'ratio':>8}   bar")
        rows = (
            (f"{len(documents)} documents of 170 words, a second", documents, "1.8"),
            (f"{len(passages)} passages of the notes, a second", passages, ""),
        )
        for name, texts, bar in rows:
            our, their, ratio = compare(ours, theirs, texts, chosen.rounds)
            print(
                f"{name:34}{len(texts) / our:10.1f}{len(texts) / their:10.1f}{ratio:8.2f}   {bar}"
            )
        query = ["How do we stop fighting about lead quality?"]
        pairs = [(seconds(ours, query), seconds(theirs, query)) for _ in range(100)]
        our, their = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
        print(f"{'one question, ms p50':34}{our:10.1f}{their:10.1f}{their / our:8.2f}")


if __name__ == "__main__":
    main()
