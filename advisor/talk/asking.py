"""The signs that a message asks something, and what may stand between two questions; knows no lexicon and no topic.

A module of its own, since most messages are one question, and patterns take time to be made ready.
"""

import re

_SURELY_ASKING = (
    r"what|how|where|when|which|who|why|"
    r"combien|comment|où|quand|quels?|quelles?|pourquoi|faut|est-ce|dois-je|puis-je|peut-on|qu[’']est-ce"
)
_AUXILIARY = r"should|is|are|do|does|did|can|could|will|would"
_ASKING = rf"{_SURELY_ASKING}|{_AUXILIARY}|qui"
_JOINING = r"and|et|puis|plus|also|aussi"
ASKS = re.compile(rf"(?:{_ASKING})\b", re.IGNORECASE)
"""A word that asks at the beginning of a message."""
ASKS_LATER = re.compile(
    rf"(?:{_SURELY_ASKING})\b|(?:{_AUXILIARY})\s+(?:i|you|we|they|he|she|it|that|this|there|the|an?|my|people)\b",
    re.IGNORECASE,
)
"""The same further on, where "do their posts" tells and "do they pay" asks, and « qui » mostly joins."""
JOINT = re.compile(rf"(?:[.;]|,?\s(?:{_JOINING}))\s+(?=(?:{_ASKING})\b)", re.IGNORECASE)
"""What stands between two questions without a question mark."""
ANNOUNCED = re.compile(
    r"\W*(?:(?:j[’']ai|i have|i[’']ve(?: got)?|got)\s+)?(?:deux|two|2|trois|three|3)\s+(?:\w+\s+)?questions?\s*[:.!,;-]+\s*",
    re.IGNORECASE,
)
"""Words that announce how many questions follow."""
BETWEEN = re.compile(rf"[,;]?\s(?:{_JOINING})\s+|[;.]\s+|,\s+(?=(?:{_ASKING})\b)", re.IGNORECASE)
"""What may stand between questions whose count was announced."""
