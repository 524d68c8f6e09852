"""What the lexicon of a pack looks like, as shapes; knows no other kind of entry."""

from advisor.model import PARTS, PERSONS
from advisor.pack.fields import ID, TEXT, Either, Field, Fields
from advisor.pack.shapes import Choice, Languages, ListOf, MapOf

EXPRESSIONS = ListOf(TEXT)
"""Ways to say one thing, as people type them."""
_BY_LANGUAGE = Languages(EXPRESSIONS)
_LEXICON: dict[str, Field] = {
    "abbreviations": Field(Languages(MapOf(TEXT, TEXT)), "By language: what people type, and what it is read as."),
    "synonyms": Field(
        Languages(ListOf(EXPRESSIONS)), "By language: groups of one meaning, the canonical expression first."
    ),
    "translations": Field(
        ListOf(Languages(Either(scalar=TEXT, items=EXPRESSIONS))), "Groups of one meaning across languages."
    ),
    "persons": Field(MapOf(Choice(PERSONS), _BY_LANGUAGE), "By person and language: how people say that they are one."),
    "parts": Field(MapOf(Choice(PARTS), _BY_LANGUAGE), "By part of an answer and language: how people ask for it."),
    "dialogue": Field(MapOf(ID, _BY_LANGUAGE), "By move of the talk and language: how people make it."),
}
LEXICON = Fields("lexicon", _LEXICON)
