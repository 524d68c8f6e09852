"""What a person is told about the store, in both languages; decides nothing."""

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


def mended(aside: Path, count: int) -> Words:
    """A damaged file was set aside."""
    return {
        "fr": f"Le fichier de données était abîmé : {_saved_fr(count)}. L'ancien est mis de côté : {aside}",
        "en": f"The file of data was damaged: {_saved_en(count)}. The old one is set aside: {aside}",
    }


def _saved_fr(count: int) -> str:
    if not count:
        return "rien n'a pu y être relu, un nouveau le remplace"
    return f"{count} élément{'s' * (count > 1)} ont été repris" if count > 1 else "un élément a été repris"


def _saved_en(count: int) -> str:
    if not count:
        return "nothing in it could be read, and a new one replaces it"
    return f"{count} things were recovered" if count > 1 else "one thing was recovered"


IN_USE: Words = {
    "fr": "le fichier de données est abîmé, et un autre programme l'a ouvert ; fermez-le, et il sera réparé",
    "en": "the file of data is damaged, and another program has it open; close that, and it will be mended",
}
