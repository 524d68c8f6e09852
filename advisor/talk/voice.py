"""How a reply speaks: its language, its form of address, and the advisor's standing phrases in them; knows no topic."""

from dataclasses import dataclass
from functools import lru_cache

from advisor.model import Address, Language, Words
from advisor.talk.wording import PHRASES
from advisor.text.typography import spoken, typeset


@lru_cache(maxsize=8192)
def _set(text: str, language: Language, address: Address) -> str:
    """A text of the base as it is read; remembered, since a base says the same again and again."""
    return typeset(spoken(text, address) if language == "fr" else text, language)


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """How a reply speaks: its language and its form of address."""

    language: Language
    address: Address = "vous"

    def say(self, text: str) -> str:
        """A text of the base as this voice says it."""
        return _set(text, self.language, self.address)

    def phrase(self, key: str) -> str:
        """One of the advisor's standing phrases."""
        return self.say(PHRASES[self.language][key])

    def words(self, words: Words) -> str:
        """Words in this voice's language, or in the one that there is."""
        text = words.get(self.language)
        if text is not None:
            return self.say(text)
        other, text = next(iter(words.items()), (self.language, ""))
        return typeset(spoken(text, self.address), other)
