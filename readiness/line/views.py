"""Commands that show: monitoring, the worked example, and another language."""

from __future__ import annotations

from readiness.app.operations.example import worked_example
from readiness.app.operations.language import change_language, languages, next_language
from readiness.app.operations.open_plan import templates
from readiness.describe.monitoring import measured, rules
from readiness.domain.plan.fields import answer_lines
from readiness.i18n.language import _
from readiness.i18n.words import ended
from readiness.line.conversation import Conversation
from readiness.line.navigation import NO_QUESTION


def monitoring(talk: Conversation, _rest: str) -> None:
    """What is measured, by whom, when, and what is decided from it."""
    session = talk.session
    for one in measured(session.plan, session.template, session.review):
        talk.say(f"{one.ref.item}, {one.what}: {one.said}.")
    for rule in rules(session.plan, session.template):
        talk.say(f"{rule.ref.item}, {rule.name}: {ended(rule.said)}")
    talk.say(_("Type go and the question's name to go there."))


def example(talk: Conversation, rest: str) -> None:
    """How the worked example answers this question, or this area."""
    if talk.item is None:
        talk.wrong(_(NO_QUESTION))
        return
    found = worked_example(templates())
    if isinstance(found, str):
        talk.wrong(found)
        return
    template, plan = found
    area = talk.session.template.items[talk.item].area
    keys = [key for key, _item in template.items_of(area)] if area in template.areas else []
    wanted = keys if rest == "all" else [key for key in keys if key == talk.item]
    if not wanted:
        talk.say(_("There is no worked example of this question."))
        return
    talk.say(_("Example of a made-up service, not your plan:"))
    for key in wanted:
        said = "; ".join(answer_lines(template, key, plan)) or _("not answered")
        talk.say(f"{key}, {template.items[key].short}: {ended(said)}")


def colours(talk: Conversation, _rest: str) -> None:
    """What there is to say about colours: plain lines have none."""
    talk.say(
        _("Plain lines have no colours of their own: they take those of your terminal."),
        _("On the screens Ctrl+T changes them: dark, light, high contrast, 16 colours."),
        _("The screens have none at all where the variable NO_COLOR is set."),
    )


def language(talk: Conversation, rest: str) -> None:
    """Speak another language, now and at the next start."""
    codes, after = list(languages()), rest.casefold() or next_language()
    if after not in codes:
        words = _('There is no language "{name}"; there are: {known}.')
        talk.wrong(words.format(name=rest, known=", ".join(codes)))
        return
    trouble = change_language(talk.session, templates(), talk.memory.folder, after)
    if trouble:
        talk.wrong(trouble)
        return
    talk.say(_("The language is now: {name}.").format(name=languages()[after]))
