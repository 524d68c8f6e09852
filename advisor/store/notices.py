"""What a person is told about the store, in both languages; decides nothing."""

from dataclasses import dataclass
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.model import Words


class StoreError(AdvisorError):
    """The store can't be used as it is."""


class NewerStoreError(StoreError):
    """The store was written by a later version of the program."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file} was written by a later version of Advisor; install that version to use it. Nothing in it was touched.",
            f"{file} a été écrit par une version plus récente d'Advisor ; installez-la pour le lire. Rien n'y a été touché.",
        )


def both(error: AdvisorError) -> Words:
    """What an error says, in both languages."""
    return {"fr": error.said("fr"), "en": error.said("en")}


def not_kept(reason: Words) -> Words:
    """Nothing can be written from here on."""
    return {
        "fr": f"Rien ne peut être gardé pour l'instant ({reason['fr']}) : tout reste en mémoire jusqu'à la fermeture.",
        "en": f"Nothing can be kept for now ({reason['en']}): everything stays in memory until the program ends.",
    }


def kept_again() -> Words:
    """What waited in memory is on the disk."""
    return {
        "fr": "Tout est de nouveau gardé, y compris ce qui attendait en mémoire.",
        "en": "Everything is kept again, including what waited in memory.",
    }


@dataclass(frozen=True, slots=True)
class Saved:
    """What was recovered of a damaged file."""

    count: int
    """How many things, conversations and answers among them."""
    conversations: int
    answers: int
    lost: int
    """Conversations of which no answer could be read."""


def mended(aside: Path, saved: Saved) -> Words:
    """A damaged file was set aside."""
    return {
        "fr": f"Le fichier de données était abîmé : {_saved_fr(saved)}. L'ancien est mis de côté : {aside}",
        "en": f"The file of data was damaged: {_saved_en(saved)}. The old one is set aside: {aside}",
    }


def _saved_fr(saved: Saved) -> str:
    found = "un élément a été repris" if saved.count == 1 else f"{saved.count} éléments ont été repris"
    if not saved.count:
        found = "rien n'a pu y être relu, un nouveau le remplace"
    elif saved.conversations:
        found += f", dont {_so_many(saved.conversations, 'conversation')} et {_so_many(saved.answers, 'réponse')}"
    if not saved.lost:
        return found
    are_lost = "est perdue" if saved.lost == 1 else "sont perdues"
    return f"{found} ; {_so_many(saved.lost, 'conversation')} dont aucune réponse n'était lisible {are_lost}"


def _saved_en(saved: Saved) -> str:
    found = "one thing was recovered" if saved.count == 1 else f"{saved.count} things were recovered"
    if not saved.count:
        found = "nothing in it could be read, and a new one replaces it"
    elif saved.conversations:
        found += f", {_so_many(saved.conversations, 'conversation')} and {_so_many(saved.answers, 'answer')} among them"
    if not saved.lost:
        return found
    are = "is" if saved.lost == 1 else "are"
    return f"{found}; {_so_many(saved.lost, 'conversation')} of which no answer could be read {are} lost"


def _so_many(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number > 1)}"


IN_USE: Words = {
    "fr": "le fichier de données est abîmé, et un autre programme l'a ouvert ; fermez-le, et il sera réparé",
    "en": "the file of data is damaged, and another program has it open; close that, and it will be mended",
}
