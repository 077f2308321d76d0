from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.conflict import Message, Span, Thread
from coach.services.conflicts.facts import disputed_in, said_in
from coach.services.conflicts.sentences import LONGEST, SHORTEST, spoken
from tests.quarrels import thread

PIECES = st.sampled_from(
    ["junk", "You never call!!", "12 leads came on Monday.", " ", "\n", "> ", "- ", '"', "”", "3.5",
     "مرحبا", "e\u0301", "\u200b", "?", "...", "They ALWAYS lie. ", "🙂", "\t", "https://a.b/c?d=e"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=200)


@given(before=st.text(max_size=20), body=TEXTS, after=st.text(max_size=20))
def test_every_quote_is_exactly_what_stands_at_its_place(
    before: str, body: str, after: str
) -> None:
    text = before + body + after
    message = Message("", None, Span(len(before), len(before) + len(body), body))
    told = Thread(text, (message,))
    quotes = [span for _, span in spoken(told)]
    quotes += [fact.quote for fact in said_in(told)] + [c.quote for c in disputed_in(told)]

    assert all(quote.text == text[quote.start : quote.end] for quote in quotes)
    assert all(SHORTEST <= len(quote.text) <= LONGEST for quote in quotes)


def test_a_sentence_leaves_the_marks_of_a_quoted_mail_out() -> None:
    told = thread((None, '> - "Your leads are no good at all."'))

    assert [span.text for _, span in spoken(told)] == ["Your leads are no good at all."]


def test_a_point_within_a_number_or_an_address_ends_no_sentence() -> None:
    told = thread((None, "We paid 3.5 thousand for acme.example leads. Nobody rang."))

    assert [span.text for _, span in spoken(told)] == [
        "We paid 3.5 thousand for acme.example leads.", "Nobody rang."
    ]  # fmt: skip
