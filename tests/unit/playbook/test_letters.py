"""What a person says about a letter they want is read where it is certain, and only there."""

from __future__ import annotations

import pytest

from coach.domain.letters import asks_for_letter, to_counterpart
from coach.playbook.composing.letters import (
    has_subject,
    invites,
    purpose,
    recipient,
    sender,
)
from coach.playbook.composing.shapes import Shape, shape_of
from tests.yardstick import Effort

ASKED = (
    "write an email to the head of sales proposing a first meeting",
    "Can you draft an e-mail to my marketing counterpart asking for better leads?",
    "email to Dana, our sales VP, to invite her to a weekly meeting",
    "I need a mail to the reps saying the campaign was late, sorry",
    "compose a message to marketing thanking them for the case study",
    "please write a short slack message to Tom asking why our leads were rejected",
    "help me write an email to the CMO about the MQL definition",
    "draft a note to the head of marketing that we missed the SLA",
    "Could you formulate an email that asks sales for feedback on the webinar leads?",
    "write to Priya that we want to sit in on sales calls",
    "an email inviting both teams to a kickoff workshop",
    "put together an email for the CEO explaining why we need one definition of a lead",
    "I want to send my colleague in sales an apology for the campaign, can you word it",
    "mail to sales: please update the CRM reasons",
    "How do I write an email to our new CMO Anna?",
    "Email the head of marketing and ask for a weekly half hour",
)


@pytest.mark.parametrize("text", ASKED)
def test_a_letter_asked_for_in_any_words_is_a_text(text: str) -> None:
    assert asks_for_letter(text)
    assert shape_of(text) is Shape.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Should we send an email to old leads?",
        "email open rates are dropping, what do we do",
        "how many emails should we send",
        "who should write the email to customers",
        "write it down in the CRM?",
        "reps need a reply to leads within an hour",
    ],
)
def test_advice_on_writing_is_no_letter(text: str) -> None:
    assert not asks_for_letter(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("email to Dana, our sales VP, to invite her", "Dana"),
        ("write a slack message to Tom asking why", "Tom"),
        ("write to Priya that we want to listen", "Priya"),
        ("How do I write an email to our new CMO Anna?", "Anna"),
        ("write me a note to Tom Miller", "Tom"),
        ("draft an email to Marketing about the webinar", ""),
        ("write an email to our agency Bloom", ""),
        ("write an email to the Berlin office", ""),
        ("message for Friday", ""),
        ("write an email to the head of sales", ""),
    ],
)
def test_a_name_is_taken_only_where_it_must_be_the_reader(text: str, name: str) -> None:
    assert recipient(text) == name


def test_the_signature_is_the_name_that_was_given() -> None:
    assert sender("write an email to sales, my name is Ines") == "Ines"
    assert sender("write an email to Ines") == ""


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("write to Priya that we want to listen in", "that we want to listen in"),
        ("a mail saying the campaign was late, sorry", "saying the campaign was late"),
        ("mail to sales: please update the reasons", "please update the reasons"),
        ("an apology for the surprise, can you word it", "apology for the surprise"),
        ("Email the head of marketing and ask for half an hour", "ask for half an hour"),
        ("a mail to the sales team re late leads", "re late leads"),
        ("can you write that as an email", ""),
        ("write an email about " + "many words " * 20, ""),
    ],
)
def test_the_purpose_is_repeated_in_the_askers_own_words(text: str, about: str) -> None:
    assert purpose(text) == about


def test_what_kind_of_letter_it_is_shows_in_its_words() -> None:
    assert has_subject("an email to sales")
    assert not has_subject("a slack message to Tom")
    assert invites("an email inviting both teams to a workshop")
    assert to_counterpart("I need a mail to the reps saying sorry")
    assert not to_counterpart("write an email to a customer")


def test_a_very_long_text_is_read_at_once() -> None:
    with Effort() as effort:
        for text in ("text " * 20_000, "write an email that " + " " * 50_000, "write a " * 10_000):
            asks_for_letter(text)
            purpose(text)
            recipient(text)

    assert effort.millions < 20
