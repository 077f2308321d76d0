"""Nobody sees the joint result before both agreed, and nobody ever sees the other's text."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.accounts import LONGEST_SUBJECT, Standing
from coach.domain.conversation import Person
from coach.domain.stages import Side
from coach.errors import CaseError, LinkClosed, NotFound
from tests.case_fakes import MARKETING_SAYS, SALES_SAYS, a_case
from tests.case_site import SURE, UNSURE, CaseSite
from tests.fakes import ME

KEY, STRANGER = "k" * 43, "s" * 43
MINE, THEIRS = "heliotrope", "aubergine"  # words that stand in each text
DAY = 86_400
ACTIONS = (
    "write", "rewrite", "agree", "disagree", "withdraw", "asker agrees", "asker disagrees",
    "stop", "ask again", "peek", "steal", "later", "sure boundary", "unsure boundary",
)  # fmt: skip


def act(site: CaseSite, token: str, action: str) -> str:
    """Do one thing and return the token that is out now; what is refused changes nothing."""
    giving, asking = site.giving, site.asking
    doing = {
        "write": lambda: giving.write(token, KEY, MARKETING_SAYS),
        "rewrite": lambda: giving.write(token, KEY, f"{MARKETING_SAYS} Once more."),
        "agree": lambda: giving.agree(token, KEY, True),
        "disagree": lambda: giving.agree(token, KEY, False),
        "withdraw": lambda: giving.withdraw(token, KEY),
        "asker agrees": lambda: asking.agree(ME, "case1", True),
        "asker disagrees": lambda: asking.agree(ME, "case1", False),
        "stop": lambda: asking.stop(ME, "case1"),
        "peek": lambda: giving.open(token),
        "steal": lambda: giving.write(token, STRANGER, "I was here first, on Monday."),
        "later": lambda: site.clock.advance(3 * DAY),
        "sure boundary": lambda: giving.write(token, KEY, SURE),
        "unsure boundary": lambda: giving.write(token, KEY, UNSURE),
    }
    with suppress(CaseError, LinkClosed):
        if action == "ask again":
            return site.ask()
        doing[action]()
    return token


@given(st.lists(st.sampled_from(ACTIONS), max_size=14))
def test_no_sequence_of_actions_shows_a_joint_result_that_not_both_agreed_to(
    actions: list[str],
) -> None:
    site = CaseSite()
    token, before = site.ask(), None
    agreed = {"asker": False, "other": False}
    for action in actions:
        stood = site.exchanges.stored["case1"]
        token = act(site, token, action)
        now = site.exchanges.stored["case1"]
        agreed = {"asker": stood.asker_agrees, "other": stood.other_agrees}
        if action == "asker agrees":
            agreed["asker"] = True
        if action == "agree":
            agreed["other"] = True
        if now.joint is not None and before is None:
            assert agreed == {"asker": True, "other": True}
        if before is not None:
            assert now.joint == before  # for good
        before = now.joint
        _nobody_reads_the_others_text(site, token)


def _nobody_reads_the_others_text(site: CaseSite, token: str) -> None:
    seen = site.asking.seen(ME, "case1")
    assert seen is not None
    assert THEIRS not in repr(seen)
    for key in ("", KEY, STRANGER):
        with suppress(LinkClosed):
            view = site.giving.open(token, key)
            assert MINE not in repr(view)
            assert MINE not in (view.mine.text if view.mine else "")
            if key != KEY:
                assert THEIRS not in (view.mine.text if view.mine else "")


@given(st.lists(st.sampled_from(ACTIONS), max_size=10))
def test_whether_the_other_side_wrote_shows_nowhere_to_whoever_asked(actions: list[str]) -> None:
    """But for an end or a joint result, the asker's view is the same, whatever the others do."""
    site, alone = CaseSite(), CaseSite()
    token = site.ask()
    alone.ask()
    for action in actions:
        token = act(site, token, action)
        if action in ("asker agrees", "asker disagrees", "stop", "later", "ask again"):
            act(alone, "", action)
        seen, still = site.asking.seen(ME, "case1"), alone.asking.seen(ME, "case1")
        assert seen is not None
        if seen.standing in (Standing.NONE, Standing.JOINT):
            return
        assert seen == still


def test_both_agree_and_both_read_the_same(site: CaseSite) -> None:
    token = site.ask()
    site.giving.write(token, KEY, MARKETING_SAYS)
    site.giving.agree(token, KEY, True)
    assert site.asking.agree(ME, "case1", True).joint == site.giving.open(token, KEY).joint

    view = site.asking.seen(ME, "case1")
    assert view is not None
    assert view.standing is Standing.JOINT
    assert view.joint is not None
    assert view.joint.differ[0].numbers


def test_a_changed_text_needs_a_new_agreement(site: CaseSite) -> None:
    token = site.ask()
    site.giving.write(token, KEY, MARKETING_SAYS)
    site.giving.agree(token, KEY, True)
    site.giving.write(token, KEY, "We sent 40 leads in May.")

    assert site.asking.agree(ME, "case1", True).joint is None


def test_without_the_key_a_used_link_opens_nothing(site: CaseSite) -> None:
    token = site.ask()
    site.giving.write(token, KEY, MARKETING_SAYS)
    for key in ("", STRANGER):
        with pytest.raises(LinkClosed):
            site.giving.open(token, key)


def test_beyond_doubt_nothing_is_stored_and_whoever_asked_learns_only_that_none_came_about(
    site: CaseSite,
) -> None:
    token = site.ask()
    boundary = site.giving.write(token, KEY, f"{SURE} on Monday")
    assert boundary is not None
    seen = site.asking.seen(ME, "case1")
    assert seen is not None

    assert seen.standing is Standing.NONE
    assert SURE not in repr(site.exchanges)
    assert site.exchanges.stored["case1"].theirs is None


def test_in_doubt_the_writer_may_say_that_it_is_a_matter_of_work(site: CaseSite) -> None:
    token = site.ask()
    text = f"On Monday {UNSURE} over 12 leads."
    assert site.giving.write(token, KEY, text) is not None
    assert site.exchanges.stored["case1"].theirs is None
    assert site.giving.write(token, KEY, text, work=True) is None

    assert site.exchanges.stored["case1"].theirs is not None


@pytest.mark.parametrize("sign", [SURE, UNSURE])
def test_a_case_that_is_more_than_a_teamwork_matter_sets_nobody_face_to_face(
    sign: str, site: CaseSite
) -> None:
    site.kept.add(ME, a_case("hard", text=f"{SALES_SAYS} {sign}"))

    with pytest.raises(CaseError):
        site.asking.ask(ME, "hard", "Anna", "Leads")


def test_a_subject_that_threatens_is_refused(site: CaseSite) -> None:
    with pytest.raises(CaseError):
        site.asking.ask(ME, "case1", "Anna", f"why {SURE}")


@pytest.mark.parametrize("side", [None, Side.OTHER])
def test_without_a_side_there_is_no_other_one(side: Side | None, site: CaseSite) -> None:
    site.kept.add(ME, a_case("nobodys", side))

    with pytest.raises(CaseError):
        site.asking.ask(ME, "nobodys", "Anna", "Leads")


@pytest.mark.parametrize(
    ("by", "subject", "days"),
    [("", "Leads", 14), ("Anna", " ", 14), ("Anna", "x" * (LONGEST_SUBJECT + 1), 14),
     ("Anna", "Leads", 0), ("Anna", "Leads", 61)],
)  # fmt: skip
def test_what_the_other_side_reads_of_the_asker_is_one_line_each(
    by: str, subject: str, days: int, site: CaseSite
) -> None:
    with pytest.raises(CaseError):
        site.asking.ask(ME, "case1", by, subject, days)
    assert site.exchanges.stored == {}


def test_a_second_question_waits_until_the_first_has_ended(site: CaseSite) -> None:
    first = site.ask()
    with pytest.raises(CaseError):
        site.ask()
    site.asking.stop(ME, "case1")
    second = site.ask()

    assert site.giving.open(second).standing is Standing.WAITING
    with pytest.raises(LinkClosed):
        site.giving.open(first)


def test_after_the_last_day_nothing_can_be_written_and_both_read_that_it_is_over(
    site: CaseSite,
) -> None:
    token = site.ask()
    site.giving.write(token, KEY, MARKETING_SAYS)
    site.clock.time += timedelta(days=15)
    seen = site.asking.seen(ME, "case1")
    assert seen is not None

    assert seen.standing is site.giving.open(token, KEY).standing is Standing.OVER
    with pytest.raises(CaseError):
        site.giving.agree(token, KEY, True)


def test_while_the_other_side_is_asked_the_asker_keeps_their_side(site: CaseSite) -> None:
    site.ask()
    its = site.keeping.get(ME, "case1")
    with pytest.raises(CaseError):
        site.keeping.redo(ME, "case1", Side.MARKETING, "", its.analysis)

    assert site.keeping.redo(ME, "case1", Side.SALES, "x", its.analysis).note == "x"


def test_somebody_else_of_the_workspace_can_neither_ask_nor_look(site: CaseSite) -> None:
    colleague = Person("colleague", ME.workspace)
    site.ask()
    for tried in (
        lambda: site.asking.seen(colleague, "case1"),
        lambda: site.asking.ask(colleague, "case1", "Eve", "Leads"),
        lambda: site.asking.agree(colleague, "case1", True),
        lambda: site.asking.stop(colleague, "case1"),
    ):
        with pytest.raises(NotFound):
            tried()
