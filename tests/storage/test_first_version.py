"""Every plan that was made with version 1.0 of the templates opens with no new problem."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.rules.review import review
from readiness.storage.example import worked_example
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.strategies import examples

pytestmark = pytest.mark.no_cover

DATA = Path(__file__).parent.parent / "data"
FIELDS = tomllib.loads((DATA / "templates" / "fields-1.0.toml").read_text("utf-8"))
NUMBERS = tomllib.loads((DATA / "templates" / "imr-1.0.toml").read_text("utf-8"))["numbers"]
STANDING = ("yes", "partly", "no", "not sure")
TODAY = date(2026, 11, 24)


def _values(field: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """What a field took in version 1.0."""
    kind, options = field["kind"], field.get("options", [])
    days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
    own: dict[str, st.SearchStrategy[Any]] = {
        "number": st.integers(field.get("low", 0), field.get("high", 100)),
        "date": days,
        "dates": st.lists(days, max_size=3),
        "text": st.sampled_from(["AB", "the leader, 3 of 4", "no."]),
        "choices": st.lists(st.sampled_from(options or [""]), unique=True),
    }
    words = [*options, *(("yes", "partly") if kind == "ynp" else ()), "no", "not sure"]
    return (
        st.one_of(own[kind], st.sampled_from(["no", "not sure"]))
        if kind in own
        else (st.sampled_from(words))
    )


def _some(fields: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={n: _values(one) for n, one in fields.items()})


def _answers(item: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    rows = item.get("row_parts")
    if not rows:
        return _some(item.get("parts", {}))
    many = st.dictionaries(st.sampled_from(["1", "2"]), _some(rows), min_size=1)
    return st.builds(lambda own, two: {**own, "rows": two}, _some(item.get("parts", {})), many)


def _plans() -> st.SearchStrategy[dict[str, Any]]:
    people = {n: p for item in FIELDS.values() for n, p in item.get("person_parts", {}).items()}
    answered = {
        key: _answers(item)
        for key, item in FIELDS.items()
        if item.get("parts") or item.get("row_parts")
    }
    return st.fixed_dictionaries(
        {
            "format": st.just(1),
            "template": st.sampled_from(["imr", "five_areas"]),
            "template_version": st.just("1.0"),
            "start": st.just(date(2027, 1, 11)),
            "people": st.dictionaries(st.sampled_from(["AB", "CD"]), _some(people)),
            "answers": st.fixed_dictionaries({}, optional=answered),
        }
    )


def _open(raw: Mapping[str, Any], folder: Path) -> PlanFile:
    path = folder / "plan.toml"
    path.write_text(tomlkit.dumps(raw), "utf-8")
    return PlanFile.open(path, Library())


@examples(1)
@given(raw=_plans())
def test_any_plan_of_the_first_version_is_understood_whole(
    raw: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = _open(raw, tmp_path_factory.mktemp("first"))
    assert [one.words() for one in file.problems] == []
    review(file.template, file.plan, TODAY)


def _each() -> Iterator[tuple[str, str, str]]:
    for key, item in FIELDS.items():
        for table in ("parts", "row_parts", "person_parts"):
            for name, field in item.get(table, {}).items():
                words = (*field.get("options", ()), *(STANDING if field["kind"] == "ynp" else ()))
                for word in words:
                    yield key, f"{table}.{name}", word


@pytest.mark.parametrize("template", ["imr", "five_areas"])
def test_each_word_that_a_question_took_is_still_read(template: str, tmp_path: Path) -> None:
    wrong = []
    for key, field, word in _each():
        table, name = field.split(".")
        value = [word] if FIELDS[key][table][name]["kind"] == "choices" else word
        raw: dict[str, Any] = {"format": 1, "template": template, "template_version": "1.0"}
        if table == "person_parts":
            raw["people"] = {"AB": {name: value}}
        elif table == "row_parts":
            raw["answers"] = {key: {"rows": {"1": {name: value}}}}
        else:
            raw["answers"] = {key: {name: value}}
        wrong += [one.words() for one in _open(raw, tmp_path).problems]
    assert wrong == []


def test_own_numbers_of_the_first_version_are_still_reckoned_with(tmp_path: Path) -> None:
    own = {name: 1 for name, value in NUMBERS.items() if not isinstance(value, list)}
    for template in ("imr", "five_areas"):
        raw = {"format": 1, "template": template, "template_version": "1.0", "assumptions": own}
        file = _open(raw, tmp_path)
        assert list(file.problems) == []
        assert dict(file.plan.assumptions) == own


@pytest.mark.parametrize("path", [*DATA.glob("services/*.toml"), *DATA.glob("plans/*.toml")])
def test_the_plans_that_are_kept_for_tests_open_without_a_problem(path: Path) -> None:
    assert list(PlanFile.open(path, Library()).problems) == []


def test_the_worked_example_is_of_the_version_that_ships() -> None:
    template, plan = worked_example(Library())
    assert plan.template_version == template.version == "2.0"


def test_a_plan_of_any_practice_is_told_once_what_it_lost(tmp_path: Path) -> None:
    raw = {"format": 1, "template": "five_areas", "template_version": "1.0"}
    file = _open(raw, tmp_path)
    assert "how many say yes" in " ".join(file.news)
    session = Session.open(file.path, Library(), lambda: TODAY)
    session.set(FieldRef(item="SEL-01", part="value"), "yes")
    session.save()
    assert PlanFile.open(file.path, Library()).news == ()
    imr = _open({**raw, "template": "imr"}, tmp_path)
    assert imr.news == ()
