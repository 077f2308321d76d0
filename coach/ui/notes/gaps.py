"""For the playbook's owner: questions without a good answer, and notes that were left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person, Verdict
from coach.domain.gaps import Gap
from coach.domain.notes import Playbook
from coach.ui import components, elements, pages, safe_text
from coach.ui.notes.browse import link

if TYPE_CHECKING:
    from coach.bootstrap import Services

_SAID = {
    Verdict.NOT_ANSWERED: "A reader's question was not answered",
    Verdict.MISSING: "A reader found something missing",
}


def draw(services: Services, person: Person) -> None:
    """Draw both lists.

    Raises:
        NotFound: they are not for this person.
    """
    with st.container(key="back"):
        st.page_link(pages.playbook(), label="The whole playbook", icon=":material/arrow_back:")
    open_ones = services.gaps.open(person)
    with st.container(key="gaps"):
        st.title("Looking after the playbook", anchor=False)
        _questions(services, person, open_ones)
        _closed(services, person)
        _faults(services.playbook)
    elements.announce(_number(len(open_ones)), "back", "gaps")


def _questions(services: Services, person: Person, open_ones: Sequence[Gap]) -> None:
    st.header("Questions without a good answer", anchor=False)
    st.caption(
        "What no note covers, and where a reader said that their question was not answered or that "
        "something is missing. Who asked is not shown. Write or mend a note, then mark the "
        "question as seen."
    )
    if not open_ones:
        st.markdown(
            "Nothing is open. When somebody asks what the notes don't cover, or says that an "
            "answer missed the question or lacks something, the question stands here until you "
            "have seen it."
        )
    for gap in open_ones:
        with st.container(key=f"gap-{gap.turn}", border=True, gap="small"):
            _gap(services.playbook, gap)
            st.button(
                "Seen",
                key=f"seen-{gap.turn}",
                icon=":material/check:",
                help="Takes it off this list; you can bring it back below.",
                on_click=_close,
                args=(services, person, gap.turn),
            )


def _closed(services: Services, person: Person) -> None:
    seen = services.gaps.seen(person)
    if not seen:
        return
    with st.expander(f"Seen: {len(seen)}"):
        for gap in seen:
            with st.container(key=f"gap-{gap.turn}", gap="small"):
                _gap(services.playbook, gap)
                when = components.moment(gap.seen_at) if gap.seen_at else ""
                by = "you" if gap.seen_by == person.id else safe_text.plain(gap.seen_by)
                st.caption(f"Seen by {by}, {when}")
                st.button(
                    "Put back on the list",
                    key=f"back-{gap.turn}",
                    type="tertiary",
                    on_click=_reopen,
                    args=(services, person, gap.turn),
                )


def _gap(playbook: Playbook, gap: Gap) -> None:
    why = [] if gap.covered else ["No note covers it"]
    why += [_SAID[gap.said.verdict]] if gap.said else []
    st.caption(f"{components.moment(gap.asked_at)} · {'; '.join(why)}")
    st.markdown(safe_text.plain(gap.question))
    if gap.said and gap.said.comment:
        st.markdown(f"> {safe_text.plain(gap.said.comment)}")
    near = [note for note_id in gap.nearest if (note := playbook.get(note_id))]
    if near:
        st.caption("Nearest notes")
        with st.container(key=f"near-{gap.turn}", gap=None):
            for note in near:
                link(note)


def _faults(playbook: Playbook) -> None:
    st.header("Faults in the notes", anchor=False)
    if not playbook.faults:
        st.markdown(
            "None: every note in the folder is in the playbook, and every link leads somewhere."
        )
        return
    st.caption(
        "A faulty note is left out until it is mended; of a dead link only the link is. The "
        "playbook is read when the coach starts; `coach check` reads it at any time."
    )
    st.markdown("\n".join(f"- {safe_text.plain(fault)}" for fault in playbook.faults))


def _number(number: int) -> str:
    return f"{number} question{'s' if number != 1 else ''} without a good answer"


@components.plainly
def _close(services: Services, person: Person, turn: str) -> None:
    services.gaps.close(person, turn)


@components.plainly
def _reopen(services: Services, person: Person, turn: str) -> None:
    services.gaps.reopen(person, turn)
