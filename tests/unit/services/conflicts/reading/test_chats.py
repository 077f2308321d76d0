"""Logs of chats, and talks in which each turn is only named."""

import pytest

from coach.domain.stages import Side
from coach.services.conflicts.reading import read_thread


def said(text: str) -> list[tuple[str, Side | None, str]]:
    return [(one.speaker, one.side, one.body.text) for one in read_thread(text).messages]


LOGS = (
    ("Ana Silva  10:32 AM\n", "Tom Berg (AE)  10:35 AM\n"),
    ("[10:32] Ana Silva: ", "[10:35] Tom Berg (AE): "),
    ("[12/03 10:32] Ana Silva\n", "[12/03 10:35] Tom Berg (AE)\n"),
    ("12/03/24, 09:15 - Ana Silva: ", "12/03/24, 09:16 - Tom Berg (AE): "),
    ("\u200e[12.03.2024, 09:15:33] Ana Silva: ", "[12.03.2024, 09:16:00] Tom Berg (AE): "),
    ("3/12/24, 9:15\u202fAM - Ana Silva: ", "3/12/24, 9:16\u202fAM - Tom Berg (AE): "),
    ("2024-03-12 09:15 Ana Silva: ", "2024-03-12 09:16 Tom Berg (AE): "),
    ("Ana Silva\n10:32 AM\n", "Tom Berg (AE)\n10:34 AM\n"),
    ("Ana Silva — Today at 10:32 AM\n", "Tom Berg (AE) — Today at 10:33 AM\n"),
    ("[10:32] <Ana Silva> ", "[10:33] <Tom Berg (AE)> "),
    ("Ana Silva: ", "Tom Berg (AE): "),
    ("**Ana Silva:** ", "**Tom Berg (AE):** "),
    ("- Ana Silva: ", "- Tom Berg (AE): "),
)


@pytest.mark.parametrize(("ana", "tom"), LOGS)
def test_logs_of_many_programs_are_read_alike(ana: str, tom: str) -> None:
    assert said(f"{ana}you never call\n{tom}they are junk\nstill") == [
        ("Ana Silva", None, "you never call"),
        ("Tom Berg", Side.SALES, "they are junk\nstill"),
    ]


def test_sides_may_speak_without_a_name_and_on_one_line() -> None:
    assert said("Sales: they are junk.  Marketing: you never call. Sales: we do") == [
        ("Sales", Side.SALES, "they are junk."),
        ("Marketing", Side.MARKETING, "you never call."),
        ("Sales", Side.SALES, "we do"),
    ]


def test_a_role_after_a_comma_names_the_side() -> None:
    assert said("Ana Silva, Head of Marketing: you never call\nTom: junk") == [
        ("Ana Silva", Side.MARKETING, "you never call"),
        ("Tom", None, "junk"),
    ]


def test_what_the_program_says_is_nobody_s_message() -> None:
    log = "12/03/24, 09:10 - Messages are end-to-end encrypted.\n12/03/24, 09:15 - Tom: junk"
    assert said(log) == [("Tom", None, "junk")]


def test_small_letters_and_other_scripts_name_people_too() -> None:
    assert [who for who, _, _ in said("ana: hey\ntom: what\nana: no")] == ["ana", "tom", "ana"]
    assert [who for who, _, _ in said("سارة: أنتم لا تتصلون\nأحمد: العملاء سيئون")] == [
        "سارة",
        "أحمد",
    ]
    assert [who for who, _, _ in said("田中：リードが悪い\n佐藤：電話しない")] == ["田中", "佐藤"]


@pytest.mark.parametrize(
    "text",
    [
        "Problem: they send junk.\nImpact: we lose deals.\nAsk: stop it.",
        "Marketing: what a joke. They never listen.",
        "10:30 - call with customer\n11:00 - marketing changed the deck\nI am furious",
        "Deal: Acme\nStatus: lost\nDeal: Beta\nStatus: lost",
        "> 50% of the leads are students\nNobody calls >:(",
        "The lead came in at 10:32 and the reply at 14:00. Result: lost.",
    ],
)
def test_fields_hours_and_signs_are_no_turns(text: str) -> None:
    assert [(who, what) for who, _, what in said(text)] == [("", text)]
