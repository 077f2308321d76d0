"""The peer: LangChain's EnsembleRetriever over BM25Retriever and langchain-chroma."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

import numpy as np

with warnings.catch_warnings():
    # langchain-community says at import that it is no longer maintained; its BM25Retriever is the
    # one that EnsembleRetriever's documentation shows.
    warnings.simplefilter("ignore", DeprecationWarning)
    from langchain_chroma import Chroma
    from langchain_classic.retrievers import EnsembleRetriever
    from langchain_community.retrievers import BM25Retriever
from langchain_core.embeddings import Embeddings

from coach.adapters.words import Words
from coach.domain.passages import Passage

Rank = Callable[[str], list[str]]


class KnownVectors(Embeddings):
    """Gives LangChain the vectors we search with: the same embedder, embedded once."""

    def __init__(self, embed: Callable[[Sequence[str]], np.ndarray]) -> None:
        self._embed = embed

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embed(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        return self._embed([text])[0].tolist()


def tuned(passages: Sequence[Passage], vectors: KnownVectors, name: str) -> Rank:
    """50 candidates from each, our words: lower case, stemmed, without stop words."""
    return _ranked(passages, vectors, name, k=50, preprocess_func=Words().terms)


def as_it_comes(passages: Sequence[Passage], vectors: KnownVectors, name: str) -> Rank:
    """Its defaults: four candidates from each, words split at white space."""
    return _ranked(passages, vectors, name)


def _ranked(
    passages: Sequence[Passage], vectors: KnownVectors, name: str, k: int = 4, **options: object
) -> Rank:
    texts = [passage.indexed_text for passage in passages]
    metadatas = [{"id": passage.note} for passage in passages]
    keyword = BM25Retriever.from_texts(texts, metadatas, **options)
    keyword.k = k
    store = Chroma(f"{name}-{k}", vectors, collection_metadata={"hnsw:space": "cosine"})
    for start in range(0, len(texts), 5000):
        part = slice(start, start + 5000)
        store.add_texts(texts[part], metadatas[part])
    dense = store.as_retriever(search_kwargs={"k": k})
    ensemble = EnsembleRetriever(retrievers=[keyword, dense], weights=[0.5, 0.5], id_key="id")
    return lambda text: [document.metadata["id"] for document in ensemble.invoke(text)]
