"""A plan is made, opened and described in one way, whoever asks for it."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.keeper import Keeper
from readiness.app.operations.answers import not_applicable
from readiness.app.operations.language import languages
from readiness.app.operations.new_plan import (
    NewPlan,
    checklists,
    chosen_template,
    is_taken,
    is_template,
    make_plan,
)
from readiness.app.operations.open_plan import (
    example_copy,
    is_plan_there,
    news_of,
    open_plan,
    plans_of,
    templates,
)
from readiness.app.operations.particulars import set_particulars, use_form
from readiness.app.operations.people import rename_person
from readiness.app.operations.versions import recover, recoverable, redo, throw_away, undo
from readiness.app.session import Session
from readiness.domain.checklist.template import FULL, SHORT
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.particulars import typed_particular
from readiness.storage.recovery import Recovery
from readiness.storage.templates import shipped_folder

TODAY = date(2026, 11, 24)
START = date(2027, 1, 11)


def test_a_plan_is_made_with_what_was_said_of_it_and_opened(tmp_path: Path) -> None:
    new = NewPlan(tmp_path / "mine.toml", "imr", "IMR", "North", START, SHORT)
    assert not is_taken(new.path)
    assert make_plan(new, templates()) == ""
    assert new.said == "mine.toml is made."
    session = open_plan(new.path, templates())
    assert isinstance(session, Session)
    plan = session.plan
    assert (plan.template, plan.plan, plan.service) == ("imr", "IMR", "North")
    assert (plan.start, plan.form) == (START, SHORT)
    assert news_of(session) == []
    before = new.path.read_bytes()
    assert "mine.toml" in make_plan(new, templates())
    assert new.path.read_bytes() == before


def test_a_template_by_its_path_is_found_again_from_the_plan(tmp_path: Path) -> None:
    own = tmp_path / "own" / "mine.toml"
    own.parent.mkdir()
    own.write_text((shipped_folder() / "imr" / "template.toml").read_text("utf-8"), "utf-8")
    new = NewPlan(tmp_path / "plan.toml", str(own))
    assert make_plan(new, templates()) == ""
    session = open_plan(new.path, templates())
    assert isinstance(session, Session)
    assert session.plan.template == "own/mine.toml"


def test_why_no_plan_can_be_made_or_opened_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "no" / "plan.toml"
    assert make_plan(NewPlan(gone), templates()) == f"There is no folder {gone.parent}."
    assert open_plan(gone, templates()) == f"There is no file {gone}."
    broken = tmp_path / "broken.toml"
    broken.write_text("format = [", "utf-8")
    assert is_plan_there(broken)
    assert "broken.toml" in str(open_plan(broken, templates()))
    assert "nosuch" in make_plan(NewPlan(tmp_path / "x.toml", "nosuch"), templates())
    device = tmp_path / "aux.toml"
    device.write_text((shipped_folder() / "imr" / "template.toml").read_text("utf-8"), "utf-8")
    said = make_plan(NewPlan(tmp_path / "x.toml", str(device)), templates())
    assert "names a drive, a device or another computer" in said
    assert not is_taken(tmp_path / "x.toml")


def test_a_template_on_another_drive_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "mine.toml"
    own.write_text((shipped_folder() / "imr" / "template.toml").read_text("utf-8"), "utf-8")

    def none(_path: object, _start: object) -> str:
        raise ValueError  # as Windows does

    monkeypatch.setattr("os.path.relpath", none)
    assert "is a whole path" in make_plan(NewPlan(tmp_path / "x.toml", str(own)), templates())


def test_templates_and_languages_are_offered_by_name() -> None:
    assert "imr" in checklists(templates())
    assert languages()["en"] == "English"
    assert is_template(templates(), "imr")
    assert not is_template(templates(), "nosuch")
    found = chosen_template(templates(), "imr")
    assert not isinstance(found, str)
    assert "nosuch" in str(chosen_template(templates(), "nosuch"))
    assert example_copy().name == "example.toml"


def test_particulars_are_read_as_people_type_them() -> None:
    def read(name: str, text: str) -> object:
        return typed_particular(name, text, TODAY)

    assert read("plan", " IMR ") == "IMR"
    assert read("start", "11 jan 2027") == START
    assert read("start", "") is None
    assert read("months", "18") == 18
    for name, text in (
        ("start", "soon"),
        ("start", "2500-01-01"),
        ("months", "0"),
        ("months", "61"),
        ("months", "1.5"),
        ("months", ""),
    ):
        assert isinstance(read(name, text), InvalidValue), (name, text)


def test_particulars_and_the_form_are_changed_as_one_step_back_each(session: Session) -> None:
    effect = set_particulars(session, {"service": "South", "months": 18})
    assert effect.said == "Understood: Service: South, Length in months: 18."
    assert use_form(session, SHORT).said.startswith("Short form: ")
    assert session.undo()
    assert session.undo()
    bare = session.template.model_copy(
        update={
            "items": {
                key: item.model_copy(update={"brief": False})
                for key, item in session.template.items.items()
            }
        }
    )
    session.file.template = bare
    refused = use_form(session, SHORT)
    assert refused.said == "These checklists have no short form: every question is asked."
    assert session.plan.form == FULL


def test_a_question_is_left_out_only_with_a_reason(session: Session) -> None:
    refused = not_applicable(session, "INC-10", " ")
    assert refused.said == "Without a reason INC-10 stays open."
    effect = not_applicable(session, "INC-10", "no beds here")
    assert effect.said == "INC-10 does not apply: no beds here"
    assert session.undo()


def test_work_found_again_is_brought_back_or_thrown_away(session: Session, tmp_path: Path) -> None:
    keeper = Keeper(session, tmp_path / "state", lambda: session.now)
    earlier = Recovery(tmp_path / "state", session.path)
    before = session.plan
    set_particulars(session, {"service": "South"})
    changed = session.plan
    earlier.keep(before, changed, session.now)
    session.take(before)
    session.save()
    (kept,) = recoverable(keeper)
    effect = recover(keeper, kept)
    assert effect.said == "Brought back."
    assert effect.saved is not None
    assert session.plan.service == "South"
    earlier.keep(session.plan, before, session.now)
    (kept,) = recoverable(keeper)
    assert throw_away(keeper, kept).said == "Thrown away."
    assert recoverable(keeper) == []
    earlier.keep(before, session.plan, session.now)  # all of it stands in the plan already
    assert recoverable(keeper) == []
    assert not list((tmp_path / "state").rglob("*.json"))


def test_a_step_back_says_what_it_changed_and_that_there_is_none(session: Session) -> None:
    assert undo(session).said == "Nothing to undo."
    assert redo(session).said == "Nothing to redo."
    before = session.plan
    set_particulars(session, {"service": "South"})
    effect = undo(session)
    assert effect.said.startswith("Undone: Service: South became ")
    assert session.plan == before
    assert redo(session).said.startswith("Done again: Service: ")
    assert session.plan.service == "South"


def test_a_name_that_is_taken_back_is_told_as_a_name(session: Session) -> None:
    first = next(iter(session.plan.people))
    rename_person(session, first, "ZZ")
    assert undo(session).said == f"Undone: ZZ is now {first}."
    assert redo(session).said == f"Done again: {first} is now ZZ."


def test_undo_goes_past_typing_that_ended_where_it_began(session: Session) -> None:
    before = session.plan
    session.set(FieldRef("SEL-01", "value"), "no")
    note = FieldRef("SEL-02", "note")
    held = session.plan.value(note)
    session.set(note, "ask")
    session.set(note, held)
    assert undo(session).is_done
    assert session.plan == before


def test_a_folder_lists_its_plans_whatever_else_lies_there(session: Session) -> None:
    folder = session.path.parent
    (folder / "a.toml").mkdir()
    (folder / "b.toml").write_text("# Ours\nformat = 1\ntemplate = 'imr'\n", "utf-8")
    (folder / "template.toml").write_text("format = 1\ntitle = 'template'\n", "utf-8")
    assert plans_of(folder) == [folder / "b.toml", session.path]
    assert plans_of(folder / "none") == []
