from __future__ import annotations

import gc

import pytest
from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor

WARM = ModelAuthor("warm", "http://127.0.0.1:9/v1", SecretStr("")).warm


@pytest.fixture(scope="module", autouse=True)
def _loaded():
    """Load the libraries once, so that no test counts that second."""
    WARM()
    yield
    gc.collect()
