"""Kinds of answers: each is registered, knows its own values again, and reads what is typed."""

import ast
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import cast, get_args

import pytest

import readiness
from readiness.app.session import Session
from readiness.domain.checklist.part import Kind, Part
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.days import typed_day
from readiness.domain.kinds.kind import AnswerKind
from readiness.domain.kinds.registry import KINDS, interpret, kind_of, validate, value_words
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.fields import answer_lines
from readiness.domain.ratings.questions import questions_of
from readiness.domain.rules.review import review
from readiness.domain.schedule.calendar import events_of
from readiness.i18n.times import Frame
from readiness.storage.languages import speak_in

TODAY = date(2026, 11, 24)
MAY, JUNE = date(2027, 5, 1), date(2027, 6, 30)
VACANT = Part(kind="text", none_label="Nobody yet", none_words=("vacant",))
SEVERAL = Part(kind="choices", options={"asked": "Asked", "started": "Started"})


def test_every_kind_that_a_template_can_name_is_registered() -> None:
    assert set(KINDS) == set(get_args(Kind))


def test_nobody_but_the_kinds_asks_what_a_kind_is_called() -> None:
    package = Path(readiness.__file__).parent
    above = set(package.rglob("*.py")) - {*(package / "i18n").rglob("*")}
    asking = [
        f"{path.relative_to(package)}:{node.lineno}"
        for path in above
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare)
        and re.search(r"\bkind$|\.get\('kind'\)$", ast.unparse(node.left))
        and any(repr(name) in ast.unparse(one) for one in node.comparators for name in KINDS)
    ]
    assert asking == []


def test_a_second_kind_of_text_or_of_dates_counts_as_the_first_does(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = {"text": "remark", "dates": "meetings", "names": "members", "ynp": "consent"}
    for first, second in seconds.items():
        monkeypatch.setitem(cast("dict[str, AnswerKind]", KINDS), second, KINDS[first])

    def renamed(parts: Mapping[str, Part]) -> dict[str, Part]:
        return {
            name: part.model_copy(update={"kind": seconds.get(part.kind, part.kind)})
            for name, part in parts.items()
        }

    def renamed_fields(item: Item) -> Item:
        tables = ("parts", "row_parts", "person_parts")
        return item.model_copy(update={name: renamed(getattr(item, name)) for name in tables})

    plan, items = session.plan, session.template.items
    others = {key: renamed_fields(item) for key, item in items.items()}
    other = session.template.model_copy(update={"items": others})
    assert review(other, plan, TODAY).items == review(session.template, plan, TODAY).items
    assert events_of(plan, other) == events_of(plan, session.template)
    assert questions_of(other) == questions_of(session.template)
    for key in items:
        lines = [answer_lines(one, key, plan) for one in (other, session.template)]
        assert lines[0] == lines[1]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (Part(kind="number", unit="h a week"), 2.5),
        (Part(kind="number"), 1200),
        (Part(kind="date"), MAY),
        (Part(kind="dates"), (MAY, JUNE)),
        (Part(kind="names"), ("AB", "CD")),
        (Part(kind="text"), "Ask HR\nand the union"),
        (VACANT, "no"),
        (Part(kind="date"), "not sure"),
        (Part(kind="text"), "not sure"),
    ],
)
@pytest.mark.parametrize("code", ["en", "nb"])
def test_what_stands_in_a_box_means_what_the_plan_holds(
    part: Part, value: Value, code: str
) -> None:
    speak_in(code)
    assert interpret(part, kind_of(part).boxed(value), TODAY) == value


@pytest.mark.parametrize(
    ("part", "text", "value"),
    [
        (VACANT, "  ", None),
        (VACANT, "Vacant.", "no"),
        (VACANT, "vet ikke", "not sure"),
        (VACANT, "Vacant since May", "Vacant since May"),
        (SEVERAL, "2, asked", ("asked", "started")),
        (SEVERAL, "none", "no"),
        (SEVERAL, "not sure", "not sure"),
        (Part(kind="ynp"), "2", "partly"),
        (Part(kind="ynp"), "nei", "no"),
        (Part(kind="date"), "1.5.2027", MAY),
    ],
)
def test_typed_text_is_read_in_one_way(part: Part, text: str, value: Value | None) -> None:
    offers = kind_of(part).offers(part)
    assert interpret(part, text, TODAY, offers) == value


@pytest.mark.parametrize(
    ("part", "text", "why"),
    [
        (Part(kind="dates"), "1.5.2027, 40 Febr", '"40 Febr" is not a date'),
        (Part(kind="dates"), "1.5.2027, 30 Febr", '"30 Febr": February 2027 has 28'),
        (Part(kind="number"), "many", '"many" is not a number'),
        (SEVERAL, ",", "nothing was chosen"),
        (SEVERAL, "1, 7", '"7" is not one'),
        (Part(kind="date"), "1.5.1650", "1650-05-01 is too far away"),
    ],
)
def test_what_is_wrong_is_quoted(part: Part, text: str, why: str) -> None:
    offers = kind_of(part).offers(part)
    found = interpret(part, text, TODAY, offers)
    assert isinstance(found, InvalidValue)
    assert why in found.why


def test_not_sure_is_said_in_the_language_spoken_whatever_the_kind() -> None:
    speak_in("nb")
    assert {value_words(Part(kind=kind), "not sure") for kind in KINDS} == {"Vet ikke"}


def test_a_list_of_days_of_a_file_is_kept_in_order_and_what_is_none_is_quoted() -> None:
    assert validate(Part(kind="dates"), [JUNE, MAY, JUNE]) == (MAY, JUNE)
    found = validate(Part(kind="dates"), [MAY, "soon"])
    assert isinstance(found, InvalidValue)
    assert found.why == '"soon" is not a date'


HOURS = Part(kind="number", unit="h", low=0, high=40)
LEAVES = Part(kind="date", none_label="No plans to leave")


@pytest.mark.parametrize(
    ("part", "example", "asks", "help_begins"),
    [
        (HOURS, "e.g. 4", "a number (h), from 0 to 40", "Type a number"),
        (Part(kind="number"), "e.g. 4", "a number", "Type a number"),
        (Part(kind="number", example=45), "e.g. 45", "a number", "Type a number"),
        (Part(kind="number", example=50000), "e.g. 50,000", "a number", "Type a number"),
        (Part(kind="number", example=45, high=40), "e.g. 40", "a number", "Type a number"),
        (
            Part(kind="number", low=10, high=90),
            "e.g. 10",
            "a number, from 10 to 90",
            "Type a number",
        ),
        (LEAVES, "e.g. 31 Jan 2027", "a date, such as 31 Jan 2027", "Type a day"),
        (Part(kind="dates"), "e.g. 31 Jan 2027, 30", "dates with commas between", "Type days"),
        (Part(kind="text"), "", "one line of text", ""),
        (Part(kind="ynp"), "", "", ""),
    ],
)
def test_a_field_says_what_it_takes_and_takes_its_own_example(
    part: Part, example: str, asks: str, help_begins: str
) -> None:
    kind = kind_of(part)
    assert kind.example(part).startswith(example)
    assert kind.examples(part).startswith(asks)
    assert kind.help().startswith(help_begins)
    shown = kind.example(part).removeprefix("e.g. ")
    assert not isinstance(interpret(part, shown, TODAY), InvalidValue)


@pytest.mark.parametrize(
    ("part", "text", "value", "beside"),
    [
        (HOURS, "", None, "h, 0 to 40"),
        (HOURS, "2.5", 2.5, "h, 0 to 40"),
        (HOURS, "2,5", 2.5, "= 2.5, h, 0 to 40"),
        (HOURS, "don't know", "not sure", "Not sure"),
        (Part(kind="number"), "12", 12, ""),
        (Part(kind="number", unit="h a week"), "16 h a month", 3.7, "16 h a month: 3.7 h a week"),
        (LEAVES, "", None, "or type no: no plans to leave"),
        (LEAVES, "1.5.2027", MAY, "Saturday 1 May 2027"),
        (LEAVES, "no", "no", "No plans to leave"),
        (Part(kind="date"), "", None, ""),
        (Part(kind="dates"), "30.6.2027, 1.5.2027", (MAY, JUNE),
         "Saturday 1 May 2027 and Wednesday 30 June 2027"),
        (VACANT, "vacant", "no", ""),
    ],
)  # fmt: skip
def test_a_slip_of_the_finger_is_seen_beside_the_box(
    part: Part, text: str, value: Value | None, beside: str
) -> None:
    assert kind_of(part).echo(part, text, value) == beside


def test_a_word_that_a_number_never_was_stands_in_its_box_as_it_is() -> None:
    assert kind_of(HOURS).boxed("as before") == "as before"


@pytest.mark.parametrize(
    ("text", "offer", "rest"),
    [
        ("yes, since March", "yes", "since March"),
        ("No (not before the summer)", "no", "not before the summer"),
        ("partly - two of us", "partly", "two of us"),
    ],
)
def test_what_is_said_behind_an_answer_is_offered_as_a_note(
    text: str, offer: str, rest: str
) -> None:
    part = Part(kind="ynp")
    found = interpret(part, text, TODAY, kind_of(part).offers(part, "", is_item=True))
    assert isinstance(found, InvalidValue)
    assert (found.offer, found.rest) == (offer, rest)


def test_a_day_that_is_not_clear_is_asked_about_where_no_field_asks() -> None:
    for text, why in (("31.2.2027", "February 2027 has 28 days"), ("1 May 1800", "too far away")):
        found = typed_day(text, Frame(TODAY))
        assert isinstance(found, InvalidValue)
        assert why in found.why
    assert typed_day("1 May 2027", Frame(TODAY)) == MAY
    assert typed_day("soon", Frame(TODAY)) is None
