"""Commands that move about, and those about the question that is asked."""

from __future__ import annotations

from collections.abc import Callable

from readiness.app.operations.answers import clear_answers
from readiness.app.session import Session
from readiness.describe.form import counted, switched_told
from readiness.describe.problems import ELSEWHERE, way_on
from readiness.domain.checklist.form import FULL, SHORT, Form
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.versions.changes import changes, summed
from readiness.i18n.language import N_, _
from readiness.line.asking import answer_all, not_applicable
from readiness.line.commands import SHORT_HELP, help_lines
from readiness.line.talk import Leave
from readiness.line.texts import rest_of_text
from readiness.line.walk import Elsewhere, Step, Walk
from readiness.line.wording import ended, how_lines, more_lines, why_lines

TOLD = 3
"""Changes that an undo tells one by one."""

NO_QUESTION = N_("That belongs to a question; go to one first, such as go 1.")


def help_(walk: Walk, rest: str) -> None:
    """All commands, or one."""
    walk.talk.say(*help_lines(rest))


def here(walk: Walk, _rest: str) -> None:
    """How the present field is answered, and the commands most used."""
    if walk.field is not None:
        item = walk.session.template.items[walk.field.ref.item]
        if walk.field.ref.part:
            walk.talk.say(*how_lines(item, walk.field, walk.session.plan))
        walk.talk.say(*more_lines(item))
    walk.talk.say(*map(_, SHORT_HELP))


def back(walk: Walk, _rest: str) -> Step:
    """The field or question before."""
    if walk.item is None:
        walk.is_backwards = True
        walk.go_on(-1)
    return Step(-1)


def skip(_walk: Walk, _rest: str) -> Step:
    """The next field."""
    return Step(1)


def next_(walk: Walk, _rest: str) -> Step:
    """The next question."""
    walk.go_on(1)


def go(walk: Walk, rest: str) -> None:
    """Another question, by its id, an area's number, or the next that is unanswered or flagged."""
    state, template = walk.session.review, walk.session.template
    wanted = rest.casefold()
    wanted = "unanswered" if wanted == "open" else wanted
    if wanted == "unanswered":
        found = state.next_unanswered(walk.item)
        if found is None:
            walk.talk.wrong(_("All are answered."))
            return
        raise Elsewhere(found)
    if wanted == "flag":
        _go_wrong(walk)
        return
    areas = list(template.areas)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(areas):
        keys = [key for key, _item in template.items_of(areas[int(wanted) - 1])]
        raise Elsewhere(next((key for key in keys if state.items[key].counts), keys[0]))
    named = next((key for key in template.items if key.casefold() == wanted), None)
    if named is None:
        walk.talk.wrong(
            _(
                'There is no question "{name}". Type go CAP-05, go 2, go unanswered or go flag.'
            ).format(name=rest)
        )
        return
    raise Elsewhere(named)


def _go_wrong(walk: Walk) -> None:
    """To the next question with a flag or an X-ray; says what an X-ray finds there."""
    session = walk.session
    at, xray = way_on(session.plan, session.template, session.review, session.today, walk.item)
    if at is None:
        walk.talk.wrong(_("There are no flags, and no X-ray finds anything."))
        return
    if xray:
        walk.talk.say(xray)
    if at == ELSEWHERE:
        walk.talk.say(_("That is about no question. xrays lists all that X-rays find."))
        return
    raise Elsewhere(at)


def clear(walk: Walk, rest: str) -> None:
    """Take out an answer."""
    key, field = walk.item, walk.field
    if key is None or field is None:
        walk.talk.wrong(_(NO_QUESTION))
    elif rest == "all":
        _clear_all(walk, key)
    elif not field.ref.part or walk.session.plan.value(field.ref) is None:
        walk.talk.say(_("There is no answer here to take out. clear all takes out the question's."))
    else:
        walk.change(lambda session: session.set(field.ref, None), _("Taken out."))


def _clear_all(walk: Walk, key: str) -> None:
    """Take out all answers of a question, those of the practitioners with them."""
    walk.perform(lambda session: clear_answers(session, key))


def all_(walk: Walk, rest: str) -> Step | None:
    """Answer for everyone."""
    if walk.item is None:
        walk.talk.wrong(_(NO_QUESTION))
        return None
    return Step(answer_all(walk, rest))


def na(walk: Walk, rest: str) -> Step | None:
    """The question does not apply."""
    if walk.item is None:
        walk.talk.wrong(_(NO_QUESTION))
        return None
    return Step(not_applicable(walk, rest))


def note(walk: Walk, rest: str) -> None:
    """Write, replace or take out the note."""
    key = walk.item
    if key is None:
        walk.talk.wrong(_(NO_QUESTION))
        return
    text = rest
    if not rest:
        now = walk.session.plan.answer(key).note or _("none")
        walk.talk.say(_("Note now: {note}").format(note=now))
        first = walk.words(_("Type the note. A full stop alone on a line ends it:"))
        text = rest_of_text(walk, first) if first else ""
    if not text:
        walk.talk.say(_("The note stays as it was. note none takes it out."))
        return
    kept = "" if text.casefold() in ("none", "ingen") else text
    said = _("Note: {kept}").format(kept=kept) if kept else _("The note is taken out.")
    walk.change(lambda session: session.set(FieldRef(key, NOTE), kept), said)


def why(walk: Walk, _rest: str) -> None:
    """The reasons behind a question."""
    if walk.item is None:
        walk.talk.wrong(_(NO_QUESTION))
        return
    session = walk.session
    walk.talk.say(*why_lines(walk.item, session.template, session.review))


def short(walk: Walk, _rest: str) -> None:
    """Ask the short form."""
    _use(walk, SHORT)


def full(walk: Walk, _rest: str) -> None:
    """Ask every question."""
    _use(walk, FULL)


def _use(walk: Walk, form: Form) -> None:
    walk.change(
        lambda session: session.use_form(form),
        lambda: (
            f"{switched_told(walk.session.template, walk.session.review)} "
            f"{counted(walk.session.review)}."
        ),
    )


def undo(walk: Walk, _rest: str) -> None:
    """Take the last change back."""
    _step(walk, lambda session: session.undo(), _("Undone"), _("Nothing to undo."))


def redo(walk: Walk, _rest: str) -> None:
    """Bring the last undone change back."""
    _step(walk, lambda session: session.redo(), _("Done again"), _("Nothing to redo."))


def _step(walk: Walk, step: Callable[[Session], str | None], done: str, nothing: str) -> None:
    before, what = walk.session.plan, list[str | None]()

    def said() -> str:
        found = changes(before, walk.session.plan, walk.session.template)
        return f"{done}: {ended(summed(found, TOLD))}" if what[0] and found else nothing

    walk.change(lambda session: what.append(step(session)), said)


def quit_(walk: Walk, _rest: str) -> None:
    """Save and leave; asks once more where saving failed."""
    if walk.may_leave():
        raise Leave
