"""The program as it is called, `advisor` or `python -m advisor`: hands over to the command line, and ends the process."""

import gc
import sys
from typing import NoReturn

from advisor.cli.main import main


def start() -> NoReturn:
    """Run the command line, and end with its exit code."""
    code = main()
    # what is left goes with the process: to look through it for garbage first would be an eighth of a question's time
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    start()
