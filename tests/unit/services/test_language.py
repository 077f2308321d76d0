"""Languages are told apart by small words, rare letters and scripts; unsure means English."""

from __future__ import annotations

import pytest

from coach.playbook.languages import Tongue
from coach.services.language import Languages

LANGUAGES = Languages(
    [
        Tongue("en", ("the", "we", "is", "how", "our", "in", "will", "die")),
        Tongue(
            "de",
            ("der", "die", "ist", "wir", "und", "in", "wie"),
            "äöüß",
            "Auf Englisch.",
            (("messe", ("event-debrief",)), ("schlechte leads", ("lead-quality", "lead-clinic"))),
        ),
        Tongue("fr", ("m", "le", "et")),
        Tongue("pl", ("jest", "jak", "i", "nie"), "ąęłż"),
    ]
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("how will our leads die in the CRM", "en"),
        ("pipeline velocity benchmark", "en"),
        ("wie ist die Pipeline", "de"),
        ("Łódź jest nie", "pl"),
        ("マーケティングと営業のMQL", "ja"),
        ("营销和销售怎么合作", "zh"),
        ("как наладить работу", "ru"),
        ("як налагодити її", "uk"),
        ("", "en"),
        ("target 2.4M, deal 30k", "en"),
        ("1234 !!", "en"),
    ],
)
def test_a_short_text_gets_its_language(text: str, code: str) -> None:
    assert LANGUAGES.detect(text) == code


def test_notes_are_found_by_terms_the_longest_first() -> None:
    found = LANGUAGES.notes_for("Nach der MESSE nur schlechte Leads", "de")

    assert found == ("lead-quality", "lead-clinic", "event-debrief")


def test_a_language_we_lack_gets_the_line_in_english_and_no_notes() -> None:
    assert "English" in LANGUAGES.plain_line("ja")
    assert LANGUAGES.notes_for("messe", "ja") == ()
    assert LANGUAGES.plain_line("de") == "Auf Englisch."
