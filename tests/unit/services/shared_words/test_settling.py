"""Neither side's text is seen before both wrote, and only what both accepted becomes a note."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.links import fingerprint
from coach.domain.notes import Kind, Note, Playbook
from coach.domain.shared_words import SharedWord, Word
from coach.domain.stages import Side
from coach.errors import LinkClosed, NotFound, StorageFull, Unfit
from coach.services.linking import Linking
from coach.services.shared_words.inviting import WordsByLink, version_of
from coach.services.shared_words.settling import Settling
from tests.agreement_fakes import MemoryWords
from tests.fakes import ME, FakeClock, FakeIds
from tests.round_fakes import FakeSecrets, MemoryLinks, token_of

LEAD = Word(
    "qualified-lead",
    "qualified lead",
    "A qualified lead",
    "Who is one?",
    "A buyer who asked.",
    ("MQL",),
)
SALES = "A buyer in our market who asked for a price within 14 days. No students."
MARKETING = "A buyer who asked for a price within 30 days. Marketing sends the history with it."
BOTH = (Side.SALES, Side.MARKETING)


@dataclass
class MemoryNotes:
    """`TeamNotes` in memory; `full` refuses to write."""

    stored: dict[str, str] = field(default_factory=dict)
    full: bool = False

    def write(self, note_id: str, text: str) -> Note:
        if self.full:
            raise StorageFull("The folder is full.")
        self.stored[note_id] = text
        return Note(id=note_id, kind=Kind.PRACTICE, title="", summary="", file="")

    def remove(self, note_id: str) -> str:
        return self.stored.pop(note_id, "")


class Table:
    """Both sides at one table, with a link for whoever is elsewhere."""

    def __init__(self) -> None:
        self.clock, self.notes = (clock := FakeClock()), MemoryNotes()
        playbook = Playbook(notes=(), sources=())
        self.settling = Settling(MemoryWords(), (LEAD,), self.notes, playbook, clock)
        secrets = FakeSecrets()
        linking = Linking(MemoryLinks(), clock, FakeIds(), secrets)
        self.by_link = WordsByLink(linking, self.settling, clock, secrets)

    def write(self, side: Side, text: str, device: str = "") -> SharedWord:
        return self.settling.write(ME, LEAD.key, side, text, device)

    def both(self) -> SharedWord:
        self.write(Side.SALES, SALES)
        return self.write(Side.MARKETING, MARKETING)

    def accept(self, side: Side, draft: str) -> SharedWord:
        return self.settling.accept(ME, LEAD.key, side, draft)

    def settled(self) -> SharedWord:
        self.both()
        draft = self.settling.reword(ME, LEAD.key, "A buyer who asked.").draft
        self.accept(Side.MARKETING, draft)
        return self.accept(Side.SALES, draft)


@pytest.fixture
def table() -> Table:
    return Table()


steps = st.lists(
    st.tuples(st.sampled_from(BOTH), st.sampled_from(["", "a", "b"]), st.integers(0, 9)),
    max_size=8,
)


@given(steps)
def test_nobody_sees_a_text_of_the_other_side_before_both_wrote(
    its: list[tuple[Side, str, int]],
) -> None:
    table = Table()
    links = {side: token_of(table.by_link.invite(ME, side).address) for side in BOTH}
    for side, device, number in its:
        text = f"planted {side.value} by {device or 'page'} {number}"
        try:
            table.write(side, text, fingerprint(device) if device else "")
        except Unfit:
            continue
        stored = table.settling.begun(ME)[LEAD.key]
        if stored.both_wrote:
            assert stored.texts is not None
            return
        assert (stored.texts, stored.draft) == (None, "")
        assert "planted" not in repr(stored)
        for reader, token in links.items():
            for key in ("", "a", "b", "c"):
                own = table.by_link.open(token, key).words[0].own
                sealed = fingerprint(key)
                mine = reader in stored.meanings and stored.meanings[reader].key == sealed
                assert bool(own) == mine


def test_a_side_writes_anew_on_its_own_device_until_both_have_written(table: Table) -> None:
    table.write(Side.SALES, "first", "phone")
    table.write(Side.SALES, SALES, "phone")
    for elsewhere in ("laptop", ""):
        with pytest.raises(Unfit, match="in another place"):
            table.write(Side.SALES, "forged", elsewhere)
    table.write(Side.MARKETING, MARKETING)

    assert table.settling.begun(ME)[LEAD.key].texts == (SALES, MARKETING)
    with pytest.raises(Unfit, match="stay as they are"):
        table.write(Side.SALES, "later", "phone")


@pytest.mark.parametrize(
    ("side", "text"),
    [(Side.SALES, "  "), (Side.SALES, "x" * 1501), (Side.OTHER, SALES), (Side.BOTH, SALES)],
)
def test_what_says_nothing_or_comes_from_neither_side_is_refused(
    side: Side, text: str, table: Table
) -> None:
    with pytest.raises(Unfit):
        table.write(side, text)

    assert table.settling.begun(ME) == {}


def test_the_second_text_makes_a_wording_out_of_both_with_the_clash_left_open(
    table: Table,
) -> None:
    draft = table.both().draft
    assert "[A buyer in our market who asked for a price within 14 days / A buyer who" in draft
    assert "No students" in draft
    assert "Marketing sends the history with it" in draft
    with pytest.raises(Unfit, match="leaves a choice open"):
        table.accept(Side.SALES, draft)


def test_what_both_accepted_is_written_as_a_note_once(table: Table) -> None:
    assert table.settled().note == "our-qualified-lead"
    assert list(table.notes.stored) == ["our-qualified-lead"]
    assert "Accepted by sales on" in table.notes.stored["our-qualified-lead"]


def test_one_side_alone_makes_no_note(table: Table) -> None:
    table.both()
    table.settling.reword(ME, LEAD.key, "A buyer.")
    for _ in range(2):
        table.accept(Side.SALES, "A buyer.")

    assert table.notes.stored == {}


def test_another_wording_takes_consent_back_and_leaves_the_note_until_both_accept(
    table: Table,
) -> None:
    table.settled()
    after = table.settling.reword(ME, LEAD.key, "Something else.")
    assert (after.accepted, after.note) == ({}, "our-qualified-lead")
    assert "A buyer who asked." in table.notes.stored["our-qualified-lead"]
    for side in BOTH:
        table.accept(side, "Something else.")

    assert "Something else." in table.notes.stored["our-qualified-lead"]


def test_who_read_an_older_wording_does_not_accept_the_new_one(table: Table) -> None:
    table.both()
    table.settling.reword(ME, LEAD.key, "Second.")
    with pytest.raises(Unfit, match="changed meanwhile"):
        table.accept(Side.SALES, "First.")
    assert table.accept(Side.SALES, "Second.  \r\n").accepted


def test_a_note_that_cannot_be_written_leaves_the_second_consent_to_be_given_again(
    table: Table,
) -> None:
    table.both()
    table.settling.reword(ME, LEAD.key, "A buyer.")
    table.accept(Side.SALES, "A buyer.")
    table.notes.full = True
    with pytest.raises(StorageFull):
        table.accept(Side.MARKETING, "A buyer.")
    assert set(table.settling.begun(ME)[LEAD.key].accepted) == {Side.SALES}
    table.notes.full = False

    assert table.accept(Side.MARKETING, "A buyer.").note


@pytest.mark.parametrize("way", ["withdraw", "delete"])
def test_a_note_is_removed_and_brought_back_as_it_was(way: str, table: Table) -> None:
    before = table.settled()
    text = table.notes.stored["our-qualified-lead"]
    back = getattr(table.settling, way)(ME, LEAD.key)
    assert table.notes.stored == {}
    back()

    assert table.notes.stored == {"our-qualified-lead": text}
    assert table.settling.begun(ME)[LEAD.key] == before


def test_a_link_writes_and_accepts_for_its_side_alone(table: Table) -> None:
    table.write(Side.SALES, SALES)
    token = token_of(table.by_link.invite(ME, Side.MARKETING).address)
    table.by_link.write(token, "phone", LEAD.key, MARKETING)
    with pytest.raises(Unfit, match="changed meanwhile"):
        table.by_link.accept(token, LEAD.key, version_of("What was never shown"))
    table.settling.reword(ME, LEAD.key, "A buyer.")
    after = table.by_link.accept(token, LEAD.key, version_of("A buyer."))

    assert set(after.accepted) == {Side.MARKETING}
    assert table.accept(Side.SALES, "A buyer.").settled


def test_a_new_link_takes_the_one_before_back_and_both_end_after_four_weeks(
    table: Table,
) -> None:
    first = token_of(table.by_link.invite(ME, Side.SALES).address)
    second = token_of(table.by_link.invite(ME, Side.SALES).address)
    with pytest.raises(LinkClosed):
        table.by_link.open(first, "")
    assert table.by_link.open(second, "").link.side is Side.SALES
    table.clock.advance(28 * 24 * 3600)

    with pytest.raises(LinkClosed):
        table.by_link.open(second, "")


@pytest.mark.parametrize("do", ["write", "reword", "accept", "withdraw", "delete"])
def test_a_word_that_is_not_there_is_said_so(do: str, table: Table) -> None:
    given = {"write": (Side.SALES, "x"), "reword": ("x",), "accept": (Side.SALES, "x")}
    with pytest.raises(NotFound):
        getattr(table.settling, do)(ME, "nonsense", *given.get(do, ()))
