"""Holds off the search for garbage while much is made that stays; knows nothing of what is made.

Python looks for garbage whenever many objects were made, through all that there are: to read and learn thirty thousand
phrasings, a tenth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """A block, or a function, within which nothing is looked for, unless somebody else begins to."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
