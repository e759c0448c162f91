"""Commands that move about, and those about the question that is asked."""

from __future__ import annotations

from collections.abc import Callable

from readiness.app.operations.answers import clear_answers
from readiness.app.operations.effect import Effect
from readiness.app.operations.particulars import use_form
from readiness.app.session import Session
from readiness.describe.checklist_form import answered_told
from readiness.describe.finding import ELSEWHERE, no_problem, way_on
from readiness.domain.checklist.template import Form
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.i18n.language import _
from readiness.i18n.numerals import whole_number
from readiness.line.commands import SHORT_HELP, help_lines
from readiness.line.console import Leave
from readiness.line.conversation import Conversation, Elsewhere
from readiness.line.question_lines import how_lines, more_lines, why_lines
from readiness.line.typed_answer import SAYS_NONE, rest_of_text


def help_(talk: Conversation, rest: str) -> None:
    """All commands, or one."""
    talk.say(*help_lines(rest))


def here(talk: Conversation, _rest: str) -> None:
    """How the present field is answered, and the commands most used."""
    if talk.field is not None:
        item = talk.session.template.items[talk.field.ref.item]
        if talk.field.ref.part:
            talk.say(*how_lines(item, talk.field, talk.session.plan))
        talk.say(*more_lines(item))
    talk.say(*map(_, SHORT_HELP))


def back(talk: Conversation, _rest: str) -> int:
    """The field or question before."""
    if talk.item is None:
        talk.is_backwards = True
        talk.go_on(-1)
    return -1


def skip(_talk: Conversation, _rest: str) -> int:
    """The command `skip`: go on to the next field."""
    return 1


def next_(talk: Conversation, _rest: str) -> int:
    """The command `next`: go on to the next question."""
    talk.go_on(1)


def go(talk: Conversation, rest: str) -> None:
    """Another question, by its id, an area's number, or the next that is unanswered or flagged."""
    state, template = talk.session.review, talk.session.template
    wanted = rest.casefold()
    wanted = "unanswered" if wanted == "open" else wanted
    if wanted == "unanswered":
        found = state.next_unanswered(talk.item)
        if found is None:
            talk.wrong(_("All are answered."))
            return
        raise Elsewhere(found)
    if wanted == "flag":
        _go_wrong(talk)
        return
    areas = list(template.areas)
    number = whole_number(wanted, len(areas))
    if number:
        keys = [key for key, _item in template.items_of(areas[number - 1])]
        raise Elsewhere(next((key for key in keys if state.items[key].counts), keys[0]))
    named = next((key for key in template.items if key.casefold() == wanted), None)
    if named is None:
        talk.wrong(
            _(
                'There is no question "{name}". Type go CAP-05, go 2, go unanswered or go flag.'
            ).format(name=rest)
        )
        return
    raise Elsewhere(named)


def _go_wrong(talk: Conversation) -> None:
    """To the next question with a flag or an X-ray; says what an X-ray finds there."""
    session = talk.session
    at, xray = way_on(session.plan, session.template, session.review, session.today, talk.item)
    if at is None:
        talk.wrong(no_problem())
        return
    if xray:
        talk.say(xray)
    if at == ELSEWHERE:
        talk.say(_("That is about no question. xrays lists all that X-rays find."))
        return
    raise Elsewhere(at)


def clear(talk: Conversation, rest: str) -> None:
    """Take out an answer."""
    key, field = talk.asked, talk.field
    if rest == "all":
        talk.perform(lambda session: clear_answers(session, key))
    elif field is None or not field.ref.part or talk.session.plan.value(field.ref) is None:
        talk.say(_("There is no answer here to take out. clear all takes out the question's."))
    else:
        talk.change(lambda session: session.set(field.ref, None), _("Taken out."))


def note(talk: Conversation, rest: str) -> None:
    """Write, replace or take out the note."""
    key, text = talk.asked, rest
    if not rest:
        now = talk.session.plan.answer(key).note or _("none")
        talk.say(_("Note now: {note}").format(note=now))
        first = talk.words(_("Type the note. A full stop alone on a line ends it:"))
        text = rest_of_text(talk, first) if first else ""
    if not text:
        talk.say(_("The note stays as it was. note none takes it out."))
        return
    kept = "" if text.casefold() in SAYS_NONE else text
    said = _("Note: {note}").format(note=kept) if kept else _("The note is taken out.")
    talk.change(lambda session: session.set(FieldRef(key, NOTE), kept), said)


def why(talk: Conversation, _rest: str) -> None:
    """The reasons behind a question."""
    session = talk.session
    talk.say(*why_lines(talk.asked, session.template, session.review))


def use(form: Form, talk: Conversation, _rest: str) -> None:
    """Ask the short form, or every question."""
    if talk.perform(lambda session: use_form(session, form)).is_done:
        talk.say(f"{answered_told(talk.session.review)}.")


def step(go: Callable[[Session], Effect], talk: Conversation, _rest: str) -> None:
    """Take the last change back, or bring it again; that there is none ends no pipe."""
    effect = go(talk.session)
    if effect.is_done:
        talk.settle(effect)
    else:
        talk.say(effect.said)


def quit_(talk: Conversation, _rest: str) -> None:
    """Save and leave; asks once more where saving failed."""
    if talk.may_leave():
        raise Leave
