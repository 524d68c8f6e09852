import time
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.pack.telling import worded
from advisor.pack.templates import DEEPEST, LONGEST, MOST_EXPANSIONS, TemplateError, expand


@pytest.mark.parametrize(
    ("template", "expansions"),
    [
        ("salaire", ["salaire"]),
        ("{a|b} c", ["a c", "b c"]),
        ("a [b] c", ["a b c", "a c"]),
        ("[a] b", ["a b", "b"]),
        ("a [b]", ["a b", "a"]),
        ("{a|b} {c|d}", ["a c", "a d", "b c", "b d"]),
        ("{a|{b|c}}", ["a", "b", "c"]),
        ("{a [b]|c}", ["a b", "a", "c"]),
        ("a [{b|c}]", ["a b", "a c", "a"]),
        ("a [b [c]]", ["a b c", "a b", "a"]),
        ("{a|} b", ["a b", "b"]),
        ("{a|a} b", ["a b"]),
        ("a{s|} b", ["as b", "a b"]),
        ("a []b", ["a b"]),
        (r"a \{b\} \[c\] \| \\", [r"a {b} [c] | \ ".strip()]),
        ("[bonjour] , merci .", ["bonjour, merci.", ", merci."]),
        ("a  b\n c\t d", ["a b c d"]),
        ("où [ça] ?", ["où ça ?", "où ?"]),
        ("l'{offre|annonce}", ["l'offre", "l'annonce"]),
    ],
)
def test_a_template_stands_for_its_phrasings_in_reading_order(template: str, expansions: list[str]) -> None:
    assert list(expand(template)) == expansions


@pytest.mark.parametrize(
    ("template", "offset", "said"),
    [
        ("ab {c|d", 3, "`{` is never closed"),
        ("ab [c", 3, "`[` is never closed"),
        ("{a|{b|c}", 0, "`{` is never closed"),
        ("ab} c", 2, "stray `}`"),
        ("ab] c", 2, "stray `]`"),
        ("ab | c", 3, "stray `|`"),
        ("{a|b]", 4, "`]` closes nothing; `{` is open"),
        ("[a}", 2, "`}` closes nothing; `[` is open"),
        ("x [a|b]", 4, "write `[{a|b}]`"),
        ("x {a}", 2, "braces hold alternatives"),
        ("x {}", 2, "braces hold alternatives"),
        ("ab\\", 2, "none follows"),
        ("{a|b\\", 4, "none follows"),
        ("[a]", 0, "come out empty"),
        ("{a|}", 0, "come out empty"),
        ("", 0, "come out empty"),
        ("   ", 0, "come out empty"),
        ("{a|b} " * 8, 42, "more than 200 expansions"),
        ("x {" + "|".join(map(str, range(201))) + "}", 2, "more than 200 expansions"),
        ("a" * (LONGEST + 1), LONGEST, f"longer than {LONGEST} characters"),
        ("[" * (DEEPEST + 1) + "a" + "]" * (DEEPEST + 1), DEEPEST, f"deeper than {DEEPEST} levels"),
    ],
)
def test_a_template_that_cannot_be_expanded_says_where(template: str, offset: int, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        expand(template)
    assert (caught.value.offset, said in worded(caught.value.wrong, "en")) == (offset, True)


def test_the_limits_are_reached_without_a_word() -> None:
    assert len(expand("{" + "|".join(map(str, range(MOST_EXPANSIONS))) + "}")) == MOST_EXPANSIONS
    assert len(expand("a" * LONGEST)) == 1
    assert expand("x" + "[" * DEEPEST + "a" + "]" * DEEPEST) == ("xa", "x")


@pytest.mark.parametrize("piece", ["{a|b}", "[a]", "{a|b|[c]}", "{", "[", "[{a|", "}", "[[a][b]]"])
def test_no_template_takes_long(piece: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(TemplateError):
        expand((piece * LONGEST)[:LONGEST])
    assert time.perf_counter() - begun < 2


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab {}[]|\\", max_size=30))
def test_any_text_is_expanded_or_refused_at_one_of_its_signs(template: str) -> None:
    expansions, offset = expanded(template)
    assert 0 <= offset <= len(template)
    assert len(set(expansions)) == len(expansions) <= MOST_EXPANSIONS
    assert all(each and each == " ".join(each.split()) for each in expansions)


def expanded(template: str) -> tuple[tuple[str, ...], int]:
    """What a template stands for, and where its fault is (0 where it has none)."""
    try:
        return expand(template), 0
    except TemplateError as error:
        return (), error.offset


LITERALS = st.text(alphabet="abé'{|}[]\\", min_size=1, max_size=4)


def parts(depth: int) -> st.SearchStrategy[tuple[str, list[str]]]:
    """A template, and its expansions as an obvious program would list them."""

    def spelled(text: str) -> tuple[str, list[str]]:
        return "".join(f"\\{sign}" if sign in "{|}[]\\" else sign for sign in text), [text]

    literal = LITERALS.map(spelled)
    if depth == 0:
        return literal
    inner = st.lists(parts(depth - 1), min_size=1, max_size=2).map(joined)
    choice = st.lists(inner, min_size=2, max_size=3).map(
        lambda found: ("{" + "|".join(each[0] for each in found) + "}", [one for each in found for one in each[1]])
    )
    option = inner.map(lambda found: (f"[{found[0]}]", [*found[1], ""]))
    return literal | choice | option


def joined(found: list[tuple[str, list[str]]]) -> tuple[str, list[str]]:
    return "".join(each[0] for each in found), ["".join(one) for one in product(*(each[1] for each in found))]


@settings(max_examples=150, deadline=None)
@given(st.lists(parts(2), max_size=3).map(joined))
def test_a_template_gives_what_an_obvious_program_gives(made: tuple[str, list[str]]) -> None:
    template, expected = made
    unique = list(dict.fromkeys(f"x{each}" for each in expected))
    if len(expected) > MOST_EXPANSIONS:
        return
    assert list(expand(f"x{template}")) == unique


def test_a_second_call_gives_the_same() -> None:
    assert expand("{a|b} c") is expand("{a|b} c")
