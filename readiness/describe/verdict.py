"""How a plan stands, in one counted sentence: the same on the map, the cover and the web.

It counts what is raised by written rules and decides nothing: no score, and no advice to start.
"""

from __future__ import annotations

from datetime import date

from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import DONE, DROPPED
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import Review
from readiness.domain.schedule.actions import Action, actions_for
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import date_words, first_up


def open_red(state: Review) -> tuple[Flag, ...]:
    """The red flags that nobody answers for: what is not yet in place."""
    return tuple(one for one in state.flags if one.severity == "red" and not one.is_accepted)


def accepted_red(state: Review) -> tuple[Flag, ...]:
    """The red flags that someone answers for, with a reason."""
    return tuple(one for one in state.flags if one.severity == "red" and one.is_accepted)


def amber(state: Review) -> tuple[Flag, ...]:
    """The amber flags, accepted ones among them."""
    return tuple(one for one in state.flags if one.severity == "amber")


def action_of_flag(flag: Flag, plan: Plan) -> Action | None:
    """The action that is to close a flag: the next one to do, else one that is done; or None."""
    taken = [one for one in actions_for(plan, flag.item) if one.state != DROPPED]
    return next(iter(taken), None)


def verdict(plan: Plan, state: Review, today: date) -> str:
    """How many things are not yet in place; where none is, what is still open. No full stop.

    While more is open than answered, how much is open stands where the start does later: a few red
    flags would read as if all else were in place.
    """
    red, some = len(open_red(state)), len(amber(state))
    return verdict_of(red, some, (state.answered, state.asked), plan.start, today)


def verdict_of(
    red: int, some: int, answered: tuple[int, int], start: date | None, today: date
) -> str:
    """How a plan stands in one sentence, from counts alone: for a plan that is not open.

    `red` counts red flags that nobody answers for, `some` amber flags, and `answered` holds how
    many questions are answered and how many are asked. No full stop.
    """
    left = answered[1] - answered[0]
    if not red:
        return _no_red(some, answered)
    words = n_("{N} thing is not yet in place", "{N} things are not yet in place", red)
    said = words.format(N=first_up(count_words(red)))
    if left > answered[0]:
        words = n_(
            "{things}; {n} question is not answered yet",
            "{things}; {n} questions are not answered yet",
            left,
        )
        return words.format(things=said, n=left)
    if start is None or start <= today:
        return said
    return _("{things} for a start on {day}").format(things=said, day=date_words(start))


def _no_red(some: int, answered: tuple[int, int]) -> str:
    left = answered[1] - answered[0]
    if not answered[0]:
        return _("Nothing is answered yet")
    if left:
        words = n_(
            "No red flag is open; {n} question is not answered yet",
            "No red flag is open; {n} questions are not answered yet",
            left,
        )
        return words.format(n=count_words(left, is_neuter=True))
    if not some:
        return _("No flag is open")
    words = n_("No red flag is open; {n} amber is", "No red flag is open; {n} amber are", some)
    return words.format(n=count_words(some, is_neuter=True))


def flags_counted_told(state: Review) -> str:
    """How many red flags are open and how many are accepted, in a sentence; empty without one."""
    red, accepted = len(open_red(state)), len(accepted_red(state))
    if not red and not accepted:
        return ""
    number = first_up(count_words(red, is_neuter=True))
    said = n_("{N} red flag is open", "{N} red flags are open", red).format(N=number)
    if not accepted:
        return f"{said}."
    words = n_("{said} and {n} is accepted.", "{said} and {n} are accepted.", accepted)
    return words.format(said=said, n=count_words(accepted, is_neuter=True))


def progress_told(plan: Plan, state: Review) -> str:
    """What is done about the open red flags, counted, and how many amber ones remain."""
    found = [action_of_flag(flag, plan) for flag in open_red(state)]
    dated = sum(one is not None and bool(one.when or one.state == DONE) for one in found)
    undated = sum(one is not None for one in found) - dated
    none = len(found) - dated - undated
    pieces = []
    if dated:
        words = n_("{n} has an action with a date", "{n} have an action with a date", dated)
        pieces.append(words.format(n=count_words(dated)))
    if undated:
        words = n_("{n} an action without a date", "{n} an action without a date", undated)
        if not pieces:
            words = n_(
                "{n} has an action without a date", "{n} have an action without a date", undated
            )
        pieces.append(words.format(n=count_words(undated)))
    if none:
        words = n_("{n} has no action", "{n} have no action", none)
        pieces.append(words.format(n=count_words(none)))
    said = f"{first_up(', '.join(pieces))}." if pieces else ""
    return " ".join(filter(None, (said, _amber_told(plan, state))))


def _amber_told(plan: Plan, state: Review) -> str:
    some = amber(state)
    if not some:
        return ""
    number = first_up(count_words(len(some), is_neuter=True))
    bare = sum(action_of_flag(one, plan) is None for one in some)
    words = n_("{N} amber flag remains", "{N} amber flags remain", len(some)).format(N=number)
    if not bare:
        return f"{words}."
    rest = n_("{words}; {n} has no action.", "{words}; {n} have no action.", bare)
    return rest.format(words=words, n=count_words(bare, is_neuter=True))
