"""Promise against result: a sentence first, a small table, and where a month is typed or read."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agreement import Agreement
from coach.domain.agreement_months import Month, lines_of, told
from coach.domain.conversation import Person
from coach.errors import CoachError
from coach.services.agreements.keeping import promised_by
from coach.services.agreements.table import BLANK, read_months
from coach.ui import components, safe_text, words
from coach.ui.plan import fields, undoing
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FORM, _FILE = "plan-month", "plan-month-file"
_LARGEST = 1  # megabytes
_BACK = 13  # months to choose from
_KEPT = {True: "yes", False: "fell short", None: "not told"}
_COUNTS = {
    "leads": ":orange[●] Leads handed over",
    "accepted": ":blue[■] Of these accepted",
    "rejected": ":blue[■] Rejected",
    "reasoned": ":blue[■] Rejected with a reason",
}
_EXACT = {
    "response": ":blue[■] Answered within how many hours? (median)",
    "attempts": ":blue[■] Tries a lead (median)",
}


def draw(services: Services, person: Person, standing: Agreement) -> None:
    """Draw the last month, the earlier ones, and where another comes from."""
    st.header("Promise against result", anchor=False)
    if not standing.months:
        st.markdown("At the end of a month, put beside the promise what came of it.")
    for month in standing.months[-1:]:
        _month(services, person, month)
    if earlier := standing.months[-2::-1]:
        with st.expander(f"Earlier months ({len(earlier)})"):
            for month in earlier:
                _month(services, person, month)
    with st.expander("Add a month", expanded=not standing.months, key="plan-month-add"):
        _typing(services, person, standing)
        _reading(services, person, standing)


def table(month: Month) -> str:
    """Return a month as a table, both sides and what nobody told."""
    lines = ["| Side | Promise | Promised | Result | Kept |", "|---|---|--:|--:|---|"]
    for line in lines_of(month):
        side, kept = words.SIDES[line.side], _KEPT[line.kept]
        result = line.result or "not told"
        lines.append(f"| {side} | {line.what} | {line.promised} | {result} | {kept} |")
    return "\n".join(lines)


def _month(services: Services, person: Person, month: Month) -> None:
    with st.container(key=f"plan-month-{month.of:%Y-%m}", gap="small"):
        st.markdown(safe_text.plain(told(month)))
        st.markdown(table(month))
        st.button(
            f"Take {month.name} away", type="tertiary", key=f"plan-month-gone-{month.of:%Y-%m}",
            on_click=_forget, args=(services, person, month),
        )  # fmt: skip


def _typing(services: Services, person: Person, standing: Agreement) -> None:
    with st.form(_FORM, border=False):
        begin = min(
            standing.agreed_on, *(month.of for month in standing.months[:1]), today(services)
        )
        months = _months(begin, today(services))
        usual = min(1, len(months) - 1)  # the last month that is over
        of = st.selectbox("Which month?", months, usual, format_func=_name, key=f"{_FORM}-of")
        values: dict[str, int | Fraction | None] = {}
        labels = list((_COUNTS | _EXACT).items())
        for pair in (labels[at : at + 2] for at in range(0, len(labels), 2)):
            for column, (name, label) in zip(st.columns(2), pair, strict=True):
                values[name] = _number(column, name, label)
        if not st.form_submit_button("Compare", type="primary") or of is None:
            return
    month = Month(of=of, promised=promised_by(standing), **values)  # type: ignore[arg-type]
    if _recorded(services, person, standing, [month], month.name):
        fields.renew(_FORM)
        st.rerun()


def _number(
    column: st.delta_generator.DeltaGenerator, name: str, label: str
) -> int | Fraction | None:
    key = fields.key(_FORM, name)
    if name in _COUNTS:
        return column.number_input(label, 0, 10**7, None, key=key, placeholder="not known")
    value = column.number_input(
        label, 0.0, 1e5, None, key=key, placeholder="not known", step=1.0, format="%g"
    )
    return None if value is None else Fraction(str(value))


def _reading(services: Services, person: Person, standing: Agreement) -> None:
    st.download_button(
        "Blank CSV", BLANK, file_name="results.csv", mime="text/csv", type="tertiary",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
    file = st.file_uploader(
        "Or read a CSV, a month a row", ["csv"], key=fields.key(_FILE, "file"),
        max_upload_size=_LARGEST,
    )  # fmt: skip
    if file is None:
        return
    try:
        months = read_months(file.getvalue(), promised_by(standing))
    except CoachError as error:
        components.problem(error)
        return
    named = months[0].name if len(months) == 1 else f"{len(months)} months"
    if _recorded(services, person, standing, months, named):
        fields.renew(_FILE)
        st.rerun()


def _recorded(
    services: Services, person: Person, standing: Agreement, months: list[Month], named: str
) -> bool:
    keeping = services.agreements.keeping
    try:
        keeping.record(person, months)
    except CoachError as error:
        components.problem(error)
        return False
    undoing.remember("Compared", named, lambda: keeping.put_back(person, standing))
    return True


@components.plainly
def _forget(services: Services, person: Person, month: Month) -> None:
    keeping = services.agreements.keeping
    keeping.forget(person, month.of)
    undoing.remember("Taken away", month.name, lambda: keeping.record(person, [month]))


def _months(begin: date, now: date) -> list[date]:
    """Return the months to choose from, the latest first: from that of `begin`, 13 at most."""
    months = [now.replace(day=1)]
    while len(months) < _BACK and months[-1] > begin:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months


def _name(of: date) -> str:
    return f"{of:%B} {of.year}"
