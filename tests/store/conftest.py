"""Each test has a store of its own in a directory of its own, and hears what the person would be told."""

from collections.abc import Callable, Iterator

import pytest

from advisor.model import Words
from advisor.settings import Places, Settings, places
from advisor.store.opening import open_store
from advisor.store.port import Store

Open = Callable[[], Store]
"""Opens the store of this test once more."""


@pytest.fixture
def here() -> Places:
    return places()


@pytest.fixture
def told() -> list[Words]:
    """What the person was told, in order."""
    return []


@pytest.fixture
def open_here(here: Places, told: list[Words]) -> Iterator[Open]:
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(open_store(here, Settings(), told.append))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(open_here: Open) -> Store:
    return open_here()
