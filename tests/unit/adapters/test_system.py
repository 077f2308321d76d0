from __future__ import annotations

from datetime import UTC

from coach.adapters.local_identity import LocalIdentity
from coach.adapters.system import RandomIds, SystemClock
from coach.domain.conversation import Role


def test_the_clock_tells_utc_and_never_goes_back() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()


def test_a_thousand_ids_are_a_thousand_different_ones() -> None:
    assert len({RandomIds().new() for _ in range(1000)}) == 1000


def test_one_machine_has_one_owner() -> None:
    person = LocalIdentity().current()
    assert (person.id, person.workspace, person.role) == ("local", "local", Role.OWNER)
