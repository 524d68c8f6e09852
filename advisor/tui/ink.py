"""How text is coloured, by the names that the themes define, and what of a text may reach the terminal at all."""

import re

HEADING = "bold $heading"
CODE = "$code-text on $code-ground"
QUIET = "$quiet"
WARNED = "$warned"

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def visible(text: str) -> str:
    """A text without what a terminal would obey rather than show; tabs become spaces."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\t", "    "))
