"""Measures a whole call of `advisor ask`, its index ready, against a bare import of scikit-learn, alternating in one go.

Each call is a process of its own, from launch to end. Run it with the Python of the installation to be measured.

    python benchmarks/start.py [--rounds 21]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from report import mebibytes, milliseconds, report

QUESTION = "comment trouver un premier poste de community manager ?"
CALLS: dict[str, Sequence[str]] = {
    "`python -c pass`": ("-c", "pass"),
    "`advisor --help`": ("-m", "advisor", "--help"),
    "`advisor ask`": ("-m", "advisor", "ask", QUESTION),
    "`advisor ask`, words mended": ("-m", "advisor", "ask", "coment trouvé un premié poste de comunity manageur"),
    "`import sklearn.feature_extraction.text`": ("-c", "import sklearn.feature_extraction.text"),
}


def measured(arguments: Sequence[str], environ: dict[str, str]) -> tuple[float, int]:
    """The seconds that a process took, and the most memory that it held, which can not be seen below that of this one."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode or said:
        raise RuntimeError(said.decode(errors="replace"))
    return taken, usage.ru_maxrss


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {name: [] for name in CALLS}
    memory: dict[str, int] = dict.fromkeys(CALLS, 0)
    with tempfile.TemporaryDirectory() as data:
        environ = os.environ | {"ADVISOR_DATA": data, "LANG": "fr_FR.UTF-8"}
        for name in ("PYTHONDONTWRITEBYTECODE", "ADVISOR_KNOWLEDGE", "ADVISOR_LANG"):
            environ.pop(name, None)
        # Installed programs come compiled; a checkout may have been told not to keep what it compiles.
        environ["PYTHONPYCACHEPREFIX"] = f"{data}/compiled"
        subprocess.run([sys.executable, "-m", "advisor", "ask", QUESTION], env=environ, capture_output=True, check=True)
        for number in range(rounds + 1):
            for name, arguments in CALLS.items():
                taken, most = measured(arguments, environ)
                if number:  # the first round only fills caches
                    times[name].append(taken)
                    memory[name] = max(memory[name], most)
    rows = [
        (name, milliseconds(statistics.median(taken)), milliseconds(min(taken)), mebibytes(memory[name]))
        for name, taken in times.items()
    ]
    print(report(f"Whole processes, {rounds} rounds in turn", ("Call", "Median", "Best", "Peak memory"), rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
