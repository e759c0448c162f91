"""What people type into number and date fields."""

from datetime import date

import pytest

from readiness.i18n.reading import Amount, Unclear
from readiness.i18n.times import Frame
from readiness.i18n.typed_dates import read_date, typed_date
from readiness.i18n.typed_lists import pieces, read_dates
from readiness.i18n.typed_numbers import read_number, typed_number
from readiness.i18n.words import amount_words
from readiness.storage.languages import speak_in

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
        ("yesterday", date(2026, 11, 23)),
        ("2027-02", date(2027, 2, 1)),
        ("1/31/2027", date(2027, 1, 31)),
        ("12/1/2027", date(2027, 1, 12)),
        ("02.2027", date(2027, 2, 1)),
        ("Q2 2027", date(2027, 4, 1)),
        ("31 Jan", date(2027, 1, 31)),
        ("30 november", date(2026, 11, 30)),
        ("23 November", date(2027, 11, 23)),
        ("Jan 31, 2027", date(2027, 1, 31)),
        ("January 31st 2027", date(2027, 1, 31)),
        ("31st of January, 2027", date(2027, 1, 31)),
        ("31 jan 27", date(2027, 1, 31)),
        ("Monday 11 January 2027", date(2027, 1, 11)),
        ("next May", date(2027, 5, 1)),
        ("May", date(2027, 5, 1)),
        ("sept 2027", date(2027, 9, 1)),
        ("November", date(2027, 11, 1)),
        ("end of November", date(2026, 11, 30)),
        ("end of February 2028", date(2028, 2, 29)),
        ("mid June 2027", date(2027, 6, 15)),
        ("early March", date(2027, 3, 1)),
        ("next Monday", date(2026, 11, 30)),
        ("Tuesday", date(2026, 12, 1)),
        ("wed", date(2026, 11, 25)),
        ("next day", date(2026, 11, 25)),
        ("next week", date(2026, 11, 30)),
        ("next month", date(2026, 12, 1)),
        ("next year", date(2027, 1, 1)),
        ("in a month", date(2026, 12, 24)),
        ("two weeks from now", date(2026, 12, 8)),
        ("in 1 year", date(2027, 11, 24)),
        ("in 10 days", date(2026, 12, 4)),
        ("week 6 2027", date(2027, 2, 8)),
        ("uke 48", date(2026, 11, 23)),
        ("week 2", date(2027, 1, 11)),
        ("om 3 måneder", date(2027, 2, 24)),
        ("i morgen", date(2026, 11, 25)),
        ("31. mai 2027", date(2027, 5, 31)),
        ("neste mandag", date(2026, 11, 30)),
        ("slutten av desember", date(2026, 12, 31)),
        ("tomorrow", date(2026, 11, 25)),
    ],
)
def test_dates_as_people_type_them(text: str, meant: date) -> None:
    assert typed_date(text, TODAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2027-02-30", "31.2.2027", "5 foo 2027", "2027", "next", "in the spring"),
        *(
            "week 60",
            "week 60 2027",
            "1 2 3 May",
            "1 2 2027 May",
            "May June",
            "ja 2027",
        ),
        *("5 May 202", "May 2027 2028", "end of", "3 May 202", "the end of 31", "in 3 cows"),
    ],
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert typed_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("4", 4), ("4,5", 4.5), (" 2.50 ", 2.5), ("-1", -1), ("\u22121", -1)),
        *(("1 000", 1000), ("1\u00a0000", 1000), ("1,000", 1000)),
        *(("12 500,5", 12500.5), ("1,234,567", 1234567), ("0,125", 0.125)),
        *(("about 12", 12), ("ca. 12", 12), ("~12", 12), ("12 or so", 12), ("omtrent 3", 3)),
        *(("four", 4), ("tre", 3), ("half", 0.5), ("1/2", 0.5), ("2 1/2", 2.5), ("2\u00bd", 2.5)),
        *(("\u00bc", 0.25), ("4/2", 2)),
    ],
)
def test_numbers_as_people_type_them(text: str, meant: float) -> None:
    assert typed_number(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", "many", "4 h", "1e9", "nan", "1" * 40, "1/0", "2-3", "1 00", "12 34", "1,000.000,0"),
        *("about", "4 5 6"),
    ],
)
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


@pytest.mark.parametrize(
    ("text", "unit", "meant"),
    [
        ("12 patients", "patients", 12),
        ("one patient", "patients", 1),
        ("4 h", "h a week", 4),
        ("4 h a week", "h a week", 4),
        ("30 min", "h a week", 0.5),
        ("1,5 hours", "minutes", 90),
        ("45 min.", "minutes", 45),
        ("1:30", "minutes", 90),
        ("1h30", "h a week", 1.5),
        ("50 %", "share", 0.5),
        ("50%", "% of them", 50),
        ("about 3 hours", "h a week", 3),
    ],
)
def test_a_unit_is_understood_and_hours_and_minutes_are_turned(
    text: str, unit: str, meant: float
) -> None:
    assert typed_number(text, unit) == meant


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 cows", "patients"),
        ("2 hours", "patients"),
        ("50 %", "patients"),
        ("2 days", "h a week"),
        ("1:30", "patients"),
        ("many cows", "patients"),
        ("cows", "patients"),
        ("30 minutes a day for a month", "months"),
    ],
)
def test_a_unit_that_is_not_the_fields_is_no_number(text: str, unit: str) -> None:
    assert typed_number(text, unit) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("31 Jan 2027, 30 Apr 2027", ["31 Jan 2027", "30 Apr 2027"]),
        ("Jan 31, 2027; Apr 30, 2027", ["Jan 31 2027", "Apr 30 2027"]),
        ("31.1.2027 and 30.4.2027\n1 May", ["31.1.2027", "30.4.2027", "1 May"]),
        ("31.1.2027 og 30.4.2027,", ["31.1.2027", "30.4.2027"]),
        (" , ", []),
    ],
)
def test_a_list_of_dates_is_taken_apart(text: str, found: list[str]) -> None:
    assert pieces(text) == found


@pytest.mark.parametrize(
    ("typed", "kept"), [("yes", 1), ("Ja", 1), ("no", 0), ("nei", 0), ("1", 1)]
)
def test_a_number_for_yes_or_no_is_typed_and_told_in_words(typed: str, kept: int) -> None:
    assert typed_number(typed, "yes or no") == kept
    assert amount_words(kept, "yes or no") == ("yes" if kept else "no")
    assert typed_number("yes", "hours") is None


@pytest.mark.parametrize(
    ("typed", "unit", "kept"),
    [
        ("2 years", "months", 24),
        ("6 weeks", "weeks", 6),
        ("twice", "times", 2),
        ("twice a week", "a week", 2),
        ("every two weeks", "a week", 0.5),
        ("2 every 4 weeks", "a week", 0.5),
    ],
)
def test_a_length_and_a_rhythm_are_told_in_the_fields_unit(
    typed: str, unit: str, kept: float
) -> None:
    found = read_number(typed, unit)
    assert isinstance(found, Amount)
    assert found.number == kept


@pytest.mark.parametrize(
    ("typed", "unit", "why", "offer"),
    [
        ("2 weeks", "months", "about 0.5 months", 0.5),
        ("10 days", "weeks", "about 1.4 weeks", 1.4),
        ("20 minutes a week", "minutes", "for one time", None),
        ("12" + " " * 300 + "x", "patients", "too long for a number", 12),
    ],
)
def test_a_number_that_is_not_quite_the_fields_is_asked_about(
    typed: str, unit: str, why: str, offer: float | None
) -> None:
    found = read_number(typed, unit)
    assert isinstance(found, Unclear)
    assert why in found.why
    assert found.offer == offer


def test_no_first_day_is_made_up_for_a_plan_without_one() -> None:
    day = read_date("a month after the start", Frame(TODAY))
    days = read_dates("every month", Frame(TODAY))
    assert isinstance(day, Unclear)
    assert day.why == "the plan has no first day yet"
    assert isinstance(days, Unclear)
    assert days.why == "from which day is missing"


def test_a_rhythm_leaves_out_days_without_sessions_and_tells_them() -> None:
    july = (date(2027, 7, 1), date(2027, 7, 31))
    frame = Frame(TODAY, start=date(2027, 6, 7), end=date(2028, 6, 6), closed=(july,))
    found = read_dates("every month until 1 September 2027", frame)
    assert isinstance(found, Unclear)
    assert found.offer == (date(2027, 6, 7), date(2027, 8, 7))
    assert "left out, because there are no sessions: 7 Jul 2027" in found.why
