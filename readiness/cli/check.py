"""Check a plan and say what will go wrong."""

from __future__ import annotations

import argparse
import gc
from datetime import date
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_flag, add_json, add_plan, add_today
from readiness.cli.check_plan import print_rest, rest_as_json
from readiness.cli.output import hand_over_json, say, tell, tell_problems, width, wrapped
from readiness.describe.after_start import (
    begun_line,
    due_line,
    not_begun,
    promise_line,
    standing_details,
    standing_line,
    standing_sign,
)
from readiness.describe.checklist_form import form_told
from readiness.describe.flag import flag_details, sign
from readiness.describe.trend import trend_lines
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.domain.checklist.template import Template
    from readiness.domain.followup.case import Standing
    from readiness.domain.plan.plan import Plan
    from readiness.domain.rules.flags import Flag
    from readiness.domain.rules.review import AreaReview, ItemReview, Review
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.problems import Problem

DESCRIPTION = N_("""\
Check a plan and say what will go wrong.

Look a plan over: the areas, every flag with its numbers, why it matters, its
source and what to do, and what is open or unanswered. Counts are counts of
answers; there is no overall score. The file is never changed.""")
EXAMPLE = N_("""\
signs:  + ready   ~ partly   o open   . unanswered   - not applicable
        ! red flag   ^ amber flag   _ not asked in the short form

Open means answered, and not in place (no, not sure, not enough). Unanswered
means that nothing was said yet. The JSON uses the same words.

examples:  readiness check plan.toml
           readiness check plan.toml --json > state.json
           readiness check plan.toml --after --today 2027-08-16

exit codes: 0 no red flag, 1 red flags or, after the start, red off plan,
2 the file (or a part of it) cannot be read; what could be read is shown""")


OURS = ("inputs", "is_personal", "numbers")
"""What a flag holds for the program itself, or is written in another shape."""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness check`."""
    add_plan(parser)
    add_json(parser)
    part = parser.add_mutually_exclusive_group()
    before, after = _("print only what was planned"), _("print only what happened after the start")
    add_flag(part, "--before", before)
    add_flag(part, "--after", after)
    add_today(parser)


def run(args: argparse.Namespace) -> int:
    """Print how the plan stands; returns the exit code."""
    # Next to nothing becomes rubbish on this short way; looking for it would take a tenth of it.
    gc.disable()
    try:
        return _check(args)
    finally:
        gc.enable()


def _check(args: argparse.Namespace) -> int:
    from readiness.domain.rules.review import review
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.problems import UnreadablePlan
    from readiness.storage.templates import Library

    try:
        file = PlanFile.open(args.file, Library())
    except UnreadablePlan as unreadable:
        if args.json:
            hand_over_json(_nothing_read(unreadable.problems))
        raise
    today = args.today or date.today()
    state = review(file.template, file.plan, today)
    if args.json:
        hand_over_json(as_json(file, state, today))
    else:
        if not args.after:
            _print(file.template, state)
            print_rest(file.plan, file.template, state, today)
        if not args.before:
            print_course(file.plan, file.template, today, is_alone=args.after)
    for words in file.news:
        tell(words)
    if tell_problems(file.problems):
        return 2
    is_red = not args.after and any(flag.severity == "red" for flag in state.flags)
    is_off = not args.before and is_off_plan(file.plan, file.template, today)
    return 1 if is_red or is_off else 0


def as_json(file: PlanFile, state: Review, today: date) -> dict[str, object]:
    """The plan's state as `check --json` prints it: areas, questions, flags and problems."""
    areas = [
        {"id": one.id, **_states(one), "answered": one.answered, "asked": one.asked}
        for one in state.areas.values()
    ]
    items = [
        {"id": one.id, **_states(one), "answered": one.answered, "asked": one.is_asked}
        for one in state.items.values()
    ]
    return {
        "format": 1,
        "template": {"id": file.template.id, "version": file.template.version},
        "form": state.form,
        "areas": areas,
        "items": items,
        "flags": [_flag_json(flag) for flag in state.flags],
        **rest_as_json(file.plan, file.template, state, today),
        "after_start": course_as_json(file.plan, file.template, today),
        "problems": [problem.model_dump() for problem in file.problems],
    }


def _states(one: ItemReview | AreaReview) -> dict[str, object]:
    from readiness.describe.state import state_of, told_status

    return {"status": told_status(one), "state": state_of(one)}


def _nothing_read(problems: list[Problem]) -> dict[str, object]:
    """The same shape for a file of which nothing could be read."""
    told = [problem.model_dump() for problem in problems]
    empty: dict[str, object] = {"areas": [], "items": [], "flags": []}
    return {"format": 1, "template": None, **empty, "problems": told}


def _flag_json(flag: Flag) -> dict[str, object]:
    inputs = [{"name": one.name, "value": one.words} for one in flag.inputs]
    whole = {**flag.model_dump(exclude=OURS), "inputs": inputs}
    whole["sources"], whole["defaults"] = list(flag.sources), list(flag.defaults)
    return whole


def _print(template: Template, state: Review) -> None:
    from readiness.describe.state import sign_of, word_of

    fits = width() >= 60  # noqa: PLR2004 - columns that the table below takes
    form = form_told(state)
    if form:
        say(f"{wrapped(form)}\n")
    for key, area in state.areas.items():
        title = template.areas[key].title
        count = _("{n} of {all} answered").format(n=area.answered, all=area.asked)
        if fits:
            say(f"{sign_of(area)} {title:<24} {word_of(area):<14} {count}")
        else:
            say(wrapped(f"{title}: {word_of(area)}, {count}", f"{sign_of(area)} ", "  "))
    for severity, title in (("red", _("Red flags")), ("amber", _("Amber flags"))):
        flags = [flag for flag in state.flags if flag.severity == severity]
        if flags:
            say(f"\n{title}")
        for flag in flags:
            _print_flag(flag, template)
    is_open = [key for key, item in state.items.items() if _is_open(item)]
    _print_questions(_("Open or unanswered"), is_open, template, state)
    _print_questions(_("Not asked in the short form"), state.left_out, template, state)


def _is_open(item: ItemReview) -> bool:
    return item.is_asked and item.status == "open" and item.flag is None


def _print_questions(title: str, keys: list[str], template: Template, state: Review) -> None:
    from readiness.describe.state import sign_of

    if keys:
        say(f"\n{title}")
    for key in keys:
        sign = sign_of(state.items[key])
        say(wrapped(template.items[key].question, f"  {sign} {key:<9} ", " " * 14))


def _print_flag(flag: Flag, template: Template) -> None:
    say(wrapped(flag.says, f"{sign(flag)} {flag.id:<10} ", " " * 13))
    for one in flag_details(flag, template):
        say(wrapped(one.line, " " * 13, " " * 15))


_FIRST = ("red", "amber", "not recorded", "too few", "on plan")
"""The states that are told, in their order; what is not due yet is left out."""


def is_off_plan(plan: Plan, template: Template, today: date) -> bool:
    """Whether anything is off plan and red, and nobody answers for it."""
    from readiness.domain.followup.course import course_of

    return any(
        one.state == "red" and not (one.acceptance and one.acceptance.still_holds)
        for one in course_of(plan, template, today)
    )


def print_course(plan: Plan, template: Template, today: date, *, is_alone: bool) -> None:
    """Print what happened after the start; nothing before it, unless only that was asked for."""
    from readiness.domain.followup.agenda import due_of
    from readiness.domain.followup.case import case_of
    from readiness.domain.followup.course import course_of
    from readiness.domain.followup.day_one import trend_of
    from readiness.domain.followup.due import grouped
    from readiness.domain.followup.promises import promises

    case = case_of(plan, template, today)
    if case is None:
        if is_alone:
            say(wrapped(not_begun()))
        return
    say(wrapped(begun_line(case), "" if is_alone else "\n"))
    for one in sorted(course_of(plan, template, today), key=_rank):
        if one.state in _FIRST:
            say(wrapped(standing_line(one), f"{standing_sign(one)} {one.id:<7} ", " " * 10))
        for words in standing_details(one, template):
            say(wrapped(words, " " * 10, " " * 12))
    for title, lines in (
        (_("Due"), [due_line(one, many) for one, many in grouped(due_of(plan, template, today))]),
        (_("Promises of the first day"), [promise_line(one) for one in promises(case)]),
        (_("What changed"), list(trend_lines(trend_of(plan, template, today), is_change=True))),
    ):
        if lines:
            say(f"\n{title}")
        for words in lines:
            say(wrapped(words, "  ", "    "))


def _rank(one: Standing) -> int:
    return _FIRST.index(one.state) if one.state in _FIRST else len(_FIRST)


def course_as_json(plan: Plan, template: Template, today: date) -> dict[str, object] | None:
    """What happened after the start as `check --json` prints it; None before the start."""
    from readiness.domain.followup.case import case_of
    from readiness.domain.followup.course import course_of
    from readiness.domain.followup.day_one import trend_of
    from readiness.domain.followup.promises import promises

    case = case_of(plan, template, today)
    if case is None:
        return None
    return {
        "standings": [
            {
                **one.model_dump(exclude=("acceptance",)),
                "accepted": bool(one.acceptance and one.acceptance.still_holds),
            }
            for one in course_of(plan, template, today)
        ],
        "promises": [one.model_dump() for one in promises(case)],
        "trend": trend_of(plan, template, today).model_dump(),
    }
