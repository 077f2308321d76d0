"""The stage found: how likely each is, what speaks for it and against it, what would change it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.domain.rounds import Round
from coach.domain.scoring import Picture
from coach.domain.stages import Side
from coach.domain.standing import Evidence, Standing
from coach.domain.survey import Survey
from coach.services.standing.changing import named
from coach.ui import safe_text, words
from coach.ui.standing import files, saying, scales

_SHOWN = 4  # lines of evidence each way


def road(its: Round, picture: Picture, standing: Standing) -> None:
    """Draw how likely each of the four stages is, for the team and each side."""
    with st.container(key="standing-stage", gap="small"):
        st.header(f"Your stage: {named(standing.verdict)}", anchor=False)
        st.markdown(saying.meaning(standing.verdict))
        rows = [
            ("Team", picture.team.distribution),
            ("■ Sales", picture.sales.distribution),
            ("● Marketing", picture.marketing.distribution),
        ]
        st.html(scales.road(rows))
        st.caption(
            "How likely each stage is by these answers. Small teams make wide guesses, so read it "
            "as a hint to talk about."
        )
        if picture.other is not None:
            others = ("▲ Others", picture.other.distribution)
            rows.append(others)
            st.html(scales.road([others]))
            st.caption("Others are shown apart and count towards nothing above.")
        files.save(its, "stages", files.stages(rows))


def draw(standing: Standing, survey: Survey) -> None:
    """Draw the evidence in the survey's own words."""
    texts = {statement.id: statement.text for statement in survey.statements}
    with st.container(key="standing-evidence", gap="small"):
        _list("What speaks for it", standing.evidence, texts)
        _list("What speaks against it", standing.against, texts)
        if standing.would_change:
            st.subheader("What would change it", anchor=False)
            lines = (f"- {safe_text.plain(line)}" for line in standing.would_change)
            st.markdown("\n".join(lines))


def _list(heading: str, found: Sequence[Evidence], texts: dict[str, str]) -> None:
    if not found:
        return
    st.subheader(heading, anchor=False)
    st.markdown("\n".join(_line(one, texts) for one in found[:_SHOWN]))


def _line(one: Evidence, texts: dict[str, str]) -> str:
    shape = saying.SIDES[one.side] if one.side is not Side.BOTH else words.SIDES[Side.BOTH]
    situation = safe_text.plain(texts.get(one.statement, one.text))
    return f"- {shape}, “{situation}” {safe_text.plain(one.anchor)} *({one.stage.capitalize()})*"
