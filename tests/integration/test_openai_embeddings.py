"""Embeddings over HTTP: batches in order, and each fault in plain words."""

import socket
from collections.abc import Iterator

import numpy as np
import pytest

from coach.adapters.openai_embeddings import MAX_TEXTS, OpenAIEmbeddings
from coach.errors import SearchError
from tests.embedding_endpoint import EmbeddingEndpoint, serving


@pytest.fixture
def endpoint() -> Iterator[EmbeddingEndpoint]:
    with serving() as endpoint:
        yield endpoint


@pytest.fixture
def embedder(endpoint: EmbeddingEndpoint) -> OpenAIEmbeddings:
    return OpenAIEmbeddings("small", api_key="a-key", base_url=endpoint.url, timeout=2, retries=0)


def test_texts_go_in_batches_and_come_back_as_unit_vectors_in_order(
    endpoint: EmbeddingEndpoint, embedder: OpenAIEmbeddings
) -> None:
    texts = ["x" * (i + 1) for i in range(MAX_TEXTS + 2)]

    rows = np.array(embedder.embed(texts))

    assert [len(asked["input"]) for asked in endpoint.asked] == [MAX_TEXTS, 2]
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1)
    assert (np.diff(rows[:, 1]) > 0).all()
    assert embedder.dimensions == 2
    assert endpoint.asked[0]["model"] == "small"
    assert endpoint.keys[0] == "Bearer a-key"


def test_texts_an_endpoint_would_refuse_are_made_fit(
    endpoint: EmbeddingEndpoint, embedder: OpenAIEmbeddings
) -> None:
    embedder.embed(["", " \n", "a\0b", "\ud800", "x" * 50_000])

    sent = endpoint.asked[0]["input"]
    assert sent[:4] == ["(empty)", "(empty)", "a b", "?"]
    assert len(sent[4]) == 8_000


def test_no_texts_ask_nobody(endpoint: EmbeddingEndpoint, embedder: OpenAIEmbeddings) -> None:
    assert embedder.embed([]) == []
    assert endpoint.asked == []


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "key"), (403, "key"), (404, "no model"), (429, "wait"), (500, "failed"), (502, "502")],
)
def test_a_refusal_is_said_in_plain_words(
    endpoint: EmbeddingEndpoint, embedder: OpenAIEmbeddings, status: int, words: str
) -> None:
    endpoint.status, endpoint.body = status, '{"error": {"message": "secret detail"}}'

    with pytest.raises(SearchError, match=words) as caught:
        embedder.embed(["text"])

    assert "secret" not in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize(
    "body",
    [
        "",
        "not json",
        "{}",
        '{"data": []}',
        '{"data": [{"index": 0}]}',
        '{"data": [{"index": 0, "embedding": ["x"]}]}',
        '{"data": [{"index": 0, "embedding": [NaN, 1]}]}',
        '{"data": [{"index": 0, "embedding": 7}]}',
    ],
)
def test_a_nonsense_answer_is_said_in_plain_words(
    endpoint: EmbeddingEndpoint, embedder: OpenAIEmbeddings, body: str
) -> None:
    endpoint.body = body

    with pytest.raises(SearchError, match="endpoint"):
        embedder.embed(["text"])


def test_vectors_of_another_length_are_refused(
    endpoint: EmbeddingEndpoint, embedder: OpenAIEmbeddings
) -> None:
    embedder.embed(["text"])
    endpoint.body = '{"data": [{"index": 0, "embedding": [1, 2, 3]}]}'

    with pytest.raises(SearchError, match="length"):
        embedder.embed(["text"])


def test_an_endpoint_that_is_not_there_is_said_in_plain_words() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        embedder = OpenAIEmbeddings("small", api_key="", base_url=url, timeout=1, retries=0)

        with pytest.raises(SearchError, match="cannot be reached"):
            embedder.embed(["text"])
