"""The dashboard at its largest, from the records to the drawn page, beside a plain row count.

Run: .venv/bin/python -m bench.progress
Twenty closed rounds of two hundred answers each, with a year of promises, meetings and thanks. The
page is drawn by Streamlit's own runner without a browser. *First* is the first look ever, which
decides for good what each round may show; *then* is every later one, and the bar is for both. The
libraries that draw are loaded once a process, by a smaller dashboard before, and told apart. A
server looks through the installed packages for components once, at its start, and the runner before
each look: here that is done once, too.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from coach.adapters.database.records import open_records
from coach.adapters.database.round_tables import responses
from coach.bootstrap import Services, build_services
from coach.domain.rounds import Round
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.settings import Settings

ROUNDS, ANSWERS, BAR, TIMES = 20, 200, 1.0, 5


def fill(services: Services) -> None:
    """Put twenty rounds on the way up beside the sample's promises, meetings and thanks."""
    me, now, chance = services.identity.current(), services.coaching.clock.now(), random.Random(7)
    ours = services.standing.sample.person(me)
    sides = Side.SALES, Side.MARKETING
    for number in range(ROUNDS):
        at = now - timedelta(days=30 * (ROUNDS - number))
        its = Round(
            id=f"round-{number}", title=f"Round {number}", owner=me.id, sides=sides,
            started_at=at - timedelta(days=9), closes_at=at,
        )  # fmt: skip
        services.rounds.kept.add(ours, its, ())
        middle = 1 + 2.5 * number / ROUNDS
        answers = [
            Response(
                sides[person % 2],
                {
                    s.id: min(4, max(1, round(chance.gauss(middle + person % 2 / 2, 0.6))))
                    for s in services.rounds.survey.statements
                },
            )
            for person in range(ANSWERS)
        ]
        services.rounds.kept.take(ours, its.id, answers, lambda _: None)


def _script() -> None:
    import streamlit as st

    from coach.ui import pages, standing_page

    everything = [pages.chat(), pages.playbook(), pages.agenda(), pages.conflict()]
    st.navigation([*everything, pages.standing(), pages.plan()], position="hidden")
    standing_page.draw()


def draw(services: Services, view: str) -> AppTest:
    """Draw a view of the page with the sample's records."""
    page = AppTest.from_function(_script, default_timeout=120)
    page.session_state["services"] = services
    page.query_params["sample"] = "1"
    page.query_params["view"] = view
    page.run()
    assert not page.exception, page.exception
    return page


def timed(job: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds a job takes, and those that this process computed meanwhile."""
    begin, computed = time.perf_counter(), time.process_time()
    job()
    return time.perf_counter() - begin, time.process_time() - computed


def main() -> int:
    """Print the figures; end with 1 where the bar is missed."""
    components = manifest_scanner.scan_component_manifests()
    manifest_scanner.scan_component_manifests = lambda *_, **__: components
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), embeddings="none", model="none")
        services = build_services(settings, background=False, embed=False)
        services.standing.sample.add(services.identity.current())
        draw(services, "by-hand")  # Streamlit itself and the page's own modules
        loading = timed(lambda: draw(services, "progress"))
        fill(services)
        first = timed(lambda: draw(services, "progress"))
        later = sorted(timed(lambda: draw(services, "progress")) for _ in range(TIMES))
        services.close()
        records = open_records(Path(folder))
        count = select(func.count()).select_from(responses)

        def rows() -> int:
            with records.reading() as connection:
                return int(connection.scalar(count) or 0)

        plain, held = timed(rows), rows()
        records.close()
    print(f"{held:,} answers in {ROUNDS} rounds, and the sample's own")
    middle = later[TIMES // 2]
    for name, (wall, computed) in (
        ("plain row count", plain),
        ("libraries, once a process", loading),
        ("dashboard, the first look ever", first),
        (f"dashboard, then (median of {TIMES})", middle),
    ):
        print(f"{name:<32}{wall * 1000:8.0f} ms, of which computing {computed * 1000:6.0f} ms")
    is_met = max(first[0], middle[0]) <= BAR
    print(f"bar {BAR:.1f} s: {'met' if is_met else 'MISSED'}")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
