"""What goes out holds no name of the list; what comes back holds every name again."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from coach.services.names.disguise import Disguise
from coach.services.names.finding import Finder, Someone

PEOPLE = (
    Someone(("Ana Silva", "Ana", "Silva", "ana.silva@x.example")),
    Someone(("Jürgen", )),
    Someone(("Ольга",)),
    Someone(("王芳",)),
    Someone(("دنا",)),
    Someone(("O'Leary",)),
)  # fmt: skip
NAMES = [form for one in PEOPLE for form in one.forms]
PIECES = st.one_of(
    st.sampled_from([*NAMES, "ANA", "ana's", "Anas", "Ольгой", "Person A", "Person", "PERSON B"]),
    st.sampled_from(
        [" ", "\n", ", ", "'s ", "2", "_", "person-a@name.invalid", "A", "Person ", "x"]
    ),
    st.text(max_size=6),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


def disguise(*texts: str, people: Sequence[Someone] = PEOPLE) -> Disguise:
    return Disguise(people, texts, Finder().is_word)


@given(TEXTS)
@example("Jürgen Person PERSON B")
def test_put_back_is_exact_for_any_text(text: str) -> None:
    one = disguise(text)

    assert one.show(one.hide(text)) == text


@given(TEXTS, st.data())
def test_put_back_is_the_same_wherever_the_text_is_cut(text: str, data: st.DataObject) -> None:
    one = disguise(text)
    hidden = one.hide(text)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(hidden)), max_size=8)))
    pieces = [hidden[a:b] for a, b in zip([0, *cuts], [*cuts, len(hidden)], strict=True)]

    assert "".join(one.stream(pieces)) == text
    assert "".join(one.stream(hidden)) == text


@given(TEXTS)
def test_no_name_of_the_list_leaves_as_a_word(text: str) -> None:
    hidden = f" {disguise(text).hide(f'Hi {text} bye')} "

    for name in ("Ana", "Silva", "Jürgen", "O'Leary"):
        for before, after in ((" ", " "), (" ", ", "), ("\n", "\n")):
            assert f"{before}{name}{after}" not in hidden
    assert "王芳 " not in hidden


@given(TEXTS)
def test_a_reply_is_read_with_the_names_of_the_text(text: str) -> None:
    one = disguise(text)
    one.hide(f"{text} Ana Silva, Jürgen")
    letter = one.hide("Jürgen")

    assert one.show(f"Ask {letter}'s team, **{letter}**.") == "Ask Jürgen's team, **Jürgen**."
    assert one.show(letter.upper()) == "Jürgen"


def test_each_form_of_a_name_has_a_stand_in_of_the_same_person() -> None:
    hidden = disguise().hide("Ana Silva, Ana, Silva's, Jürgen, Ольгой")

    assert hidden == "Person A, Person A2, Person A3's, Person B, Person C"


def test_letters_that_the_text_uses_already_are_not_used() -> None:
    text = "Person A said that person b heard Jürgen."

    assert disguise(text).hide("Jürgen") == "Person D"


def test_a_text_whose_end_may_begin_a_stand_in_waits_for_the_next_piece() -> None:
    one = disguise()
    hidden = one.hide("Ana")

    assert list(one.stream(["Ask Per", "son ", hidden[-1], " now"])) == ["Ask ", "Ana now"]


def test_a_word_that_is_also_a_name_is_replaced_only_as_a_name() -> None:
    one = disguise(people=(Someone(("Mark",)), Someone(("May",))))

    hidden = one.hide("Mark said: mark it in May. Mark it! I saw Mark. May says no.")

    assert hidden == "Person A said: mark it in May. Mark it! I saw Person A. Person B says no."
