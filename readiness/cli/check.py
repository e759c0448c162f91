"""Check a plan and say what will go wrong."""

from __future__ import annotations

import argparse
import gc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.check_plan import print_rest, rest_as_json
from readiness.cli.spoken import say, tell, width, wrapped
from readiness.core.told.telling import flag_told

if TYPE_CHECKING:
    from readiness.core.asked.template import Template
    from readiness.core.judged.flags import Flag
    from readiness.core.judged.review import Review
    from readiness.files.planfile import PlanFile
    from readiness.files.problems import Problem

DESCRIPTION = """\
Look a plan over: the five areas, every flag with its numbers, why it matters,
its source and what to do, and what is still open. Counts are counts of
answers; there is no overall score. The file is never changed."""
EXAMPLE = """\
signs:  + ready   ~ partly   o open   . unanswered   - not applicable
        ! red flag   ^ amber flag

examples:  readiness check plan.toml
           readiness check plan.toml --json > state.json

exit codes: 0 no red flag, 1 red flags, 2 the file (or a part of it) cannot be
read; what could be read is shown"""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help="the plan")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(said: argparse.Namespace) -> int:
    """Print the plan's state."""
    # Next to nothing becomes rubbish on this short way; looking for it would take a tenth of it.
    gc.disable()
    try:
        return _check(said)
    finally:
        gc.enable()


def _check(said: argparse.Namespace) -> int:
    from readiness.core.judged.review import review
    from readiness.files.planfile import PlanFile
    from readiness.files.problems import UnreadablePlan
    from readiness.files.templates import Library

    try:
        file = PlanFile.open(said.file, Library())
    except UnreadablePlan as unreadable:
        if said.json:
            _print_json(_nothing_read(unreadable.problems))
        raise
    today = date.today()
    state = review(file.template, file.plan, today)
    if said.json:
        _print_json(as_json(file, state, today))
    else:
        _print(file.template, state)
        print_rest(file.plan, file.template, state, today)
    for problem in file.problems:
        tell(problem.words())
    if any(problem.severity == "error" for problem in file.problems):
        return 2
    return 1 if any(flag.severity == "red" for flag in state.flags) else 0


def as_json(file: PlanFile, state: Review, today: date) -> dict[str, object]:
    """The plan's state for programs."""
    areas = [
        {"id": one.id, "status": one.status, "answered": one.answered, "asked": one.asked}
        for one in state.areas.values()
    ]
    items = [
        {"id": one.id, "status": one.status, "answered": one.answered}
        for one in state.items.values()
    ]
    return {
        "format": 1,
        "template": {"id": file.template.id, "version": file.template.version},
        "areas": areas,
        "items": items,
        "flags": [_flag_json(flag) for flag in state.flags],
        **rest_as_json(file.plan, file.template, state, today),
        "problems": [problem.model_dump() for problem in file.problems],
    }


def _nothing_read(problems: list[Problem]) -> dict[str, object]:
    """The same shape for a file of which nothing could be read."""
    told = [problem.model_dump() for problem in problems]
    empty: dict[str, object] = {"areas": [], "items": [], "flags": []}
    return {"format": 1, "template": None, **empty, "problems": told}


def _print_json(whole: dict[str, object]) -> None:
    import json

    print(json.dumps(whole, indent=2))  # noqa: T201 - ASCII by construction


def _flag_json(flag: Flag) -> dict[str, object]:
    inputs = [{"name": one.name, "value": one.words} for one in flag.inputs]
    whole = {**flag.model_dump(exclude={"inputs"}), "inputs": inputs}
    whole["sources"], whole["defaults"] = list(flag.sources), list(flag.defaults)
    return whole


def _print(template: Template, state: Review) -> None:
    from readiness.core.judged.review import sign_of, word_of

    fits = width() >= 60  # noqa: PLR2004 - columns that the table below takes
    for key, area in state.areas.items():
        title, count = template.areas[key].title, f"{area.answered} of {area.asked} answered"
        if fits:
            say(f"{sign_of(area)} {title:<24} {word_of(area):<14} {count}")
        else:
            say(wrapped(f"{title}: {word_of(area)}, {count}", f"{sign_of(area)} ", "  "))
    for severity, title in (("red", "Red flags"), ("amber", "Amber flags")):
        flags = [flag for flag in state.flags if flag.severity == severity]
        if flags:
            say(f"\n{title}")
        for flag in flags:
            _print_flag(flag, template)
    left = [key for key, item in state.items.items() if item.status == "open" and item.flag is None]
    if left:
        say("\nStill open")
        for key in left:
            sign = sign_of(state.items[key])
            say(wrapped(template.items[key].question, f"  {sign} {key:<9} ", " " * 14))


def _print_flag(flag: Flag, template: Template) -> None:
    sign = "!" if flag.severity == "red" else "^"
    say(wrapped(flag.says, f"{sign} {flag.id:<10} ", " " * 13))
    for name, words in flag_told(flag, template):
        say(wrapped(words, f"    {name:<8} ", " " * 13))
