"""Whatever was shown as kept outlives a program that is killed."""

import os
from pathlib import Path

import pytest
from killing import kill_at_random

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no such signal")


def test_nothing_that_was_shown_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    outcome = kill_at_random(tmp_path, 20, seed=5)
    assert outcome.lost == []
    assert outcome.notices == []
    assert outcome.midway >= 10
    assert outcome.answers >= 20
    assert outcome.steps >= 15
    assert outcome.drafts >= 10
