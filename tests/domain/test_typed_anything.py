"""Any words of amounts and dates are read, asked about or refused; nothing else happens."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import heard, interpret, kind_of
from readiness.domain.kinds.value import InvalidValue
from readiness.i18n.amount_words import WORDS
from readiness.i18n.date_words import MONTH, NEAR, ORDINAL, POINT, RELATIVE, SEASON, UNIT, WEEKDAY
from readiness.i18n.dates import FEASTS
from readiness.i18n.times import Frame
from readiness.storage.languages import speak_in
from tests.strategies import examples

FRAME = Frame(date(2026, 11, 29), start=date(2027, 1, 11), end=date(2028, 1, 10))
AMOUNTS = [
    word for sizes in WORDS.values() for words in sizes.values() for word in words.split("|")
]
DATES = [
    *(*MONTH, *NEAR, *ORDINAL, *POINT, *RELATIVE, *SEASON, *UNIT, *WEEKDAY, *FEASTS),
    *("before", "etter", "every", "hver", "annenhver", "until", "ago", "next", "forrige", "Q3"),
]
FIGURES = [
    "1",
    "2",
    "12",
    "28",
    "31",
    "2027",
    "1.5",
    "0,5",
    "1/2",
    "11.1.",
    "1.3.2027",
    "'28",
    "9:30",
    "1 000th",
    "1,000",
]
SIGNS = [",", "-", ".", "/", "(", ")", "?", "'", "\u00bd", "+", ";", "\n"]
PARTS = (
    Part(kind="number", unit="h a week", feeds="hours_freed"),
    Part(kind="number", unit="t per uke"),
    Part(kind="number", unit="patients"),
    Part(kind="number", unit="minutes"),
    Part(kind="number", unit="weeks"),
    Part(kind="number", unit="share"),
    Part(kind="number"),
    Part(kind="date"),
    Part(kind="date", direction="end"),
    Part(kind="date", direction="past"),
    Part(kind="dates"),
)

texts = st.tuples(
    st.lists(
        st.sampled_from([*AMOUNTS, *DATES, *FIGURES, *FIGURES, *SIGNS]), min_size=1, max_size=7
    ),
    st.sampled_from([" ", " ", ""]),
).map(lambda found: found[1].join(found[0]))


@pytest.mark.parametrize("code", ["en", "nb"])
@examples(2)
@given(text=texts, part=st.sampled_from(PARTS))
def test_any_text_is_read_asked_about_or_refused(code: str, text: str, part: Part) -> None:
    speak_in(code)
    found = interpret(part, text, FRAME)
    value = found.offer if isinstance(found, InvalidValue) else found
    if isinstance(found, InvalidValue):
        assert found.why
        assert found.todo
    else:
        assert found is None or heard(part, text, FRAME, found)
    if value is not None:
        assert interpret(part, kind_of(part).boxed(value), FRAME) == value
