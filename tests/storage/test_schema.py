"""The JSON Schema of plans, for editors."""

import json
from typing import Any

import pytest

from readiness.storage.schema import plan_schema
from readiness.storage.templates import Library

TEMPLATE = Library().load("imr")
SCHEMA: dict[str, Any] = json.loads(json.dumps(plan_schema(TEMPLATE)))
ANSWERS = SCHEMA["properties"]["answers"]["properties"]


def test_every_item_is_there_with_its_question_and_its_fields() -> None:
    assert list(ANSWERS) == list(TEMPLATE.items)
    for key, item in TEMPLATE.items.items():
        assert ANSWERS[key]["description"] == item.question
        assert {*item.parts, "note", "reason"} <= ANSWERS[key]["properties"].keys()


@pytest.mark.parametrize("field", ["plan", "service", "template", "start", "months", "answers"])
def test_an_editor_can_say_what_each_field_of_a_plan_is(field: str) -> None:
    assert len(SCHEMA["properties"][field]["description"]) > 15


def test_options_limits_and_standing_words_are_offered() -> None:
    chosen = ANSWERS["SEL-02"]["properties"]["value"]["anyOf"]
    assert "asked in passing" in chosen[0]["enum"]
    assert {"const": "not applicable"} in chosen
    number = ANSWERS["SEL-04"]["properties"]["value"]["anyOf"][0]
    assert (number["minimum"], number["maximum"]) == (0, 200)
    whole = ANSWERS["SEL-10"]["properties"]["value"]["anyOf"][0]["enum"]
    assert whole == ["yes", "partly", "no", "not sure", "not applicable"]


def test_rows_and_people_have_their_fields() -> None:
    rows = ANSWERS["MON-01"]["properties"]["rows"]["additionalProperties"]["properties"]
    assert rows["date"]["anyOf"][0] == {"type": "string", "format": "date"}
    people = SCHEMA["properties"]["people"]["additionalProperties"]["properties"]
    assert {"role", "leaves", "hours_freed", "briefed"} <= people.keys()
    assert people["hours_freed"]["description"] == "Hours freed a week (h a week)"


def test_nothing_in_it_points_to_what_is_not_there() -> None:
    text = json.dumps(SCHEMA)
    for name in SCHEMA["$defs"]:
        assert f"#/$defs/{name}" in text
    assert text.count("#/$defs/") == sum(text.count(f'"#/$defs/{n}"') for n in SCHEMA["$defs"])
