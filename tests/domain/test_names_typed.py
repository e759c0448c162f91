"""Several practitioners in one line, and one name in two compositions of letters."""

import pytest

from readiness.domain.kinds.text import tidied
from readiness.domain.plan.names import names_in, same_name

RING = "A\u030a\u00d8"
"""The letters of the name that a keyboard gives as one each."""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AA, BB, CC", ["AA", "BB", "CC"]),
        ("AA; BB og CC", ["AA", "BB", "CC"]),
        ("AA, BB and CC", ["AA", "BB", "CC"]),
        ("AA and BB", ["AA", "BB"]),
        ("AA/BB/CC", ["AA", "BB", "CC"]),
        ("AA og BB", ["AA", "BB"]),
        ("AA, BB, og CC", ["AA", "BB", "CC"]),
        ("AA & BB + CC", ["AA", "BB", "CC"]),
        ("AA\nBB", ["AA", "BB"]),
        ("AA, aa", ["AA"]),
        ("nurse 1, nurse 2", ["nurse 1", "nurse 2"]),
        ("nurse 1 and nurse 2", ["nurse 1", "nurse 2"]),
        ("nurse, psychologist", ["nurse", "psychologist"]),
        ("nurse/team leader", ["nurse/team leader"]),
        ("miljøterapeut og koordinator", ["miljøterapeut og koordinator"]),
        ("Nordmann, Kari", ["Nordmann, Kari"]),
        ("AB", ["AB"]),
        (" , ", []),
    ],
)
def test_a_line_that_names_several_names_each(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_what_looks_the_same_is_the_same_name() -> None:
    assert same_name(RING) == same_name("\u00c5\u00d8") == same_name(" \u00e5\u00f8 ")
    assert tidied(RING) == "\u00c5\u00d8"
