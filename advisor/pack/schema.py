"""Writes what editors check files against: `python -m advisor.pack.schema [FILE]`, on standard output without a file.

`knowledge/pack.schema.json` is made by it, and a test compares the two.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from advisor.errors import DONE, FAILED, WRONG_USAGE
from advisor.pack.entries import json_schema
from advisor.pack.places import printable


def schema_text() -> str:
    """The JSON Schema of a file of a pack, as it stands in a file."""
    return json.dumps(json_schema(), indent=1) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write the schema to the file, or to standard output."""
    if len(arguments) > 1 or any(each.startswith("-") for each in arguments):
        print("python -m advisor.pack.schema [FILE]", file=sys.stderr)
        return WRONG_USAGE
    if not arguments:
        sys.stdout.write(schema_text())
        return DONE
    try:
        Path(arguments[0]).write_text(schema_text(), encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"{printable(arguments[0])} can't be written: {error.strerror}.", file=sys.stderr)
        return FAILED
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
