"""The texts of the built-in knowledge, read once."""

import pytest
from shown_texts import Shown, shown_texts


@pytest.fixture(scope="session")
def texts() -> list[Shown]:
    """All that people get to read."""
    return shown_texts()
