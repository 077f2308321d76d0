"""For which side somebody plainly writes."""

import pytest

from coach.domain.stages import Side
from coach.services.conflicts.reading.writers import writer_side

PLAIN = {
    Side.MARKETING: (
        "we in marketing are tired", "us marketers are tired of it", "I run demand gen",
        "I'm the head of marketing here", "our campaigns get no follow up",
        "sales never tells us anything", "the leads we send are ignored",
        "wir im Marketing sind sauer", "As a demand gen manager I can't improve",
        "as head of marketing I object", "nosotros en marketing no podemos",
    ),
    Side.SALES: (
        "I'm an AE and leads are junk", "my reps waste time", "as a rep, I hate it",
        "we in sales never get help", "marketing keeps sending us junk", "I carry a quota",
        "I am an enterprise account executive", "ich bin im Vertrieb", "I lead the sales team",
    ),
    Side.OTHER: ("I'm an SDR between two chairs", "I run revops", "I'm the CEO"),
    Side.BOTH: ("I'm the CRO",),
    None: (
        "the leads are bad", "sales and marketing fight", "I'm not an AE",
        "sales says the leads are bad and marketing says nobody calls",
        'they said "my reps are busy"', "if I were in sales", "Our sales team hates marketing",
        "our reps never call", "I'm tired of sales", "we need marketing to help",
        "sales tells us one thing, marketing tells us another", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("side", "text"), [(s, text) for s in PLAIN for text in PLAIN[s]])
def test_a_side_is_told_only_where_it_is_plain(side: Side | None, text: str) -> None:
    assert writer_side(text) is side
    assert writer_side(text.upper()) is side
