"""A new plan: the five questions that make it, and the way back among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.app.operations.new_plan import (
    USUAL_TEMPLATE,
    NewPlan,
    checklists,
    chosen_template,
    is_template,
    make_plan,
)
from readiness.describe import act
from readiness.domain.checklist.template import FULL, SHORT, Form
from readiness.domain.kinds.kind import excerpt
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.particulars import typed_particular
from readiness.i18n.language import N_, _
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import date_words, ended
from readiness.line.commands import command_of, unquoted
from readiness.line.console import SAYS_NO, SAYS_YES, Console, Leave

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import Templates

FORMS: dict[str, Form] = {
    **dict.fromkeys((*SAYS_YES, "full", "fullt"), FULL),
    **dict.fromkeys(("short", "kort"), SHORT),
}
"""What may be said to the first question."""

QUESTIONS = {
    "form": N_(
        "1 of 5. Make a new plan here? Type short for the short form (about 20 questions, half an "
        "hour), full for the full form (about 50 questions, an hour; our estimates), or no."
    ),
    "plan": N_("2 of 5. What is the plan called, such as IMR at Riverside?"),
    "service": N_("3 of 5. Which service is it for?"),
    "start": N_("4 of 5. First day with patients, such as 11 Jan 2027?"),
    "template": N_("5 of 5. Which template? {names}."),
}
ENTER = {
    "form": N_("Enter makes no plan:"),
    "plan": N_("Enter leaves it unanswered:"),
    "service": N_("Enter leaves it unanswered:"),
    "start": N_("Enter leaves it unanswered:"),
    "template": N_("Enter takes {usual}:"),
}
"""What Enter does at each question that was not answered before."""

HELP = {
    "form": N_(
        "Short and full make a plan file of this name; no makes nothing. "
        "The form can be changed at any time, and no answer is lost."
    ),
    "plan": N_("The name stands on the plan and its document. It can be changed later."),
    "service": N_("The clinic, team or district that starts. It can be changed later."),
    "start": N_("Hours and dates are reckoned from this day. It can be changed later."),
    "template": N_(
        "A template holds the questions. Type its number, its id, or the path of a .toml file."
    ),
}
WAYS = N_("Type back for the question before this one, quit to leave without a plan.")


@dataclass
class _NewPlan:
    """The conversation about a plan to be made."""

    console: Console
    library: Templates
    today: date
    said: NewPlan
    """The plan, as far as it was said."""
    told: dict[str, str] = field(default_factory=dict)
    """What was said to each question, in words."""

    @cached_property
    def offered(self) -> Mapping[str, str]:
        """The templates that are there: id to name; looked up once, as each is a file to read."""
        return checklists(self.library)

    @property
    def names(self) -> str:
        named = (f"{n} {name}" for n, name in enumerate(self.offered.values(), 1))
        return "; ".join(named)

    def named(self, text: str) -> str:
        """The template that is meant: by its number in the list, its id, or a path."""
        ids = list(self.offered)
        number = whole_number(text, len(ids))
        return ids[number - 1] if number else text

    @property
    def usual(self) -> str:
        """What Enter takes, by its number in the list."""
        return str(1 + list(self.offered).index(USUAL_TEMPLATE))


def make(path: Path, console: Console, library: Templates, today: date) -> bool:
    """Offer to make a new plan, with five questions; returns whether it was made."""
    words = _("{name} is not there yet. Five questions make it.")
    new = _NewPlan(console, library, today, NewPlan(path))
    try:
        console.say(words.format(name=path.name))
        _ask_all(new)
        trouble = make_plan(new.said, library)
        if not trouble:
            console.say(new.said.said)
            return True
        console.say(trouble)
    except Leave:
        pass
    console.say(_("Nothing was made."))
    return False


def _ask_all(new: _NewPlan) -> None:
    """Ask the questions, one after another or back. Raises Leave where no plan is wanted."""
    names, turn = list(QUESTIONS), 0
    while turn < len(names):
        name = names[turn]
        if name in new.told:
            new.console.say(_("Now: {answer}").format(answer=ended(new.told[name])))
        enter = N_("Enter keeps it:") if name in new.told else ENTER[name]
        words = f"{_(QUESTIONS[name])} {_(enter)}"
        line = new.console.line(words.format(names=new.names, usual=new.usual))
        typed = command_of(line, is_free=False)
        way = _WAYS.get(typed.name) if typed is not None and not typed.rest else None
        if way is not None:
            turn += way(new, name, turn)
        elif line.strip().startswith("/") and not _is_path(new, line):
            new.console.wrong(_("There is no plan yet: only help, back and quit work here."))
        elif _takes(new, name, unquoted(line).strip()):
            turn += 1


def _is_path(new: _NewPlan, line: str) -> bool:
    """Whether a line with a slash before it is the path of a template."""
    return line.strip().endswith(".toml") and is_template(new.library, line.strip())


def _takes(new: _NewPlan, name: str, text: str) -> bool:
    """Take an answer in; returns whether it was understood. Enter keeps what was said before."""
    if not text and name in new.told:
        return True
    taken = _TAKERS[name](new, text) if name in _TAKERS else (text, text)
    if taken is None:
        return False
    meant: dict[str, Any] = {name: taken[0]}
    new.said = replace(new.said, **meant)
    if text:
        new.told[name] = taken[1]
    return True


Taken = tuple[Any, str]
"""What is meant by an answer, and the same in words."""


def _form(new: _NewPlan, text: str) -> Taken | None:
    word = text.casefold().removesuffix(".")
    if not word or word in SAYS_NO:
        raise Leave
    if word not in FORMS:
        words = _('Not understood: "{text}". Type short, full or no. Or help, quit.')
        new.console.wrong(words.format(text=text))
        return None
    return FORMS[word], text


def _start(new: _NewPlan, text: str) -> Taken | None:
    day = typed_particular("start", text, new.today)
    if isinstance(day, InvalidValue):
        new.console.wrong(act.not_understood(day))
        return None
    if not isinstance(day, date):
        return None, ""
    new.console.say(_("Understood: {what}.").format(what=date_words(day)))
    return day, date_words(day)


def _template(new: _NewPlan, text: str) -> Taken | None:
    name = new.named(text) or USUAL_TEMPLATE
    if not is_template(new.library, name):
        words = _(
            "Not understood: there is no template {name}; use one of {names}, "
            "or the path of a .toml file. Or back, help, quit."
        )
        new.console.wrong(words.format(name=excerpt(name), names=new.names))
        return None
    found = chosen_template(new.library, name)
    if isinstance(found, str):
        new.console.wrong(found)
        return None
    return name, found.name


_TAKERS: dict[str, Callable[[_NewPlan, str], Taken | None]] = {
    "form": _form,
    "start": _start,
    "template": _template,
}
"""What understands the answers that are no plain text; None where it does not."""


def _back(new: _NewPlan, _name: str, turn: int) -> int:
    if turn == 0:
        new.console.say(_("This is the first question."))
        return 0
    return -1


def _help(new: _NewPlan, name: str, _turn: int) -> int:
    new.console.say(_(HELP[name]), _(WAYS))
    return 0


def _quit(_new: _NewPlan, _name: str, _turn: int) -> int:
    raise Leave


def _on(new: _NewPlan, name: str, turn: int) -> int:
    """Leave a question unanswered; the first one decides whether there is a plan."""
    return _help(new, name, turn) if turn == 0 else int(_takes(new, name, ""))


_WAYS: dict[str, Callable[[_NewPlan, str, int], int]] = {
    "help": _help,
    "?": _help,
    "back": _back,
    "quit": _quit,
    "skip": _on,
    "next": _on,
}
"""The commands that work here; they return how far to go on."""
