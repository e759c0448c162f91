"""Commands about the plan as a whole: its particulars, its numbers and its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from readiness.app.operations.files import reload, save_as, unreadable
from readiness.app.operations.open_plan import is_plan_there
from readiness.app.operations.particulars import set_particulars
from readiness.describe import act
from readiness.describe.board import conditions_by
from readiness.describe.numbers import number_and_origin, number_told
from readiness.domain.checklist.limits import Assumption, amount_limit
from readiness.domain.kinds.number import number_part
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.particulars import LABELS, typed_particular
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import YES_OR_NO, date_words, ended, exact_words
from readiness.line.conversation import AnotherPlan, Conversation
from readiness.line.entries import value_typed
from readiness.line.typed_answer import SAYS_NONE


def about(talk: Conversation, rest: str) -> None:
    """Tell the plan's particulars, or change one."""
    plan = talk.session.plan
    now = {
        "plan": plan.plan or _("not said"),
        "service": plan.service or _("not said"),
        "start": _day(plan.start),
        "months": str(plan.months),
        "decider": plan.decider or _("not said"),
        "meeting": _day(plan.meeting),
        "conditions_by": _day(conditions_by(plan)),
        "requests": "; ".join(plan.requests.splitlines()) or _("drafted from the answers"),
    }
    rest = {"conditions": "conditions_by"}.get(rest, rest)
    if rest not in now:
        talk.say(*(f"{LABELS[name]}: {words}" for name, words in now.items()))
        words = ", ".join("conditions" if name == "conditions_by" else name for name in now)
        talk.say(_("Type about and one of these to change it: {words}.").format(words=words))
        return
    text = talk.words(
        _("{rest}, now {now}; Enter leaves it:").format(rest=LABELS[rest], now=now[rest])
    )
    if not text:
        talk.say(act.left_told())
        return
    value = typed_particular(rest, text, talk.session.today)
    if isinstance(value, InvalidValue):
        talk.wrong(act.not_understood(value))
        return
    talk.perform(lambda session: set_particulars(session, {rest: value}))


def _day(day: date | None) -> str:
    return date_words(day) if day else _("not said")


def plans(talk: Conversation, rest: str) -> None:
    """List the plans that were open before, or save this one and go on in another.

    Raises AnotherPlan.
    """
    known = [one for one in talk.memory.recent() if one.path != talk.session.path.resolve()]
    if not rest:
        for number, one in enumerate(known, 1):
            talk.say(f"{number}. {one.plan or one.path.stem}, {one.path}")
        talk.say(
            n_("{n} other plan.", "{n} other plans.", len(known)).format(n=len(known)),
            _("Type plans and its number or its file to save this plan and go on there."),
        )
        return
    chosen = whole_number(rest, len(known))
    path = known[chosen - 1].path if chosen else _beside(talk, rest)
    if is_plan_there(path):
        trouble = unreadable(path)
        if trouble:
            talk.wrong(_("Not opened: {error}").format(error=trouble))
            return
    if talk.may_leave():
        raise AnotherPlan(path)


def _beside(talk: Conversation, name: str) -> Path:
    """The plan's file that a name means, beside this one; its ending need not be typed."""
    named = Path(name if name.endswith(".toml") else f"{name}.toml")
    return talk.session.path.parent / named.expanduser()


def save(talk: Conversation, rest: str) -> None:
    """Save, save under another name beside the plan, or read the file again."""
    word, _rest, name = rest.partition(" ")
    if word == "as" and name:
        effect = save_as(talk.session, _beside(talk, name))
        if not effect.is_done:
            talk.wrong(_("Not saved: {error}").format(error=effect.said))
            return
        talk.say(effect.said)
        talk.save()
    elif word == "reload":
        if talk.perform(reload).is_done:
            talk.say(_("Undo brings yours back."))
    elif not talk.is_unsaved:
        talk.say(_("Everything is saved in {name}.").format(name=talk.session.path.name))
    else:
        talk.save()


def numbers(talk: Conversation, rest: str) -> None:
    """List the numbers, or change one; none brings the default back."""
    found = talk.session.template.practice.numbers
    if not rest:
        for place, name in enumerate(found, 1):
            talk.say(f"{place}. {_told(talk, name)}")
        talk.say(_("An answer goes before them. Type numbers 1 to change one."))
        return
    names = list(found)
    number = whole_number(rest, len(names))
    if not number:
        talk.wrong(_("Type numbers for the list, then numbers and its number."))
        return
    name = names[number - 1]
    if isinstance(found[name].value, tuple):
        talk.wrong(_("This one has several numbers and stays as it is."))
        return
    _change(talk, name, found[name])


def _change(talk: Conversation, name: str, one: Assumption) -> None:
    talk.say(_told(talk, name))
    least, most, _why = amount_limit(name, one.unit)
    words = _("Your number, from {least} to {most}; none brings the default back, Enter leaves it:")
    if one.unit == YES_OR_NO:
        words = _("Yes or no; none brings the default back, Enter leaves it:")
    field = FormField(number_ref(name), number_part(name, one))
    prompt = words.format(least=exact_words(least), most=exact_words(most))
    value, _text = value_typed(talk, field, prompt, also=SAYS_NONE)
    if value is None:
        talk.say(act.left_told())
        return
    if not isinstance(value, int | float):
        talk.change(
            lambda session: session.set(field.ref, None),
            _("The default counts again."),
        )
        return
    said = _("Understood: {what}.").format(what=number_told(one, value))
    talk.change(lambda session: session.set(field.ref, value), said)


def _told(talk: Conversation, name: str) -> str:
    line, origin = number_and_origin(name, talk.session.plan, talk.session.template)
    return f"{line}; {ended(origin)}"
