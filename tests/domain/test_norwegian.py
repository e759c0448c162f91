"""What the core says in Norwegian: words, numbers and dates, and never the file's own keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from readiness.describe.action import action_sentences
from readiness.describe.flag import flag_details
from readiness.describe.summary import hours_told, patients_told
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import validate
from readiness.domain.kinds.value import NO, InvalidValue, standing_word
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField, offered
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import ACTIONS, TABLES
from readiness.domain.rules.review import Review, review
from readiness.domain.schedule.actions import actions_of
from readiness.domain.schedule.calendar import events_of
from readiness.domain.versions.changes import changes
from readiness.domain.xrays.findings import xrays
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text

TODAY = date(2026, 11, 24)
ENGLISH = (
    " the ",
    " and ",
    " is ",
    " of ",
    "not ",
    "partly",
    "week ",
    " year",
    "January",
    "asked ",
)
"""Words that no Norwegian sentence holds."""


@pytest.fixture
def file(tmp_path: Path) -> PlanFile:
    speak_in("nb")
    path = tmp_path / "plan.toml"
    path.write_text(example_plan_text(), "utf-8")
    return PlanFile.open(path, Library())


def said(file: PlanFile, plan: Plan) -> Iterator[str]:
    """Everything that is told of a plan."""
    template = file.template
    state: Review = review(template, plan, TODAY)
    for flag in state.flags:
        yield flag.says
        yield from (one.line for one in flag_details(flag, template))
    yield from hours_told(plan, template, state)
    yield from patients_told(plan, template, state)
    yield from (action_sentences(one) for one in actions_of(plan))
    yield from (f"{one.says} {one.todo}" for one in xrays(plan, template, state, TODAY))
    yield from (event.words for event in events_of(plan, template))
    yield from (one.words for one in changes(Plan(), plan, template))


def test_nothing_that_is_told_of_the_example_is_in_english(file: PlanFile) -> None:
    plan = file.plan.answering("SEL-02", "value", "asked in passing")
    plan = plan.answering("INC-06", "value", "all, no plan").without("INC-10")
    # What was accepted is kept in English in every plan, so that it is known in any language.
    plan = plan.without_entry("accepted", "SEL-03R")
    told = [line for line in said(file, plan) if "Management" not in line]
    assert len(told) > 100
    wrong = [line for line in told if any(word in f" {line} " for word in ENGLISH)]
    assert wrong == []
    assert any("1,3 mangler" in line for line in told)
    assert any("11. januar 2027" in line for line in told)


def test_a_label_that_says_no_is_not_said_to_say_no_twice(file: PlanFile) -> None:
    words = {
        key: offered(item, FormField(FieldRef(key, "value"), item.parts["value"]))[NO]
        for key, item in file.template.items.items()
        if "value" in item.parts and item.parts["value"].kind == "ynp"
    }
    assert words["SEL-01"] == "Ingenting er skrevet ennå"
    assert words["CAP-05"] == "Nei, det går ikke opp"
    assert words["GOAL-09"] == "Nei"


def test_the_plans_own_tables_change_their_words_and_not_their_keys() -> None:
    english = {name: (table.title, list(table.parts)) for name, table in TABLES.items()}
    speak_in("nb")
    for name, table in TABLES.items():
        assert table.title != english[name][0]
        assert list(table.parts) == english[name][1]
    assert ACTIONS.parts["state"].options["dropped"] == "Utgått"
    assert ACTIONS.parts["actor"].label == "Hvem gjør det"
    speak_in("en")
    assert ACTIONS.parts["actor"].label == "Who does it"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("ja", "yes"), ("Delvis", "partly"), ("nei", NO), ("ingen", NO), ("vet ikke", "not sure")],
)
@pytest.mark.parametrize("language", ["en", "nb"])
def test_norwegian_words_typed_or_written_into_a_file_are_understood(
    typed: str, kept: str, language: str
) -> None:
    speak_in(language)
    part = Part(kind="ynp", options={})
    assert validate(part, typed) == kept
    assert standing_word(typed) == kept
    assert isinstance(validate(Part(kind="choice", options={"one": "One"}), "ja"), InvalidValue)
    assert standing_word("ikke aktuelt") == "not applicable"
