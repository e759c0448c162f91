"""A person edits the file by hand while the program edits it: both stand in it in the end."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.app.keeper import Keeper
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

pytestmark = pytest.mark.no_cover

LIBRARY = Library()
ITEMS = ["SEL-02", "INC-01", "GOAL-08", "MON-09"]
WORDS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=8)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["hand", "program", "comment", "key"]), st.sampled_from(ITEMS), WORDS
    ),
    min_size=1,
    max_size=12,
)


@given(STEPS)
def test_edits_by_hand_and_by_the_program_interleave(
    tmp_path_factory: object, steps: list[tuple[str, str, str]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("plan")  # type: ignore[attr-defined]
    path = folder / "plan.toml"
    PlanFile.create(path, Plan(template="imr"), LIBRARY.load("imr"))
    session = Session.open(path, LIBRARY)
    keeper = Keeper(session, folder / "state", lambda: datetime(2026, 11, 24, 14, 2))  # noqa: DTZ001
    answers: dict[tuple[str, str], str] = {}
    kept: list[str] = []
    for number, (who, item, words) in enumerate(steps):
        if who == "program":
            session.set(FieldRef(item, NOTE), words)
            answers[item, "note"] = words
        elif who == "hand":
            _write_person(path, f"P{number}", words)
            answers[f"P{number}", "role"] = words
        else:
            kept.append(f"# {words} {number}" if who == "comment" else f"mine{number} = '{words}'")
            path.write_text(f"{kept[-1]}\n{path.read_text()}")
        assert keeper.save().trouble == ""
        assert keeper.save().trouble == ""
    plan = PlanFile.open(path, LIBRARY).plan
    assert session.plan == plan
    assert keeper.conflicts == ()
    for (key, field), words in answers.items():
        found = plan.people[key].role if field == "role" else plan.answer(key).note
        assert found == words
    for line in kept:
        assert line in path.read_text().splitlines()


def _write_person(path: Path, who: str, role: str) -> None:
    path.write_text(f"{path.read_text()}\n[people.{who}]\nrole = '{role}'\n")
