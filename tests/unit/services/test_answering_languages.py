from __future__ import annotations

from coach.domain.answers import Finish
from coach.errors import AuthorUnreachable
from tests.answering_fakes import HITS, TEXT, FakeTranslator, ask, make_answering
from tests.fakes import FakeAuthor, FakeIndex


def test_without_a_model_another_language_gets_its_plain_line_and_the_notes_that_fit():
    answer = ask(make_answering(), "wann treffen wir uns?")

    assert answer.text.startswith("Das Playbook ist auf Englisch.")
    assert [c.note for c in answer.citations] == ["weekly-smarketing"]


def test_without_a_fitting_note_another_language_gets_the_map_of_the_stages():
    answer = ask(make_answering(), "was nun, sind wir fertig?")

    assert [c.note for c in answer.citations] == ["defined"]


def test_a_language_nobody_here_reads_carries_the_hand_over_line():
    answer = ask(make_answering(), "私は困っています")

    assert answer.text.endswith("If somebody is in danger, call for help.")


def test_with_a_model_another_language_is_searched_in_english():
    index = FakeIndex(HITS)
    model = FakeAuthor([[f"{TEXT} [1]"]], "small", finish=Finish("model", "small"))
    answer = ask(make_answering(model, FakeTranslator(), index), "wie oft treffen wir uns?")

    assert index.asked[0][0] == "how often to meet"
    assert (answer.mode, answer.model) == ("model", "small")
    assert any("Figures and sources were checked" in w for w in answer.warnings)


def test_a_translation_that_fails_is_said_and_the_search_goes_on():
    translator = FakeTranslator(AuthorUnreachable("Nobody answers."))
    index = FakeIndex(HITS)
    answer = ask(make_answering(translator=translator, index=index), "wie oft treffen wir uns?")

    assert index.asked[0][0] == "wie oft treffen wir uns?"
    assert "Nobody answers." in answer.warnings
