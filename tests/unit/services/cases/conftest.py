from __future__ import annotations

import pytest

from tests.case_site import CaseSite


@pytest.fixture
def site() -> CaseSite:
    return CaseSite()
