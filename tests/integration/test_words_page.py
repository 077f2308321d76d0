"""Shared words on the page: written apart, compared, settled, cited by the coach, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.domain.answers import Answer, Question
from coach.domain.shared_words import SharedWord
from coach.domain.stages import Side
from coach.errors import NoteError, StorageError
from coach.settings import Settings
from tests.fakes import FakeClock
from tests.integration.test_plan_page import headings, opened, press, shown
from tests.small_knowledge import write_small_playbook

SALES = "A plant manager who asked for a price. No students. A rep calls within two hours."
MARKETING = "A plant manager who read two guides and asked for a price. Marketing adds the history."
HOSTILE = "<script>x</script> go(javascript:alert(1))\n## Heading\n---\nkind: move\n- :red-x $a$"
DRAFT = "A plant manager who asked for a price within a month.\n\n- No students"
LEAD = "qualified-lead"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The shipped services with an empty data folder."""
    built = started(tmp_path)
    yield built
    built.close()


def started(data: Path, **more: object) -> Services:
    settings = Settings(data=data, embeddings="none", model="none", **more)  # type: ignore[arg-type]
    fakes = Fakes(clock=FakeClock())
    return build_services(settings, background=False, embed=False, fakes=fakes)


def asked(services: Services, text: str) -> Answer:
    reply = services.answering.start(Question(text))
    list(reply)
    return reply.answer


def both(services: Services, sales: str = SALES, marketing: str = MARKETING) -> SharedWord:
    settling, person = services.agreements.settling, services.identity.current()
    settling.write(person, LEAD, Side.SALES, sales)
    return settling.write(person, LEAD, Side.MARKETING, marketing)


def settled(services: Services, draft: str = DRAFT) -> SharedWord:
    both(services)
    settling, person = services.agreements.settling, services.identity.current()
    settling.reword(person, LEAD, draft)
    settling.accept(person, LEAD, Side.MARKETING, draft)
    return settling.accept(person, LEAD, Side.SALES, draft)


def write(page: AppTest, side: str, text: str) -> AppTest:
    page = page.radio(key="plan-word-side").set_value(side).run()
    page.text_area[0].set_value(text)
    return press(page, "Store it")


@pytest.mark.parametrize("text", ["MQL?", "what is an mql", "what does MQL mean"])
def test_whoever_asks_by_the_short_name_reads_the_teams_wording_alone(
    services: Services, text: str
) -> None:
    settled(services)
    answer = asked(services, text)

    assert answer.text.startswith("A qualified lead is for both of us: A plant manager")
    assert "passed the rule both teams wrote" not in answer.text


def test_six_words_are_offered_and_each_names_notes_that_there_are(services: Services) -> None:
    words = services.agreements.settling.words

    assert len(words) == 6
    for word in words:
        assert all(services.playbook.get(note) for note in (word.sheet, *word.notes))
    page = opened(services, view="words")
    assert headings(page)[0] == "Shared words"
    assert not page.exception


def test_what_one_side_wrote_is_nowhere_on_the_page_before_the_other_has(
    services: Services,
) -> None:
    page = write(opened(services, view="words"), "sales", SALES)
    everything = shown(page) + "".join(str(area.value) for area in page.text_area)

    assert "plant manager who asked" not in everything.replace(page.text_area[0].placeholder, "")
    assert "Sales] has written" in everything or "Sales has written" in everything
    page = write(page, "marketing", MARKETING)
    said = shown(page)
    assert "asked for a price. No students" in said
    assert "Where you agree and differ" in said
    assert "**Numbers only sales names:** “two hours”" in said
    assert "**Marketing alone says:** Marketing adds the history" in said
    assert not page.exception


def test_both_accept_and_the_coach_cites_the_note_until_it_is_taken_away(
    services: Services,
) -> None:
    both(services)
    page = opened(services, view="words")
    page.text_area[0].set_value(DRAFT)
    page = press(page, "Store this wording")
    page = press(page, "Marketing accepts")
    assert services.playbook.get("our-qualified-lead") is None
    page = press(page, "Sales accepts")
    assert "Settled by both sides" in shown(page)
    answer = asked(services, "what is a qualified lead for us?")
    assert answer.citations[0].note == "our-qualified-lead"
    assert "within a month" in answer.text
    assert not page.exception
    page = press(page, "Take the note away")
    notes = {c.note for c in asked(services, "what is a qualified lead for us?").citations}
    assert "our-qualified-lead" not in notes
    press(page, "Undo")

    assert services.playbook.get("our-qualified-lead") is not None


def test_a_choice_left_open_cannot_be_accepted(services: Services) -> None:
    both(services, "A rep calls within two hours.", "A rep calls within two days.")
    page = opened(services, view="words")

    assert "between square brackets" in shown(page)
    assert all(b.disabled for b in page.button if b.label.endswith(" accepts"))


def test_a_note_outlives_a_restart_and_is_read_from_the_data_folder(tmp_path: Path) -> None:
    first = started(tmp_path)
    settled(first)
    first.close()
    second = started(tmp_path)

    note = second.playbook.get("our-qualified-lead")
    assert note is not None
    assert note.is_own
    assert (tmp_path / "notes" / "our-words" / "our-qualified-lead.md").is_file()
    assert asked(second, "our qualified lead").citations[0].note == "our-qualified-lead"
    second.close()


def test_with_a_folder_of_their_own_the_note_goes_there(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    services = started(tmp_path / "data", knowledge=own)
    settled(services)

    assert (own / "our-words" / "our-qualified-lead.md").is_file()
    assert services.playbook.get("our-qualified-lead") is not None
    services.close()


def test_without_the_folder_that_was_named_nothing_is_settled_and_it_says_why(
    tmp_path: Path,
) -> None:
    services = started(tmp_path / "data", knowledge=tmp_path / "missing")
    with pytest.raises(StorageError, match="no folder for your team's own notes"):
        settled(services)

    begun = services.agreements.settling.begun(services.identity.current())
    assert set(begun[LEAD].accepted) == {Side.MARKETING}
    services.close()


def test_a_note_of_the_teams_own_making_is_never_overwritten(tmp_path: Path) -> None:
    shipped, own = write_small_playbook(tmp_path / "shipped"), tmp_path / "own"
    own.mkdir()
    source = next(shipped.glob("*.md"))
    (own / "our-qualified-lead.md").write_text(source.read_text(encoding="utf-8"), "utf-8")
    before = (own / "our-qualified-lead.md").read_bytes()
    services = started(tmp_path / "data", shipped=shipped, knowledge=own)
    with pytest.raises(NoteError, match="is there already"):
        settled(services)

    assert (own / "our-qualified-lead.md").read_bytes() == before
    services.close()


def test_hostile_words_become_text_and_no_structure(services: Services) -> None:
    settled(services, HOSTILE)
    note = services.playbook.get("our-qualified-lead")

    assert note is not None
    assert [s.heading for s in note.sections] == [
        "In short",
        "In both sides' words",
        "This week",
        "Watch",
    ]
    page = opened(services, view="words")
    assert "<script>" not in shown(page).replace("\\<script>", "")
    assert not page.exception


def test_a_word_is_deleted_with_its_note_and_comes_back_with_both(services: Services) -> None:
    before = settled(services)
    page = press(opened(services, view="words"), "Delete this word with both texts")
    person = services.identity.current()
    assert services.agreements.settling.begun(person) == {}
    assert services.playbook.get("our-qualified-lead") is None
    press(page, "Undo")

    assert services.agreements.settling.begun(person) == {LEAD: before}
    assert services.playbook.get("our-qualified-lead") is not None


def test_a_link_is_made_shown_once_and_taken_back(services: Services) -> None:
    page = opened(services, view="words")
    page.button(key="plan-words-make-marketing").click().run()
    links = services.agreements.by_link
    person = services.identity.current()
    assert [link.side for link in links.open_links(person)] == [Side.MARKETING]
    assert "/words/" in "".join(str(part.body) for part in page.get("html"))
    page.button(key="plan-words-revoke-marketing").click().run()

    assert list(links.open_links(person)) == []
    assert not page.exception


def test_the_agreement_begins_with_what_both_call_a_qualified_lead(services: Services) -> None:
    settled(services)
    page = opened(services, view="agreement")

    assert "plant manager who asked" in page.text_area(key="plan-agreement-form-definition").value


@pytest.mark.parametrize("view", ["words", "agreement"])
def test_the_invented_team_writes_nothing_into_the_playbook_of_the_team_that_looks(
    view: str, services: Services
) -> None:
    services.standing.sample.add(services.identity.current())
    page = opened(services, view=view, sample="1")

    assert "The invented team" in shown(page)
    assert not page.text_area
    assert not page.exception
