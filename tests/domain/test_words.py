"""How numbers, dates, lists and answers are said."""

from datetime import date

import pytest

from readiness.domain.checklist.template import Part
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import Value
from readiness.domain.plan.fields import answer_lines
from readiness.domain.plan.plan import Plan
from readiness.i18n.numerals import count_words, names_number
from readiness.i18n.words import (
    amount_words,
    days_words,
    exact_words,
    filled,
    grouped_words,
    listed,
    month_words,
    number_words,
    places,
    short_date,
    spoken,
)
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library

DAY = date(2027, 1, 11)
TEMPLATE = Library().load("imr")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (DAY, "11 January 2027"),
        (4.0, "4"),
        (5.26, "5.3"),
        (5.25, "5.3"),
        (5.249, "5.2"),
        (0.05, "0.1"),
        (2.65, "2.7"),
        (0.1 + 0.1 + 0.05, "0.3"),
        (-0.25, "-0.3"),
        (999999.95, "1000000"),
        (1234567.8, "1234568"),
        ((DAY, date(2027, 4, 1)), "11 January 2027 and 1 April 2027"),
        ([1, 2, 3], "1, 2 and 3"),
        ("as typed", "as typed"),
    ],
)
def test_values_are_said_in_plain_words(value: object, words: str) -> None:
    assert spoken(value) == words


def test_lists_and_short_forms() -> None:
    assert (listed([]), listed(["a"]), listed(["a", "b"])) == ("", "a", "a and b")
    assert short_date(DAY) == "11 Jan 2027"
    assert number_words(-0.04) == "0"
    assert number_words(float("inf")) == "inf"
    assert amount_words(0.125, "share") == "13%"
    assert amount_words(0.285, "share") == "29%"
    assert amount_words(0.49, "share") == "49%"


def test_numerals_belong_to_a_language() -> None:
    assert names_number("Åtte pasienter er ferdige", "nb")
    assert names_number("To go on", "nb")
    assert not names_number("To go on", "en")
    assert not names_number("Two more", "no such language")
    assert names_number("2 more", "no such language")
    assert [count_words(number) for number in (0, 2, 13)] == ["no", "two", "13"]
    speak_in("nb")
    assert (count_words(1), count_words(1, is_neuter=True)) == ("én", "ett")


def test_a_sentence_takes_only_names_and_says_what_is_unknown() -> None:
    sentence = "{who} needs {hours}; {nix} {a.b} {0} {__class__}"
    known = {"who": "CD", "hours": 5.3}
    assert filled(sentence, known.get) == "CD needs 5.3; unknown {a.b} {0} unknown"
    assert places(sentence) == ["who", "hours", "nix", "__class__"]


@pytest.mark.parametrize(
    ("part", "value", "words"),
    [
        (Part(kind="text", none_label="Vacant"), "no", "Vacant"),
        (Part(kind="text"), "no", "Nothing yet"),
        (Part(kind="choices", options={"a": "Aa", "b": "Bb"}), ("a", "b"), "Aa, Bb"),
        (Part(kind="choice", options={"a": "Aa"}), "a", "Aa"),
        (Part(kind="number", unit="patients"), 3, "3 patients"),
        (Part(kind="number", unit="patients"), "not sure", "Not sure"),
        (Part(kind="text"), "yes", "yes"),
    ],
)
def test_an_answer_is_said_with_its_label_and_its_unit(
    part: Part, value: Value, words: str
) -> None:
    assert value_words(part, value, "Nothing yet") == words


def test_an_answer_for_everyone_or_for_the_whole_item_is_said_as_that() -> None:
    plan = Plan().answering("SEL-05", "value", "yes").answering("SEL-10", "value", "no")
    assert answer_lines(TEMPLATE, "SEL-05", plan) == ["Everyone: Yes"]
    assert answer_lines(TEMPLATE, "SEL-10", plan) == ["Nobody"]


def test_each_field_of_an_item_is_said_with_its_label() -> None:
    plan = Plan().answering("SEL-10", "deputy", "CD").answering("SEL-10", "champion", "AB")
    assert answer_lines(TEMPLATE, "SEL-10", plan) == ["Champion: AB", "Deputy: CD"]


def test_rows_and_people_come_one_line_each() -> None:
    plan = (
        Plan()
        .answering_row("MON-01", "1", "by", "Northside")
        .answering_row("MON-01", "1", "date", DAY)
    )
    plan = plan.answering_person("AB", "leaves", "no").with_person("CD")
    review = ["Review 1: Date: 11 January 2027; By whom: Northside"]
    assert answer_lines(TEMPLATE, "MON-01", plan) == review
    assert answer_lines(TEMPLATE, "SEL-03", plan) == ["AB: No plans to leave"]
    assert answer_lines(TEMPLATE, "INC-01", plan) == []


def test_numbers_dates_and_lists_are_said_as_in_norwegian() -> None:
    speak_in("nb")
    assert number_words(5.26) == "5,3"
    assert number_words(1234567.8) == "1234568"
    assert exact_words(0.75) == "0,75"
    assert grouped_words(20000) == "20\u00a0000"
    assert amount_words(0.49, "share") == "49\u00a0%"
    assert spoken(DAY) == "11. januar 2027"
    assert short_date(DAY) == "11.01.2027"
    assert month_words(date(2027, 5, 1)) == "mai"
    assert spoken(["a", "b", True]) == "a, b og ja"
    assert filled("{nix}", {}.get) == "ukjent"
    assert days_words([date(2026, 12, 1), date(2026, 12, 2)]) == "1 og 2. desember 2026"
    assert value_words(Part(kind="number"), 520_000) == "520\u00a0000"


def test_days_of_a_month_stand_together_and_long_numbers_are_read_at_a_glance() -> None:
    days = [date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 15)]
    assert days_words(days) == "1, 2 and 15 December 2026"
    assert days_words([*days, DAY]) == "1, 2 and 15 December 2026; 11 January 2027"
    assert days_words([days[0], DAY]) == "1 December 2026 and 11 January 2027"
    assert value_words(Part(kind="number"), 52_000) == "52,000"
    assert value_words(Part(kind="number"), 1200) == "1200"


def test_numbers_in_english_stay_as_they_are() -> None:
    assert exact_words(0.75) == "0.75"
    assert grouped_words(20000) == "20,000"
    assert amount_words(0.485, "share") == "49%"


def test_one_is_one_in_units_and_in_the_sentences_of_a_template() -> None:
    assert amount_words(1, "patients") == "1 patient"
    assert amount_words(1.0, "weeks") == "1 week"
    assert amount_words(2, "people") == "2 people"
    assert amount_words(0.5, "hours") == "0.5 hours"
    assert amount_words(1, "furlongs") == "1 furlongs"
    part = Part(kind="number", unit="pasienter")
    assert (value_words(part, 1), value_words(part, 3)) == ("1 pasient", "3 pasienter")
    says = "{n} {n|hour is|hours are} freed of {total} {total|hour|hours}."
    assert filled(says, {"n": 1.0, "total": 5.5}.get) == "1 hour is freed of 5.5 hours."
    assert filled(says, {"n": 0, "total": 1}.get) == "0 hours are freed of 1 hour."
    assert filled(says, {}.get) == "unknown hours are freed of unknown hours."
    assert places(says) == ["n", "n", "total", "total"]


@pytest.mark.parametrize("code", ["en", "nb"])
def test_every_unit_of_a_question_has_a_word_for_one(code: str) -> None:
    speak_in(code)
    template = Library().load("imr")
    speak_in("en")
    for item in template.items.values():
        for part in (*item.parts.values(), *item.row_parts.values(), *item.person_parts.values()):
            if part.unit and part.unit not in ("h a week", "t per uke"):
                assert amount_words(1, part.unit) != f"1 {part.unit}"
