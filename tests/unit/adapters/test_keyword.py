"""The keyword search scores as BM25 says, and knows its words."""

import math
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.adapters.keyword import Bm25, keyword_index
from coach.adapters.words import Words
from coach.domain.notes import Kind
from coach.domain.passages import ALSO_CALLED, Passage

TEXTS = {
    "sla": "An agreement says how quickly sellers call new leads.",
    "lead": "A lead is a person who asked for a call. Leads wait for nobody.",
    "thanks": "Thank the other side once a week.",
}


WORD = st.sampled_from(["lead", "sale", "call", "team", "week"])


@pytest.fixture
def index() -> Bm25:
    return Bm25(list(TEXTS), TEXTS.values())


def test_a_search_finds_other_forms_of_a_word_best_first(index: Bm25) -> None:
    found = index.search("calling a lead", 5)

    assert [id_ for id_, _ in found] == ["lead", "sla"]
    assert found[0][1] > found[1][1] > 0


def test_the_score_is_that_of_the_formula(index: Bm25) -> None:
    lengths = [len(Words().terms(text)) for text in TEXTS.values()]
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    norm = 1.5 * (1 - 0.75 + 0.75 * lengths[1] / (sum(lengths) / 3))

    assert index.scores("leads", ["lead"]) == pytest.approx([idf * 2 / (2 + norm)])
    assert dict(index.search("leads", 5))["lead"] == pytest.approx(idf * 2 / (2 + norm))


def test_scores_agree_with_the_search_in_any_order(index: Bm25) -> None:
    found = dict(index.search("call leads weekly", 3))

    scores = index.scores("call leads weekly", ["thanks", "nobody", "lead", "sla"])

    assert scores == pytest.approx([found.get("thanks", 0), 0, found["lead"], found["sla"]])


@pytest.mark.parametrize("text", ["", "the of and", "zebra", "?!", "\0", "🙂"])
def test_a_text_without_known_terms_finds_nothing(index: Bm25, text: str) -> None:
    assert index.search(text, 5) == []
    assert index.scores(text, ["lead"]) == [0]
    assert index.shares(text, ["lead"]) == [0]


def test_a_search_gives_at_most_k(index: Bm25) -> None:
    assert len(index.search("call lead week", 1)) == 1
    assert index.search("call", 0) == []


def test_rarer_terms_tell_more_and_unknown_ones_most(index: Bm25) -> None:
    assert index.idf("unknown") > index.idf("agreement") > index.idf("lead") > 0
    assert index.known("agreement")
    assert not index.known("unknown")


def test_the_share_weighs_terms_by_how_telling_they_are(index: Bm25) -> None:
    whole = index.idf("agreement") + index.idf("lead") + index.idf("zebra")

    shares = index.shares("agreement on zebra leads", ["sla", "lead", "thanks"])

    assert shares == pytest.approx(
        [(index.idf("agreement") + index.idf("lead")) / whole, index.idf("lead") / whole, 0]
    )


def test_no_passages_are_searched_without_fault() -> None:
    index = Bm25([], [])

    assert index.search("lead", 5) == []
    assert index.scores("lead", ["x"]) == [0]
    assert index.idf("lead") > 0


def test_passages_are_found_by_title_and_by_other_names() -> None:
    passage = Passage(
        "p1", "mql", Kind.METRIC, "Acceptance rate", "Summary", "A share.", "mql.md", 0, 1,
        aliases=("MQL to SQL",),
    )  # fmt: skip
    index = keyword_index([passage])

    assert index.search("acceptance", 1)
    assert index.search("mql?", 1)


def test_all_names_of_a_note_are_one_text_apart_from_the_passages() -> None:
    def name(note: str, text: str) -> Passage:
        return Passage(text, note, Kind.METRIC, "T", ALSO_CALLED, text, "f.md", 0, 1)

    index = keyword_index([name("a", "SAL rate"), name("a", "leads taken"), name("b", "taken")])

    assert list(index.named("are the leads taken?")) == ["a", "b"]
    assert index.named("weather") == {}
    assert index.search("taken", 5) == []


def test_apostrophes_of_any_kind_stay_in_the_word() -> None:
    assert Words().terms("Don’t ask the seller’s boss") == Words().terms("ask seller boss")


def test_words_can_be_stemmed_by_many_threads_at_once() -> None:
    words, wrong = Words(), []

    def stem(part: int) -> None:
        for i in range(300):
            if words.stem(f"selling{part}x{i}ings") != f"selling{part}x{i}":
                wrong.append((part, i))

    threads = [threading.Thread(target=stem, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not wrong


@given(
    st.lists(st.lists(WORD, max_size=8), max_size=9),
    st.lists(WORD | st.just("zebra"), max_size=4),
    st.integers(1, 10),
)
def test_a_search_gives_the_best_of_all_scores(
    texts: list[list[str]], query: list[str], k: int
) -> None:
    ids = [f"p{i}" for i in range(len(texts))]
    index = Bm25(ids, map(" ".join, texts))

    scores = index.scores(" ".join(query), ids)

    best = sorted((-score, i) for i, score in enumerate(scores) if score > 0)[:k]
    found = index.search(" ".join(query), k)
    assert [score for _, score in found] == pytest.approx([-score for score, _ in best], rel=1e-5)
    assert all(scores[ids.index(id_)] == pytest.approx(score) for id_, score in found)
