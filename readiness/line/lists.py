"""Commands that only tell: lists, search, X-rays, hours, monitoring, the worked example."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from readiness.app.operations.language import change_language, languages, next_language
from readiness.app.operations.open_plan import templates, worked_example
from readiness.describe import checklist_form as told
from readiness.describe.finding import finding_words
from readiness.describe.flag import flags_counted
from readiness.describe.hours import unreckoned_told, week_hours
from readiness.describe.monitoring import measured, rules
from readiness.describe.question import no_example_told
from readiness.describe.search import KINDS, found, snippet
from readiness.describe.state import told_status, word_of
from readiness.describe.summary import hours_told, patients_told
from readiness.domain.capacity.input_gaps import lacking
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.patients.funnel import eligible_needed, funnel_of, penetration_of
from readiness.domain.patients.funnel_words import needed_words, penetration_words, uncounted_words
from readiness.domain.plan.fields import answer_lines
from readiness.domain.plan.tables import TABLES
from readiness.domain.xrays.finding import GRAVITIES
from readiness.domain.xrays.findings import xrays
from readiness.i18n.language import _, n_
from readiness.i18n.typed_numbers import typed_number
from readiness.i18n.words import ended, first_down
from readiness.line.conversation import Conversation

MOST = 20
"""Places that are told at once."""

LONGEST = 300
"""Characters of a text that are told of it."""


def counted(talk: Conversation) -> str:
    """How many are answered, and how many flags are up."""
    state = talk.session.review
    return _("{state}. Flags: {flags}.").format(
        state=told.answered_told(state), flags=flags_counted(state.flags)
    )


def list_(talk: Conversation, rest: str) -> None:
    """The areas, or questions that are unanswered, open, flagged, or all."""
    state, template = talk.session.review, talk.session.template
    if rest not in ("unanswered", "open", "flags", "all"):
        for number, (key, area) in enumerate(state.areas.items(), 1):
            title = template.areas[key].title
            flags = n_("{n} flag", "{n} flags", len(area.flags)).format(n=len(area.flags))
            count = _("{answered} of {asked} answered, {flags}").format(
                answered=area.answered, asked=area.asked, flags=flags
            )
            talk.say(f"{number}. {title}: {word_of(area)}, {count}.")
        form = told.form_told(state)
        talk.say(counted(talk), *([form] if form else []))
        talk.say(_("Type list unanswered, list open, list flags or list all for the questions."))
        return
    asked = [one for one in state.items.values() if one.is_asked]
    wanted = {
        "unanswered": [one for one in asked if told_status(one) == "unanswered"],
        "open": [one for one in asked if told_status(one) == "open"],
        "flags": [one for one in state.items.values() if one.flag is not None],
        "all": [*state.items.values()],
    }[rest]
    for one in wanted:
        talk.say(f"{one.id}, {word_of(one)}: {template.items[one.id].question}")
    many = n_("{n} question", "{n} questions", len(wanted)).format(n=len(wanted))
    talk.say(f"{many}." if wanted else _("None."))
    if rest == "open" and any(not one.answered for one in asked):
        talk.say(_("Type list unanswered for those without an answer."))


def find(talk: Conversation, rest: str) -> None:
    """Search questions, answers and notes."""
    words = rest or talk.words(_("Find what?"))
    hits = found(talk.session.plan, talk.session.template, words)
    for hit in hits[:MOST]:
        place = hit.item or TABLES[hit.ref.table].title
        talk.say(f"{place}, {first_down(_(KINDS[hit.kind]))}: {snippet(hit.text, words, LONGEST)}")
    if len(hits) > MOST:
        talk.say(_("{n} more; add a word to narrow it down.").format(n=len(hits) - MOST))
    end = _("Type go and the question's name to go there.") if hits else _("Try fewer letters.")
    talk.say(_("Found {count}. {end}").format(count=len(hits), end=end))


def xrays_(talk: Conversation, _rest: str) -> None:
    """Answers that contradict each other."""
    session = talk.session
    findings = xrays(session.plan, session.template, session.review, session.today)
    for one in findings:
        talk.say(f"{GRAVITIES[one.gravity]}: {finding_words(one)}")
    talk.say(
        n_("{n} finding.", "{n} findings.", len(findings)).format(n=len(findings))
        if findings
        else _("The plan does not contradict itself.")
    )


def hours(talk: Conversation, _rest: str) -> None:
    """The ledger of hours and the patients, in words."""
    session = talk.session
    told = [
        *hours_told(session.plan, session.template, session.review),
        *patients_told(session.plan, session.template, session.review),
    ]
    talk.say(*filter(None, [unreckoned(talk)]), *told)


def unreckoned(talk: Conversation) -> str:
    """Why the hours cannot be reckoned; empty where they can."""
    session = talk.session
    facts = session.review.facts
    if facts.ledger is not None:
        return ""
    lacks = lacking(session.plan, session.template)
    why = [one.words for one in lacks if one.stops] or [one.words for one in lacks]
    return " ".join([f"{unreckoned_told()}:", *(why or [_("not said")])])


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
    asked = talk.asked
    found = worked_example(templates())
    if isinstance(found, str):
        talk.wrong(found)
        return
    template, plan = found
    area = talk.session.template.items[asked].area
    keys = [key for key, _item in template.items_of(area)] if area in template.areas else []
    wanted = keys if rest == "all" else [key for key in keys if key == asked]
    if not wanted:
        talk.say(no_example_told())
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


USUAL_COMPLETE, MOST_COMPLETE = 10, 1000
"""Patients who are to complete where nobody says how many, and the most; our defaults."""


def weeks(talk: Conversation, rest: str) -> None:
    """The hours week by week: weeks that are alike together, or each where all are asked for."""
    ledger = talk.session.review.facts.ledger
    if ledger is None:
        talk.wrong(unreckoned(talk))
        return
    alike = groupby(range(ledger.weeks), lambda week: (rest == "all" and week, _said(ledger, week)))
    for (_each, said), some in alike:
        talk.say(_where(ledger, list(some)) + said)
    if rest != "all":
        talk.say(_("Weeks that are alike stand together; weeks all tells each."))


def _where(ledger: Ledger, found: list[int]) -> str:
    first, last = (week_hours(ledger, week) for week in (found[0], found[-1]))
    if len(found) == 1:
        return _("Week {week}, {day}: ").format(week=first.number, day=first.day)
    words = _("Weeks {first} to {last}, from {day}: ")
    return words.format(first=first.number, last=last.number, day=first.day)


def _said(ledger: Ledger, week: int) -> str:
    """What a week comes to, in a sentence."""
    one = week_hours(ledger, week)
    if one.is_closed:
        return _("no sessions") + "."
    said = _("{needed} hours needed, {freed} freed").format(needed=one.needed, freed=one.freed)
    if not one.short:
        return f"{said}."
    words = _("{said}, {short} too few ({who}).")
    return words.format(said=said, short=one.short, who=", ".join(one.who))


def complete(talk: Conversation, rest: str) -> None:
    """How many must meet the criteria and be asked so that so many complete."""
    number = typed_number(rest, "patients") if rest else _planned(talk)
    if number is None or number != int(number) or not 1 <= number <= MOST_COMPLETE:
        words = _("Type complete and a number of patients from 1 to {most}.")
        talk.wrong(words.format(most=MOST_COMPLETE))
        return
    talk.say(*filter(None, _needed(talk, int(number))))


def _planned(talk: Conversation) -> float:
    """As many as are planned at a time; where nobody said how many, our default."""
    planned = talk.session.review.facts.of("patients_planned")
    return max(int(planned), 1) if isinstance(planned, int | float) else USUAL_COMPLETE


def _needed(talk: Conversation, count: int) -> Iterator[str]:
    session = talk.session
    needed = needed_words(count, eligible_needed(count, session.plan, session.template))
    yield uncounted_words(session.plan, session.template) or needed
    funnel = funnel_of(session.plan, session.template)
    if funnel is not None:
        yield penetration_words(penetration_of(funnel, session.review.facts.ledger))
