"""What becomes of text from Word and e-mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.i18n.paste import pasted


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        ("plain words\nand more", "plain words\nand more", ""),
        (
            "\u2022\tFirst\r\n\u2022\tSecond\r\no\tThird",
            "- First\n- Second\n- Third",
            "Pasted: 3 bullets became dashes.",
        ),
        ("\uf0b7 From Word", "- From Word", "Pasted: 1 bullet became a dash."),
        ("a\tb\x07c", "a  b  c", "Pasted: 2 tabs became spaces."),
        (
            "\u201cYes\u201d, it\u2019s",
            '"Yes", it\'s',
            "Pasted: 3 quote marks became plain.",
        ),
        (
            "super\u00advision\u200b \x1b[31mred",
            "supervision [31mred",
            "Pasted: 3 invisible marks were left out.",
        ),
        ("a\u00a0b\u202fc", "a b c", ""),
        ("one\x0btwo\u2028three", "one\ntwo\nthree", ""),
        ("see \ufffc here", "see  here", "Pasted: 1 picture was left out."),
        (
            "\u2022 a\t\u201cb",
            '- a  "b',
            "Pasted: 1 bullet became a dash, 1 tab became spaces and 1 quote mark became plain.",
        ),
        ("o is a word - and this too", "o is a word - and this too", ""),
        ("æøå é ß 12–14", "æøå é ß 12–14", ""),  # noqa: RUF001 - a dash between numbers stays
    ],
)
def test_what_word_and_mail_paste(text: str, kept: str, said: str) -> None:
    found = pasted(text)
    assert (found.text, found.said) == (kept, said)


def test_lines_become_one_where_there_is_one_line_only() -> None:
    found = pasted("  one\n\ntwo \nthree\n", on_one_line=True)
    assert (found.text, found.said) == ("one two three", "Pasted: 3 lines became one.")
    assert pasted("one\n", on_one_line=True).said == ""


@given(st.text())
def test_no_word_is_lost_and_it_is_clean_at_once(text: str) -> None:
    once = pasted(text).text
    assert pasted(once).text == once
    assert sum(map(str.isalnum, text)) == sum(map(str.isalnum, once))
