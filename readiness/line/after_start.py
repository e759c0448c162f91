"""Commands about a plan after its start: due, where it stands, recorded, fidelity reviews."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from datetime import date

from readiness.app.operations.decisions import accept_standing, look_again, withdraw
from readiness.app.operations.fidelity import adopt_advice, show_scores, standing_of_raters
from readiness.app.operations.record import (
    UNFOUNDED,
    Typed,
    can_keep,
    doubted,
    keep_milestone,
    lacking_field,
    record,
    record_of,
    understood,
)
from readiness.describe.after_start import (
    begun_line,
    due_head,
    due_line,
    not_begun,
    not_recorded,
    promise_line,
    standing_details,
    standing_line,
)
from readiness.describe.fidelity import comparison_lines, finished_words, no_review, review_line
from readiness.describe.trend import days_line, trend_lines
from readiness.domain.checklist.part import Part
from readiness.domain.followup.agenda import due_of
from readiness.domain.followup.case import Case, Standing, case_of
from readiness.domain.followup.course import course_of
from readiness.domain.followup.day_one import trend_of
from readiness.domain.followup.due import grouped
from readiness.domain.followup.promises import promises
from readiness.domain.followup.record_place import RecordPlace, record_place
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.acceptance import accepted_as
from readiness.domain.plan.fields import FormField
from readiness.i18n.language import N_, _, n_
from readiness.i18n.typed_dates import typed_date
from readiness.i18n.words import ended, first_up
from readiness.line.command_words import in_english
from readiness.line.commands import FORMS
from readiness.line.conversation import Conversation
from readiness.line.decisions import ask_acceptance
from readiness.line.entries import asked_value


def due(talk: Conversation, _rest: str) -> None:
    """What is late, due today or soon, and what is only suggested."""
    if _begun(talk) is None:
        return
    session = talk.session
    found = grouped(due_of(session.plan, session.template, session.today))
    for one, many in found:
        talk.say(f"{due_head(one)}: {due_line(one, many)}")
    words = n_("{n} thing is due or coming up.", "{n} things are due or coming up.", len(found))
    talk.say(words.format(n=len(found)), _("Type record to write down what happened."))


def after(talk: Conversation, rest: str) -> None:
    """Where the plan stands after its start; with a rule behind it, all about that one."""
    case = _begun(talk)
    if case is None:
        return
    session = talk.session
    found = course_of(session.plan, session.template, session.today)
    word, _space, behind = rest.strip().partition(" ")
    act = word if word in FORMS["after"] else ""
    name, day = behind if act else rest.strip(), ""
    if act == "again":
        name, _space, day = behind.partition(" ")
    wanted = name.upper()
    if wanted:
        chosen = [one for one in found if one.id in (wanted, f"FOL-{wanted.zfill(2)}")]
        if act and chosen:
            _answer_for(talk, chosen[0], act, day)
            return
        for one in chosen:
            talk.say(f"{one.id}. {standing_line(one)}", *standing_details(one, session.template))
        if not chosen:
            talk.not_listed(rest.strip(), "after")
        return
    talk.say(f"{begun_line(case)}.")
    for one in found:
        if one.state != "not due":
            talk.say(f"{one.id}. {standing_line(one)}")
    kept = promises(case)
    if kept:
        talk.say(_("Promises of the first day") + ":", *map(promise_line, kept))
    talk.say(_("Type after FOL-04 for why one matters, its source and what to do."))


def _answer_for(talk: Conversation, one: Standing, act: str, day: str) -> None:
    """Accept a rule that is off plan, withdraw that, or say when it is looked at again."""
    flag = accepted_as(talk.session.plan, one.id) or one.flag
    if act == "withdraw":
        talk.perform(lambda session: withdraw(session, flag))
    elif act == "again":
        talk.perform(lambda session: look_again(session, flag, day))
    else:
        reason, by = ask_acceptance(talk, one.id, standing_line(one))
        talk.perform(lambda session: accept_standing(session, one.id, reason, by))


def trend(talk: Conversation, _rest: str) -> None:
    """How the areas and the rules went over the days that were kept."""
    if _begun(talk) is None:
        return
    session = talk.session
    found = trend_of(session.plan, session.template, session.today)
    talk.say(days_line(found), *trend_lines(found))


def _begun(talk: Conversation) -> Case | None:
    """The plan after its start; where it has not begun, that is said."""
    session = talk.session
    case = case_of(session.plan, session.template, session.today)
    if case is None:
        talk.say(not_begun())
    return case


def words_of(talk: Conversation, rest: str) -> list[str] | None:
    """The words behind a command, those within quotation marks as one; None where a mark is alone.

    That is said.
    """
    try:
        return shlex.split(rest)
    except ValueError:
        talk.wrong(_("A quotation mark has no second one."))
        return None


def record_(talk: Conversation, rest: str) -> None:
    """Record what happened after the start; field by field where none is given."""
    words = words_of(talk, rest)
    if words is None:
        return
    if not words:
        talk.say(*map(_, HELP))
        return
    if words == ["milestone"]:
        _milestone(talk)
        return
    typed: Typed | InvalidValue
    if any("=" in word for word in words):
        typed = understood(talk.session, words)
    else:
        typed = _asked(talk, words)
    keep_record(talk, typed)


def keep_record(talk: Conversation, typed: Typed | InvalidValue) -> None:
    """Keep a record that was understood, and ask about what does not fit in it; else say why."""
    if isinstance(typed, InvalidValue):
        talk.wrong(not_recorded(typed))
        return
    talk.perform(lambda session: record(session, typed))
    talk.say(*doubted(talk.session, typed.place))


def _milestone(talk: Conversation) -> None:
    """Keep the plan as it stands today: the check was redone."""
    session = talk.session
    if not can_keep(session):
        talk.wrong(not_begun())
        return
    talk.perform(keep_milestone)


HELP = (
    "record month 2027-07 asked=4 started=1",
    "record check-in 2027-08-02, record barrier, record result 2027-07-12",
    "record review 2027-07-12, record score 2027-07-12 coping, record adaptation",
    "record decision 2028-02-14, record person CD left=2027-08-15, record milestone",
)
"""Ways in which something is recorded, as they are typed."""


def _asked(talk: Conversation, words: list[str]) -> Typed | InvalidValue:
    """Each field of a record in turn; Enter leaves one as it is."""
    session = talk.session
    kind, name, row = (*words, "", "", "")[:3]
    place = record_place(session.plan, session.template, kind, name, row, session.today)
    if isinstance(place, InvalidValue):
        return place
    hint = _("Enter leaves a field as it is.")
    talk.say(f"{ended(place.what)} {hint}")
    values = _values(talk, place, place.parts)
    if not values:
        return InvalidValue(why=_("nothing was said of it"), todo=_("answer at least one field"))
    lacking = lacking_field(session, place, values)
    if lacking:
        talk.say(ended(first_up(_(UNFOUNDED[lacking][0]))))
        values |= _values(talk, place, {lacking: place.parts[lacking]})
    return record_of(session, place, values)


def _values(
    talk: Conversation, place: RecordPlace, parts: Mapping[str, Part]
) -> dict[str, Value | None]:
    found: dict[str, Value | None] = {}
    for key, part in parts.items():
        ref = place.ref(key)
        value, said = asked_value(talk, FormField(ref, part), talk.session.plan.value(ref))
        if value is not None:
            found[key] = value
            talk.say(said)
    return found


HOW = N_('Behind the day goes show, settle 11 2 "why", adopt 11 or decline 4 "why".')
"""What can be done about a review: a criterion by its number or id, then a score or a reason."""


def fidelity(talk: Conversation, rest: str) -> None:
    """List the fidelity reviews, compare the raters of one, or act on it."""
    plan, template = talk.session.plan, talk.session.template
    words = words_of(talk, rest)
    if words is None:
        return
    if not words:
        reviews = sorted(plan.fidelity, reverse=True)
        talk.say(*(review_line(plan, template, review) for review in reviews))
        none = _("No fidelity review is recorded yet. Type record review 2027-07-12.")
        talk.say(_("Type fidelity and a day for one of them.") if reviews else none)
        return
    acts = [in_english(word, FORMS["fidelity"]) for word in words]
    at = next((n for n, word in enumerate(acts) if word in FORMS["fidelity"]), len(words))
    typed = " ".join(words[:at])
    day = typed_date(typed, talk.session.today)
    if day is None or day.isoformat() not in plan.fidelity:
        talk.wrong(no_review(typed))
    elif at == len(words):
        _tell(talk, day)
    else:
        _act(talk, day, acts[at], words[at + 1 :])


def _tell(talk: Conversation, day: date) -> None:
    """How the raters compare; before the scores are shown, only who has finished."""
    plan, review = talk.session.plan, day.isoformat()
    if "revealed_on" in plan.fidelity[review]:
        talk.say(*comparison_lines(plan, talk.session.template, review))
        return
    for who, finished in standing_of_raters(talk.session, day):
        talk.say(finished_words(who, finished=bool(finished)))


def _act(talk: Conversation, day: date, act: str, words: list[str]) -> None:
    """Show the scores to each other, settle one, or adopt or decline advice."""
    review, (criterion, *said) = day.isoformat(), words or [""]
    if act == "show":
        talk.perform(lambda session: show_scores(session, day, " ".join(words)))
    elif not criterion or (act == "adopt") == bool(said and said[0]):
        # Without a score or a reason it would take out the one that is there.
        talk.wrong(_(HOW))
    elif act == "adopt":
        talk.perform(lambda session: adopt_advice(session, day, criterion))
    elif act == "settle":
        score, *why = said
        reason = [f"reason={' '.join(why)}"] if why else []
        fields = ["score", review, criterion, f"settled={score}", *reason]
        keep_record(talk, understood(talk.session, fields))
    else:
        fields = ["score", review, criterion, f"declined={' '.join(said)}"]
        keep_record(talk, understood(talk.session, fields))
