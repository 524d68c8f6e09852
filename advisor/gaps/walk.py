"""Walks over the words of a name or a street from where they begin to where they end; knows no markers."""

import re
from collections.abc import Callable

from advisor.text.fold import fold

MARK = "[…]"
"""Stands where something was hidden; it holds no word."""
MOST_WORDS = 4
"""Words of a name."""


def several(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")
_BETWEEN = re.compile(r"[ \t\u00a0\u202f]*")
_BEFORE = re.compile(r"[\s:,=\"«“(!.-]*")
PARTICLES = several("de du des d la le les l van von der den el al ben ibn da di dos mac mc saint sainte st ste")
"""Small words inside a name; they never end one."""
STOPS = several(
    # French
    "a ai ainsi alors apres as au aucun aujourd aussi autre aux avant avec avez avons bac bah beaucoup bien bon "
    "bonjour bonsoir bref bts c ca car ce cela ces cet cette cherche chez chef chacun chaque ci comme comment "
    "community cordialement cv dans debutant debutante depuis dernier deja demain devenir dis dit dites donc dont "
    "dois du elle elles en encore enfin ensuite entre es est et etc etais etait etant ete etre etudiant etudiante "
    "eu eux fait faire faut fini france francais freelance grave hier ici il ils j je jamais jai jeune juste la "
    "ok l'on m ma mais manager maintenant me meme merci mes mieux moi moins mon n ne ni non nos notre nous on or "
    "ou oui par parce pas peu peut peux plus point pour pourquoi pourrais pouvez premier puis pu qu quand que "
    "quel quelle quelles quels qui quoi rien s sa salut sans sauf se sera ses si sinon soit son sont souvent sous "
    "stage suis sur svp ta tard te tel tes toi ton toujours toujour tous tout toute toutes tres trop tu un une "
    "vais vers veux veut via voici voila vois vos votre voudrais vous vraiment y "
    # English
    "about after again all also am an and any are around as at back be because been before but by can can't come "
    "cause could did do does doing done don't every ex first for from getting going good got guess had has have "
    "having he hello help hey hi his how however i i'd i'll i'm i've if in into is it it's its job just like "
    "looking maybe me more most much my need never new next no not now of off often on one only or our out over "
    "own people please quite really right same she should since so some someone soon sorry still such sure tell "
    "than thank thanks that the their them then there these they thing think this those though thought through "
    "time to today tomorrow too tried trying under until up us use used very want was way we well were what when "
    "where whether which while who why will with work worked working would yes yet you your "
)
"""Words with which something else than a name goes on, folded."""


def name_end(text: str, place: int, knows: Callable[[str], bool] | None) -> tuple[int, int]:
    """Where a name behind a marker begins and ends; twice the same place where there is none.

    With `knows`, its words must begin with a capital, and words of the trade are none.
    """
    before = _BEFORE.match(text, place)
    begin = before.end() if before else place
    end = place = begin
    taken = 0
    while taken < MOST_WORDS and (word := _WORD.match(text, place)):
        last = word.end() - (word[0].endswith(".") and len(word[0]) > 3)
        spelt = text[place:last]
        folded = fold(spelt).strip(".")
        is_particle = folded in PARTICLES and taken > 0
        if not is_particle:
            is_stop = folded in STOPS or folded.split("'")[0] in STOPS
            if is_stop and (knows is not None or len(spelt) == 1 or not spelt[0].isupper()):
                break
            if knows is not None and (not spelt[:1].isupper() or knows(folded)):
                break
            end = last
        taken += 1
        between = _BETWEEN.match(text, last)
        place = between.end() if between else last
        if place == last:
            break
    return begin, end
