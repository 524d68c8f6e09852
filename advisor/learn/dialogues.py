"""Fits how people go on in a talk, on dialogues that the index was not built from; knows no file format.

Each later turn of a dialogue is seen behind the topic that the turn before it was about. The same turns, dealt into
folds by dialogue, say from which confidence a message is answered and from which it is off the map.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from advisor.index.reader import Index
from advisor.index.shelf import Shelf
from advisor.index.store import IndexFile
from advisor.learn.curves import Floats, bent, chances, straight
from advisor.learn.held import GAINS, GRID
from advisor.library import Dialogue
from advisor.match.matcher import Matcher
from advisor.talk.context import OFFERED, TURN_SIGNALS, Turn, subject_of, weigh
from advisor.talk.moves import MoveReader

FEWEST = 100
"""With fewer later turns the curves of the built-in knowledge serve."""
FOLDS = 5
PRODUCTS_SLACK = 0.03
"""How freely the products of the curve `turn` may follow the turns; of 0.003 to 0.1 this loses least on turns held out."""
UNLIKELY = 0.03
"""Probability, of the message alone and behind the subject, up to which an entry is one of the many that nobody means."""
STANDS_FOR = 4
"""Of these one in so many is fitted on, and counts for them: the curve comes out the same in a third of the time."""
_FOUND = [TURN_SIGNALS.index("alone"), TURN_SIGNALS.index("behind")]
_STAYS = TURN_SIGNALS.index("stays")
HERE = 0.4
"""The share of dialogues that is put to the index by the process that seeks the thresholds of questions as well."""
OFF_THE_MAP = 0.2
"""The share of turns off the map: 8 in 100 in talks whose writers were not asked for any, 24 where they were to be lifelike."""
GAINS_IN_TALK = {**GAINS, "wrong": -0.5, "offered": 0.4}
"""In a talk a wrong turn costs less than a wrong first answer, as the person sees where it went; choices interrupt."""


RIGHT = (GAINS_IN_TALK["right"], GAINS_IN_TALK["refused"])
EQUAL_IN_TALK = 0.015
"""Gains a turn that differ by less are the same: a standard error of the mean over the 1,400 turns of the knowledge."""
LEAST_FOLLOW = 0.25
"""Nothing is answered that is likelier wrong than right three times over, whatever the talks say: who isn't sure rather asks."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One later turn: the number of its dialogue, what speaks for what, and what is right."""

    dialogue: int
    turn: Turn
    right: tuple[str, ...]


Asked = tuple[Path, Sequence[tuple[int, Dialogue]]]
"""An index, and dialogues with their numbers to put to it."""


def dealt(dialogues: Sequence[Dialogue], index: Path) -> tuple[Asked, Asked]:
    """Dialogues to put to an index, dealt to two processes that do so at once."""
    numbered = list(enumerate(dialogues))
    here = int(HERE * len(numbered))
    return (index, numbered[:here]), (index, numbered[here:])


def fit_dialogues(seen: Sequence[Seen]) -> dict[str, dict[str, Any]] | None:
    """The curves `turn` and `off`, and the thresholds `follow` and `leave`; None where there are too few turns."""
    if len(seen) < FEWEST or all(one.right for one in seen):
        return None
    right, off = _fit(seen)
    return {"curves": {"turn": right, "off": off}, "thresholds": _thresholds(seen)}


def seen_in(asked: Asked) -> list[Seen]:
    """The later turns of some dialogues as an index sees them."""
    path, numbered = asked
    index = Index(IndexFile(path))
    matcher, shelf, moves = Matcher(index), Shelf(index.file), MoveReader(index.expressions)
    found: list[Seen] = []
    for number, dialogue in numbered:
        topic: str | None = None
        interrupted = False
        for turn in dialogue.turns:
            if topic is not None:
                matched = matcher.match(turn.question)
                made = moves.mended(moves.read(turn.question), matched.reading.words)
                if not (made.move or made.switch or made.step or made.danger):
                    subject = subject_of(shelf, matcher, topic, matched.reading.language, 1.0)
                    found.append(
                        Seen(number, weigh(matcher, matched, made, subject, interrupted=interrupted), turn.expect)
                    )
            interrupted = not turn.expect
            topic = next((id for id in turn.expect if shelf.has("topics", id)), topic)
    index.close()
    return found


def _fit(seen: Sequence[Seen]) -> tuple[dict[str, Any], dict[str, Any]]:
    right = np.array([id in one.right for one in seen for id in one.turn.entries])
    signals = _signals(seen)
    unlikely = (signals[:, _FOUND].max(axis=1) <= log(UNLIKELY / (1 - UNLIKELY))) & (signals[:, _STAYS] == 0)
    kept = ~unlikely | (np.arange(len(right)) % STANDS_FOR == 0)
    turn = bent(signals[kept], right[kept], np.where(unlikely, STANDS_FOR, 1.0)[kept], PRODUCTS_SLACK)
    off = straight(np.array([one.turn.off for one in seen]), np.array([not one.right for one in seen]), _weights(seen))
    return turn, off


def _signals(seen: Sequence[Seen]) -> Floats:
    """The signals of every entry of every turn, one row after the other."""
    return np.array([signals for one in seen for signals in one.turn.entries.values()])


def _weights(seen: Sequence[Seen]) -> Floats:
    """What each turn counts, so that those off the map make up `OFF_THE_MAP`; they add up to the number of turns."""
    off = np.array([not one.right for one in seen])
    share = off.mean()
    weights: Floats = np.where(off, OFF_THE_MAP / share, (1 - OFF_THE_MAP) / (1 - share))
    return weights


def _thresholds(seen: Sequence[Seen]) -> dict[str, float]:
    """A pair of those that gain most on turns whose dialogue the curves were not fitted on.

    Many gain the same; of those, one by which most turns come out right, answered or refused: in a talk choices for what was nearly
    sure interrupt, and an answer that missed is soon put right. Of as good ones the largest, which answers least.
    """
    confidence, leaving, answered, offered = (np.zeros(len(seen)) for _ in range(4))
    for fold in range(FOLDS):
        held = [place for place, one in enumerate(seen) if one.dialogue % FOLDS == fold]
        if not held:
            continue
        right, off = _fit([one for one in seen if one.dialogue % FOLDS != fold])
        turns = [seen[place] for place in held]
        of_entries = iter(chances(right, _signals(turns)))
        leaving[held] = chances(off, np.array([one.turn.off for one in turns]))
        for place, one in zip(held, turns, strict=True):
            found = dict(zip(one.turn.entries, of_entries, strict=False))  # the rest is for the turns to come
            ranked = sorted(found, key=lambda id: (-found[id], id))
            confidence[place] = found[ranked[0]]
            answered[place] = GAINS_IN_TALK[_answered(one.right, ranked[:1])]
            offered[place] = GAINS_IN_TALK[_offered(one.right, ranked[:OFFERED])]
    weights = _weights(seen)
    refused = np.array([GAINS_IN_TALK["silent" if one.right else "refused"] for one in seen])

    def outcomes(follow: float, leave: float) -> tuple[float, float]:
        """What is gained, and how many turns come out right."""
        leaves = leaving > np.maximum(confidence, leave)
        gained = np.where(leaves, refused, np.where(confidence >= follow, answered, offered))
        return float(gained @ weights), float(np.isin(gained, RIGHT) @ weights)

    tried = {(follow, leave): outcomes(follow, leave) for follow in GRID if follow >= LEAST_FOLLOW for leave in GRID}
    least = max(gained for gained, _ in tried.values()) - EQUAL_IN_TALK * len(seen)
    good = [pair for pair, (gained, _) in tried.items() if gained >= least]
    follow, leave = max(good, key=lambda pair: (tried[pair][1], pair))
    return {"follow": follow, "leave": leave}


def _answered(right: Sequence[str], given: Sequence[str]) -> str:
    if not right:
        return "answered off the map"
    return "right" if given[0] in right else "wrong"


def _offered(right: Sequence[str], given: Sequence[str]) -> str:
    if not right:
        return "offered off the map"
    return "offered" if set(given) & set(right) else "offered in vain"
