import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.pack.braces import fault, sides
from advisor.pack.telling import worded
from advisor.text.typography import spoken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rien", ("rien",)),
        ("a | b", ("a | b",)),
        ("{Ouvrez|Ouvre} {votre|ton} blog", ("Ouvrez votre blog", "Ouvre ton blog")),
        ("dis{-vous|} bien", ("dis-vous bien", "dis bien")),
        ("{|te }voilà", ("voilà", "te voilà")),
        ("{a|a}", ("a",)),
        ("`{a|b}`", ("`{a|b}`",)),
        ("`{` {a|b} `}`", ("`{` a `}`", "`{` b `}`")),
        ("```\n{x}\n``` {a|b}", ("```\n{x}\n``` a", "```\n{x}\n``` b")),
        ("https://a.fr/{x} {a|b}", ("https://a.fr/{x} a", "https://a.fr/{x} b")),
    ],
)
def test_each_form_of_address_reads_its_side(text: str, expected: tuple[str, ...]) -> None:
    assert fault(text) is None
    assert sides(text) == expected


@pytest.mark.parametrize(
    ("text", "said", "offset"),
    [
        ("ab {vous", "never closed", 3),
        ("ab {vous|tu", "never closed", 3),
        ("ab vous}", "never opened", 7),
        ("ab {vous}", "no bars", 3),
        ("ab {}", "no bars", 3),
        ("ab {a|b|c}", "2 bars", 3),
        ("{a|{b|c}}", "inside another", 3),
        ("{a|b} {", "never closed", 6),
        ("{a|b}}", "never opened", 5),
        ("{Voyez `x`|Vois `x`}", "hold code or an address", 7),
        ("{Voyez|Vois `x`}", "hold code or an address", 12),
        ("{Voyez https://a.fr|Vois https://a.fr}", "hold code or an address", 7),
        ("{écrivez à a@b.fr|écris à a@b.fr}", "hold code or an address", 11),
        ("{`|`}", "hold code or an address", 1),
        ("{`", "never closed", 0),
    ],
)
def test_wrong_braces_are_told_at_their_sign(text: str, said: str, offset: int) -> None:
    found = fault(text)
    assert found is not None
    assert (said in worded(found[0], "en"), found[1]) == (True, offset), found
    assert sides(text) == (text,)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*"{|}`ab \n", "{a|b}", "```", "https://a.fr", "a@b.fr"]), max_size=16).map("".join))
def test_what_passes_is_shown_as_the_two_sides_say(text: str) -> None:
    """The check and the screen must agree: a brace that passes here would otherwise be shown to people."""
    if fault(text) is None:
        assert sides(text) == tuple(dict.fromkeys((spoken(text, "vous"), spoken(text, "tu"))))


@pytest.mark.parametrize("piece", ["{", "}", "|", "`", "``` ", "{a|b}", "a@", "a", "https://", "{`"])
def test_no_text_takes_long(piece: str) -> None:
    begun = time.perf_counter()
    fault("{a|b}" + piece * 200_000)
    assert time.perf_counter() - begun < 3
