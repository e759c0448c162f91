"""What people type into number and date fields."""

from datetime import date

import pytest

from readiness.core.wording.typed import typed_date, typed_number
from readiness.files.languages import speak_in

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2027-01-31", date(2027, 1, 31)),
        ("31.1.2027", date(2027, 1, 31)),
        ("31. 1. 2027", date(2027, 1, 31)),
        ("31/01/27", date(2027, 1, 31)),
        (" 31 Jan 2027 ", date(2027, 1, 31)),
        ("31. january 2027", date(2027, 1, 31)),
        ("Jan 2027", date(2027, 1, 1)),
        ("in 3 months", date(2027, 2, 24)),
        ("in 2 weeks", date(2026, 12, 8)),
        ("today", TODAY),
        ("tomorrow", date(2026, 11, 25)),
    ],
)
def test_dates_as_people_type_them(text: str, meant: date) -> None:
    assert typed_date(text, TODAY) == meant


@pytest.mark.parametrize("text", ["", "soon", "2027-02-30", "31.2.2027", "5 foo 2027", "2027"])
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert typed_date(text, TODAY) is None


@pytest.mark.parametrize(("text", "meant"), [("4", 4), ("4,5", 4.5), (" 2.50 ", 2.5), ("-1", -1)])
def test_numbers_as_people_type_them(text: str, meant: float) -> None:
    assert typed_number(text) == meant


@pytest.mark.parametrize("text", ["", "four", "4 h", "1e9", "nan", "1" * 40])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert typed_number(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31. januar 2027", date(2027, 1, 31)),
        ("1. mai 2027", date(2027, 5, 1)),
        ("1 okt 2027", date(2027, 10, 1)),
        ("Desember 2027", date(2027, 12, 1)),
        ("des. 2027", date(2027, 12, 1)),
        ("i dag", TODAY),
        ("i morgen", date(2026, 11, 25)),
        ("om 3 måneder", date(2027, 2, 24)),
        ("om 1 uke", date(2026, 12, 1)),
        ("om 2 år", date(2028, 11, 24)),
        ("om 10 dager", date(2026, 12, 4)),
        ("in 1 year", date(2027, 11, 24)),
    ],
)
def test_norwegian_dates_are_understood_in_any_language(text: str, meant: date) -> None:
    assert typed_date(text, TODAY) == meant
    speak_in("nb")
    assert typed_date(text, TODAY) == meant


def test_a_time_in_units_that_are_none_is_not_guessed() -> None:
    assert typed_date("om 3 pasienter", TODAY) is None
    assert typed_date("in 3 moons", TODAY) is None
