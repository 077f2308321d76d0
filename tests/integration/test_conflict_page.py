"""The conflict page without a browser: what it draws, keeps and refuses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.settings import Settings
from coach.ui.conflicts.case import TEXT, Case
from tests.fakes import FakeClock

QUARREL = """Anna (sales): Half of the leads you sent on Monday are junk. 12 of 20 were students.
Ben (marketing): We hit our MQL target, so what's the problem? You never call them anyway.
Anna (sales): Because nobody qualifies them!! Stop ignoring us."""
ONE_SIDE = "I run sales. These leads are junk: 12 of the 20 that marketing sent were students."
THREAT = "My manager in sales said he will hit me if the campaign leads don't come by Friday."


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The shipped services with an empty data folder."""
    settings = Settings(data=tmp_path_factory.mktemp("conflicts"), embeddings="none", model="none")
    fakes = Fakes(clock=FakeClock())
    built = build_services(settings, background=False, embed=False, fakes=fakes)
    yield built
    built.close()


def _script() -> None:
    import streamlit as st

    from coach.ui import conflict_page, pages

    everything = [pages.chat(), pages.playbook(), pages.agenda(), pages.conflict()]
    st.navigation(everything, position="hidden")
    conflict_page.draw()


def opened(services: Services) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=30)
    page.session_state["services"] = services
    return page.run()


def looked(services: Services, text: str = QUARREL, side: str = "") -> AppTest:
    page = opened(services)
    page.text_area(key=TEXT).set_value(text)
    if side:
        page.radio(key="conflict-side").set_value(side)
    return press(page, "Look at both sides")


def press(page: AppTest, label: str) -> AppTest:
    return next(b for b in page.button if b.label == label).click().run()


def shown(page: AppTest) -> str:
    parts = (*page.title, *page.header, *page.subheader, *page.markdown, *page.caption)
    return "\n".join(str(part.value) for part in (*parts, *page.error))


def headings(page: AppTest) -> list[str]:
    return [str(part.value) for part in (*page.title, *page.header)]


def case(page: AppTest) -> Case:
    held = page.session_state["conflict-case"]
    assert isinstance(held, Case)
    return held


def test_the_page_says_before_anything_is_pasted_that_nothing_is_kept(services: Services) -> None:
    page = opened(services)

    assert "nothing of it is stored or sent anywhere" in shown(page)
    assert not page.exception


def test_a_quarrel_becomes_one_page_in_the_order_it_is_best_read(services: Services) -> None:
    page = looked(services)

    assert headings(page) == [
        "Both sides of it", "Facts", "Each side", "Likely cause", "Heat, and who should step in",
        "Ways out, and their price", "One next step", "Words", "Then",
    ]  # fmt: skip
    assert "12 of 20 were students" in shown(page)
    assert not page.exception


def test_an_unheard_side_is_marked_as_a_guess_with_three_questions(services: Services) -> None:
    page = looked(services, ONE_SIDE, "sales")

    assert shown(page).count("A guess: this side wasn't heard.") == 1
    asked = next(m.value for m in page.markdown if m.value.startswith("**Ask it**"))
    assert asked.count("\n- ") == 3


def test_a_chosen_pattern_stands_first_and_its_step_is_another(services: Services) -> None:
    page = looked(services)
    before = case(page).outcome.step  # type: ignore[union-attr]
    page.selectbox(key="conflict-other-note").set_value("crm-not-updated")
    page = press(page, "Look again")

    assert case(page).note == "crm-not-updated"
    assert case(page).outcome.patterns[0].note == "crm-not-updated"  # type: ignore[union-attr]
    assert case(page).outcome.step != before  # type: ignore[union-attr]


def test_another_side_changes_the_message_and_none_of_the_facts(services: Services) -> None:
    page = looked(services, QUARREL, "sales")
    before = case(page).outcome
    page.radio(key="conflict-other-side").set_value("marketing")
    after = case(press(page, "Look again")).outcome

    assert after.said == before.said  # type: ignore[union-attr]
    assert after.words.message != before.words.message  # type: ignore[union-attr]


def test_a_hand_over_shows_its_words_and_no_agenda(services: Services) -> None:
    page = looked(services, THREAT)

    assert headings(page) == ["Conflicts"]
    assert "Make the agenda" not in [button.label for button in page.button]
    assert not [box for box in page.selectbox if box.key == "conflict-other-note"]


def test_what_is_no_quarrel_is_said_to_be_none_and_may_be_named_all_the_same(
    services: Services,
) -> None:
    page = looked(services, "How do I bake sourdough bread on a rainy Sunday?")
    assert headings(page) == ["Conflicts"]
    page.selectbox(key="conflict-other-note").set_value("budget-fight")
    page = press(page, "Look again")

    assert headings(page)[0] == "Both sides of it"


@pytest.mark.parametrize("text", ["", "  \n ", "leads are junk " * 3_400])
def test_what_cannot_be_taken_is_said_in_a_sentence_and_stays_in_the_box(
    text: str, services: Services
) -> None:
    page = looked(services, text)

    assert len(page.error) == 1
    assert page.text_area(key=TEXT).value == text
    assert not page.exception


def test_an_uploaded_text_goes_into_the_box(services: Services) -> None:
    page = opened(services)
    page.get("file_uploader")[0].upload("thread.txt", QUARREL.encode(), "text/plain")
    page.run()

    assert page.text_area(key=TEXT).value == QUARREL


def test_a_file_that_cannot_be_read_leaves_the_box_as_it_is(services: Services) -> None:
    page = opened(services)
    page.session_state[TEXT] = "typed before"
    page.run().get("file_uploader")[0].upload("thread.docx", b"PK no zip", "application/zip")
    page.run()

    assert page.text_area(key=TEXT).value == "typed before"
    assert len(page.error) == 1


def test_what_is_forgotten_is_gone_from_the_session(services: Services) -> None:
    page = press(looked(services), "Forget it now")

    assert "conflict-case" not in page.session_state
    assert not page.text_area(key=TEXT).value
