"""Fields of forms that are empty again once what was typed was taken."""

from __future__ import annotations

import streamlit as st


def key(form: str, field: str) -> str:
    """Return the key of a form's field: another one after each time that it was taken."""
    return f"{form}-{field}-{st.session_state.get(_count(form), 0)}"


def renew(form: str) -> None:
    """Have the form's fields begin anew in the next run."""
    st.session_state[_count(form)] = st.session_state.get(_count(form), 0) + 1


def _count(form: str) -> str:
    return f"{form}-number"
