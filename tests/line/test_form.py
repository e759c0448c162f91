"""The short form in the plain conversation."""

from pathlib import Path

from readiness.storage.templates import Library
from tests.line.conversation import converse, empty, plan_at

TEMPLATE = Library().load("imr")
BRIEF = [key for key, item in TEMPLATE.items.items() if item.brief]
OTHER = next(key for key in TEMPLATE.items if key not in BRIEF)


def asked(said: str) -> list[str]:
    """The questions that were put, in order."""
    return [
        words.split(", ")[2].split(":")[0]
        for words in said.splitlines()
        if ", question " in words or ", not asked in " in words
    ]


def test_a_new_plan_can_be_made_with_the_short_form(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    code, said = converse(path, ["short", "Ours", "", "", "", *["/next"] * 30])
    assert code == 0
    assert plan_at(path).form == "short"
    assert asked(said) == BRIEF
    assert f"0 of {len(BRIEF)} questions answered (short form)" in said


def test_it_is_switched_at_any_question_and_nothing_is_lost(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    _, said = converse(path, [f"go {OTHER}", "note", "Mine", ".", "/short", "quit"])
    assert plan_at(path).form == "short"
    assert plan_at(path).answer(OTHER).note == "Mine"
    assert f"0 of {len(BRIEF) + 1} questions answered (short form)" in said
    _, said = converse(path, ["full", "undo", "redo", "list", "quit"])
    assert "Full form: all 51 questions. Every answer stays." in said
    assert "Undone: Form of the checklists: full became short." in said
    assert plan_at(path).form == "full"


def test_lists_say_what_was_not_asked(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    _, said = converse(path, ["short", "list", "list unanswered", "list all", "quit"])
    assert "were not asked in the short form and are never ready" in said
    assert f"{OTHER}, not asked: " in said
    assert f"{len(BRIEF)} questions.\n" in said


def test_a_question_beyond_the_short_form_can_still_be_gone_to(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    area = list(TEMPLATE.areas).index(TEMPLATE.items[OTHER].area) + 1
    _, said = converse(path, ["short", f"go {OTHER}", "next", "back", f"go {area}", "quit"])
    places = asked(said)
    assert places[1] == OTHER
    assert f"not asked in the short form, {OTHER}" in said
    assert places[2] in BRIEF
    assert places[-1] == next(
        k for k in BRIEF if TEMPLATE.items[k].area == list(TEMPLATE.areas)[area - 1]
    )
