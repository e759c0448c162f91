"""Whether a value fits a field, and how it is named in a message."""

from datetime import date, datetime

import pytest

from readiness.domain.checklist.template import Part
from readiness.domain.kinds.days import as_date
from readiness.domain.kinds.kind import LONGEST_TEXT, excerpt
from readiness.domain.kinds.options import YesNo
from readiness.domain.kinds.registry import validate
from readiness.domain.kinds.value import InvalidValue, Value, is_none_word, standing_word

YNP = Part(kind="ynp", options={"not needed": "Not needed"})
CHOICE = Part(kind="choice", options={"all, no plan": "For all", "team": "Together"})
CHOICES = Part(kind="choices", options={"asked": "Asked", "started": "Started"})
NUMBER = Part(kind="number", low=1, high=10)
VACANT = Part(kind="text", none_words=("vacant", "not filled"))
NOON = datetime(2027, 1, 31, 12)  # noqa: DTZ001 - as TOML gives it


@pytest.mark.parametrize(
    ("part", "raw", "kept"),
    [
        (YNP, "YES", "yes"),
        (YNP, True, "yes"),
        (YNP, False, "no"),
        (YNP, "Not needed", "not needed"),
        (YNP, " Not sure ", "not sure"),
        (CHOICE, "All - no plan", "all, no plan"),
        (CHOICE, "none", "no"),
        (CHOICES, ["started", "asked", "asked"], ("asked", "started")),
        (CHOICES, "asked", ("asked",)),
        (CHOICES, [], "no"),
        (CHOICES, ["none"], "no"),
        (CHOICES, "not sure", "not sure"),
        (NUMBER, 10, 10),
        (NUMBER, "no", "no"),
        (VACANT, "Vacant.", "no"),
        (VACANT, "  ", "no"),
        (VACANT, "one\r\ntwo\rthree", "one\ntwo\nthree"),
        (Part(kind="date"), NOON, date(2027, 1, 31)),
        (Part(kind="date"), " 2027-01-31 ", date(2027, 1, 31)),
        (Part(kind="dates"), date(2027, 1, 31), (date(2027, 1, 31),)),
        (Part(kind="dates"), ["2027-02-01", NOON, NOON], (date(2027, 1, 31), date(2027, 2, 1))),
        (Part(kind="dates"), [], "no"),
    ],
)
def test_a_value_is_kept_as_the_plan_keeps_it(part: Part, raw: object, kept: Value) -> None:
    assert validate(part, raw) == kept


@pytest.mark.parametrize(
    ("part", "raw", "why", "todo"),
    [
        (YNP, "perhaps", '"perhaps" is not one of the answers', '"no", "not needed", "not sure"'),
        (CHOICE, 3, "3 is not one of the answers", '"team", "not sure"'),
        (CHOICE, True, "true is not one", '"team"'),
        (CHOICES, ["asked", "x"], '"x" is not one', '"started"'),
        (NUMBER, 0.5, "0.5 is too small", "1 or more"),
        (NUMBER, 11, "11 is too large", "10 or less"),
        (NUMBER, True, "true is not a number", "such as 4"),
        (NUMBER, float("nan"), "nan is not a number", "such as 4"),
        (NUMBER, "4", '"4" is not a number', "such as 4"),
        (VACANT, {"a": 1}, "a table is not a text", "in quotes"),
        (VACANT, "x" * (LONGEST_TEXT + 1), "20,001 characters", "20,000 characters"),
        (Part(kind="date"), "31.1.2027", '"31.1.2027" is not a date', "2027-01-31"),
        (Part(kind="date"), 5, "5 is not a date", "2027-01-31"),
        (Part(kind="dates"), [NOON, "soon"], '"soon" is not a date', "in brackets"),
    ],
)
def test_what_does_not_fit_is_said_with_what_would(
    part: Part, raw: object, why: str, todo: str
) -> None:
    said = validate(part, raw)
    assert isinstance(said, InvalidValue)
    assert why in said.why
    assert todo in said.todo


def test_no_answer_is_offered_twice() -> None:
    assert YesNo().words(YNP) == ("yes", "partly", "no", "not needed", "not sure")
    said = validate(YNP, "perhaps")
    assert isinstance(said, InvalidValue)
    assert said.todo.count("not sure") == 1


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (True, "yes"),
        (False, "no"),
        ("", "no"),
        ("None", "no"),
        ("Not applicable", "not applicable"),
        ("maybe", ""),
        (3, ""),
    ],
)
def test_a_standing_word_is_known_however_it_is_written(raw: object, word: str) -> None:
    assert standing_word(raw) == word


def test_only_a_text_can_say_that_there_is_none() -> None:
    assert is_none_word(VACANT, "not-filled")
    assert not is_none_word(VACANT, 0)
    assert as_date(5) is None


def test_a_value_is_quoted_short_and_on_one_line() -> None:
    assert excerpt("a\nb") == '"a b"'
    assert excerpt("x" * 50) == f'"{"x" * 40}…"'
    said = [excerpt(raw) for raw in (False, {}, [1], 2.5)]
    assert said == ["false", "a table", "a list", "2.5"]
