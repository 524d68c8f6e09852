"""Has an index made by a process of its own, so that whoever types meanwhile is not kept waiting; knows no screen.

What learns holds Python's lock for a tenth of a second at a time, and leaves hundreds of megabytes behind.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

_MAKE = "from advisor.advice.elsewhere import make; make()"


def made_elsewhere(packs: Sequence[Path], cache: Path, progress: Callable[[str], None]) -> bool:
    """Whether a process of its own got the index of some packs ready in the cache, telling each stage it came to.

    Where it did not, for whatever reason, the work is still to be done, and says then what is wrong.
    """
    if not sys.executable:
        return False
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _MAKE, str(cache), *map(str, packs)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except (OSError, ValueError):  # no more processes, or a name that none can be given
        return False
    with process:
        try:
            for stage in process.stdout or ():
                progress(stage.strip())
        except BaseException:
            process.kill()
            raise
    return process.returncode == 0


def make() -> None:
    """The other process: get the index of the packs named in the arguments ready, and print each stage."""
    from advisor.advice.ready import get_ready

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits for it is interrupted, and ends it
    cache, *packs = map(Path, sys.argv[1:])
    get_ready(packs, cache, lambda stage: print(stage, flush=True)).index.close()
