import threading
from dataclasses import replace

import pytest

from coach.domain.passages import ALSO_CALLED
from coach.errors import SearchError
from coach.playbook.retrieval import PassageSearch
from coach.ports import Indexes
from tests.fakes import FakeClock
from tests.search_fakes import make_indexes, make_passage

PASSAGES = (
    make_passage("lead", "A qualified lead is one both departments agreed on in writing."),
    make_passage("weekly", "The weekly meeting takes thirty minutes and has one owner."),
    make_passage("thanks", "Say thanks when a colleague hands over useful information."),
    make_passage("budget", "Marketing budget follows pipeline, and sales sees the plan."),
    make_passage("crm", "Sales writes the reason for every rejected lead into the system."),
)


def search(indexes: Indexes) -> PassageSearch:
    return PassageSearch(lambda: indexes, FakeClock())


def names(findings):
    return [hit.passage.id for hit in findings.hits]


def test_the_passage_about_it_comes_first_with_the_raw_scores_of_both_searches():
    findings = search(make_indexes(PASSAGES)).find("who owns the weekly meeting?")
    first = findings.hits[0]

    assert first.passage.id == "weekly"
    assert first.rank == 1
    assert first.cosine is not None
    assert first.cosine > 0
    assert first.bm25 is not None
    assert first.bm25 > 0
    assert findings.mode == "hybrid"
    assert findings.seconds > 0


def test_what_only_one_search_proposed_still_gets_the_exact_score_of_the_other():
    findings = search(make_indexes(PASSAGES)).find("weekly meeting", k=5)
    unrelated = next(hit for hit in findings.hits if hit.passage.id == "thanks")

    assert unrelated.bm25 == 0
    assert unrelated.cosine is not None


def test_ranks_count_from_1_scores_fall_and_no_more_than_k_come_back():
    hits = search(make_indexes(PASSAGES)).find("lead", k=3).hits

    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_copy_of_a_passage_is_shown_once():
    copy = make_passage("copy", PASSAGES[1].text.upper())
    hits = search(make_indexes((*PASSAGES, copy))).find("weekly meeting owner", k=6).hits

    assert len({"weekly", "copy"} & {hit.passage.id for hit in hits}) == 1


def test_without_vectors_it_searches_by_keyword_and_says_so():
    findings = search(make_indexes(PASSAGES, dense=False)).find("weekly meeting")

    assert findings.mode == "keyword"
    assert names(findings) == ["weekly"]
    assert findings.hits[0].cosine is None
    assert findings.coverage.best_cosine is None
    assert findings.vector is None


def test_a_failing_embedder_costs_the_vectors_not_the_answer():
    indexes = make_indexes(PASSAGES)
    indexes.embedder.broken = True
    findings = search(indexes).find("weekly meeting")

    assert findings.mode == "keyword"
    assert names(findings) == ["weekly"]


def test_no_passages_is_an_error():
    with pytest.raises(SearchError):
        search(make_indexes(())).find("anything")


@pytest.mark.parametrize("dense", [True, False])
def test_a_question_of_no_telling_words_is_read_with_the_one_before(dense):
    searcher = search(make_indexes(PASSAGES, dense=dense))
    alone = searcher.find("and how do we do it?")
    after = searcher.find("and how do we do it?", ["what is a qualified lead in writing?"])

    assert after.hits[0].passage.id == "lead"
    assert after.coverage.dependence == 1
    assert alone.coverage.dependence == 0


def test_a_question_that_stands_alone_is_not_moved_by_its_history():
    searcher = search(make_indexes(PASSAGES))
    text = "say thanks when a colleague hands over useful information"

    assert names(searcher.find(text, ["what is a qualified lead?"])) == names(searcher.find(text))


def test_an_earlier_question_is_not_embedded_again():
    indexes = make_indexes(PASSAGES)
    searcher = search(indexes)
    searcher.find("qualified lead")
    searcher.find("the owner", ["qualified lead"])

    assert indexes.embedder.batches == [["qualified lead"], ["the owner"]]


def test_blank_earlier_questions_are_passed_over():
    findings = search(make_indexes(PASSAGES)).find("and it?", ["  ", ""])

    assert findings.coverage.dependence == 0


def test_coverage_measures_the_question_alone():
    """An off-topic question after one on the subject still looks off-topic."""
    searcher = search(make_indexes(PASSAGES))
    alone = searcher.find("weather tomorrow?").coverage
    after = searcher.find("weather tomorrow?", ["what is a qualified lead?"]).coverage

    assert after.best_cosine == alone.best_cosine == 0
    assert after.known_terms == after.term_share == 0


def test_coverage_counts_known_terms_and_weighs_the_share_by_how_telling_they_are():
    coverage = search(make_indexes(PASSAGES)).find("weekly meeting zebra").coverage

    assert coverage.known_terms == pytest.approx(2 / 3)
    assert 0 < coverage.term_share < 1


def test_an_id_the_passages_do_not_know_is_left_out():
    indexes = make_indexes(PASSAGES)
    fewer = {name: p for name, p in indexes.passages.items() if name != "weekly"}
    findings = search(replace(indexes, passages=fewer)).find("weekly meeting")

    assert "weekly" not in names(findings)


def test_passages_of_a_note_come_in_reading_order():
    parts = [make_passage(f"n{place}", f"part {place}", note="n") for place in range(3)]
    searcher = search(make_indexes((*PASSAGES, *parts)))

    assert [p.id for p in searcher.passages("n")] == ["n0", "n1", "n2"]
    assert list(searcher.passages("unknown")) == []


def test_many_threads_get_what_one_gets():
    searcher = search(make_indexes(PASSAGES))
    alone = names(searcher.find("and it?", ["weekly meeting"]))
    seen = []
    threads = [
        threading.Thread(
            target=lambda: seen.append(names(searcher.find("and it?", ["weekly meeting"])))
        )
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == [alone] * 8


def test_a_note_is_found_by_a_name_that_its_text_does_not_hold():
    other_names = (("weekly", "smarketing"), ("lead", "mql"))
    called = [
        replace(make_passage(f"name-{note}", text, note=note), heading=ALSO_CALLED)
        for note, text in other_names
    ]
    findings = search(make_indexes((*PASSAGES, *called))).find("smarketing")

    assert findings.hits[0].passage.id == "weekly"
    assert not {"name-weekly", "name-lead"} & set(names(findings))


def test_without_vectors_a_note_is_found_by_the_words_of_its_names():
    name = replace(make_passage("n1", "smarketing", note="weekly"), heading=ALSO_CALLED)

    findings = search(make_indexes((*PASSAGES, name), dense=False)).find("smarketing")

    assert names(findings) == ["weekly"]


def test_the_names_of_a_note_are_not_among_its_passages():
    name = replace(make_passage("n1", "smarketing", note="weekly"), heading=ALSO_CALLED)

    assert [p.id for p in search(make_indexes((*PASSAGES, name))).passages("weekly")] == ["weekly"]


def test_coverage_looks_past_names_at_the_passages():
    """A name is three words: a cosine to it says nothing of what the notes hold."""
    name = replace(make_passage("n1", "weather tomorrow", note="weekly"), heading=ALSO_CALLED)
    coverage = search(make_indexes((*PASSAGES, name))).find("weather tomorrow").coverage

    assert coverage.best_cosine == 0


def test_no_note_takes_more_than_two_places_while_others_have_something():
    parts = [make_passage(f"n{n}", f"lead number {n}", note="n") for n in range(6)]
    hits = search(make_indexes((*PASSAGES, *parts))).find("lead number", k=4).hits

    assert sum(hit.passage.note == "n" for hit in hits) == 2


def test_where_there_is_one_note_it_takes_every_place():
    parts = [make_passage(f"n{n}", f"lead number {n}", note="n") for n in range(6)]

    assert len(search(make_indexes(parts)).find("lead number", k=5).hits) == 5


def test_a_note_of_which_more_passages_fit_comes_before_one_that_fits_once():
    once = [make_passage("a1", "lead quality"), make_passage("a2", "cake", note="a1")]
    often = [make_passage(f"b{n}", f"lead quality {n}", note="b") for n in range(4)]
    hits = search(make_indexes((*PASSAGES, *once, *often))).find("lead quality").hits

    assert hits[0].passage.note == "b"


def test_a_note_linked_with_the_best_one_rises():
    twins = [make_passage(name, "colleague cake recipe", note=name) for name in ("t1", "t2")]
    twins[1] = replace(twins[1], text="colleague recipe cake twice")
    indexes = make_indexes((*PASSAGES, *twins))

    def place(links, name):
        searcher = PassageSearch(lambda: indexes, FakeClock(), links)
        return names(searcher.find("weekly meeting owner colleague", k=7)).index(name)

    assert place({"t2": {"weekly"}}, "t2") < place({}, "t2")
