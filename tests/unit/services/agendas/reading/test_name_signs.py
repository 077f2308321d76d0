"""A word that looks like a misspelt day is a name where the words around it say so."""

import pytest

from coach.services.agendas.reading.name_signs import is_name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("with Ms Munday on leads", "Munday"), ("Anna Munday joins", "Munday"),
        ("30 min with Munday about leads", "Munday"), ("Fryday from sales", "Fryday"),
        ("Munday (marketing) comes", "Munday"), ("for Zyra Munday", "Munday"),
    ],
)  # fmt: skip
def test_a_name_is_known_by_its_neighbours(text: str, word: str) -> None:
    start = text.index(word)

    assert is_name(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tuseday 10:00", "Tuseday"), ("Meeting Tuseday 10:00", "Tuseday"),
        ("with Anna Tuseday at 10", "Tuseday"), ("Next Tuseday", "Tuseday"),
        ("Tuseday from 10 to 11", "Tuseday"), ("see you tuseday", "tuseday"),
        ("Tuseday, the webinar", "Tuseday"),
    ],
)  # fmt: skip
def test_a_day_stays_a_day(text: str, word: str) -> None:
    start = text.index(word)

    assert not is_name(text, start, start + len(word))
