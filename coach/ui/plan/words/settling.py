"""Both texts beside each other, where they differ, one wording, and the consent of each side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.shared_words import LONGEST, SIDES, SharedWord, Word, open_choice
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.services.shared_words.comparing import Comparison, compare
from coach.services.shared_words.inviting import version_of
from coach.ui import components, pages, safe_text, words
from coach.ui.plan import undoing
from coach.ui.plan.day import short

if TYPE_CHECKING:
    from coach.bootstrap import Services

_MOST_WORDS = 12


def draw(services: Services, person: Person, word: Word, stored: SharedWord) -> None:
    """Draw everything there is of a word that both sides have written."""
    if stored.texts is None:
        return
    _note(services, person, word, stored)
    for column, side, text in zip(st.columns(2), SIDES, stored.texts, strict=True):
        with column:
            st.subheader(f"{words.SIDES[side]} wrote", anchor=False)
            st.markdown(safe_text.plain(text))
    _differences(compare(*stored.texts))
    _wording(services, person, word, stored)
    _consent(services, person, word, stored)
    st.button(
        "Delete this word with both texts", type="tertiary", on_click=_delete,
        args=(services, person, word), key=f"plan-word-delete-{word.key}",
    )  # fmt: skip


def differences(found: Comparison) -> Iterator[str]:
    """Yield a line for each thing that differs, the plainest first."""
    for pair in found.shared:
        if pair.clash:
            said = f"sales says “{_plain(pair.sales)}”, marketing “{_plain(pair.marketing)}”"
            yield f"**Not the same:** {said}"
    for name, only in (("Sales", found.only_sales), ("Marketing", found.only_marketing)):
        for criterion in only:
            yield f"**{name} alone says:** {_plain(criterion)}"
    quoted = tuple(tuple(f"“{one}”" for one in side) for side in found.numbers)
    kinds = (
        ("Numbers only {} names", quoted),
        ("People only {} names", found.roles),
        ("Words only {} uses", found.words),
    )
    for what, apart in kinds:
        for side, only in zip(SIDES, apart, strict=True):
            if only:
                yield f"**{what.format(side.value)}:** {_plain(', '.join(only[:_MOST_WORDS]))}"


def _differences(found: Comparison) -> None:
    st.subheader("Where you agree and differ", anchor=False)
    same = [pair for pair in found.shared if not pair.clash]
    lines = [f"- **Both say:** {_plain(max(p.sales, p.marketing, key=len))}" for p in same]
    lines += [f"- {line}" for line in differences(found)]
    st.markdown("\n".join(lines) or "Both texts say the same.")
    st.caption("Compared by words and numbers, so read both texts: a meaning may still differ.")


def _wording(services: Services, person: Person, word: Word, stored: SharedWord) -> None:
    st.subheader("One wording for both", anchor=False)
    if open_choice(stored.draft):
        st.markdown("Where the two clash, both stand between square brackets: choose one.")
    with st.form(f"plan-word-draft-{word.key}", border=False):
        draft = st.text_area(
            "What both of you mean", stored.draft, max_chars=2 * LONGEST, height=260,
            key=f"plan-word-draft-{word.key}-{version_of(stored.draft)}",
            help="Change whatever you like. Both sides then accept the same wording.",
        )  # fmt: skip
        if not st.form_submit_button("Store this wording"):
            return
    settling = services.agreements.settling
    try:
        after = settling.reword(person, word.key, draft or "")
    except CoachError as error:
        components.problem(error)
        return
    if after.draft != stored.draft:
        before = stored.draft
        undoing.remember(
            "Wording stored", word.name, lambda: settling.reword(person, word.key, before)
        )
    st.rerun()


def _consent(services: Services, person: Person, word: Word, stored: SharedWord) -> None:
    if stored.settled:
        return
    st.markdown(
        "Read it together and accept it for your side. The other side accepts by its link, or "
        "here, if you sit at one table."
    )
    with st.container(key="plan-word-consent", horizontal=True, gap="small"):
        for side in SIDES:
            if (at := stored.accepted.get(side)) is not None:
                st.markdown(f"{words.SIDES[side]} accepted on {short(at.date())}")
            elif st.button(
                f"{side.capitalize()} accepts", key=f"plan-word-accept-{side.value}",
                disabled=open_choice(stored.draft), type="primary",
            ):  # fmt: skip
                _accept(services, person, word, side, stored.draft)


def _accept(services: Services, person: Person, word: Word, side: Side, draft: str) -> None:
    settling = services.agreements.settling
    try:
        settling.accept(person, word.key, side, draft)
    except CoachError as error:
        components.problem(error)
        return
    st.rerun()


def _note(services: Services, person: Person, word: Word, stored: SharedWord) -> None:
    """Draw what became of a settled word, and the ways to its note."""
    if not stored.note:
        return
    note = services.playbook.get(stored.note)
    with st.container(key="plan-word-note", gap="small"):
        if note is None:
            st.markdown("Both sides settled it elsewhere; its note is not on this machine.")
            st.button("Write the note here", on_click=_again, args=(services, person, word))
            return
        st.markdown(
            "**Settled by both sides.** The coach cites it when somebody asks, and it stands in "
            "your playbook. To change it, store another wording below; the note stays as it is "
            "until both sides have accepted the new one."
        )
        with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
            st.page_link(
                pages.playbook(), label="Read the note", icon=":material/menu_book:",
                query_params={"note": note.id},
            )  # fmt: skip
            st.button(
                "Take the note away", type="tertiary", on_click=_withdraw,
                args=(services, person, word),
            )  # fmt: skip


@components.plainly
def _again(services: Services, person: Person, word: Word) -> None:
    services.agreements.settling.publish(person, word.key)


@components.plainly
def _withdraw(services: Services, person: Person, word: Word) -> None:
    back = services.agreements.settling.withdraw(person, word.key)
    undoing.remember("Taken away", f"What we call {word.name}", back)


@components.plainly
def _delete(services: Services, person: Person, word: Word) -> None:
    back = services.agreements.settling.delete(person, word.key)
    undoing.deleted(word.name, back)


def _plain(text: str) -> str:
    return safe_text.plain(text)
