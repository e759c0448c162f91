"""Commands about fidelity reviews: who has finished, how the raters compare, what is settled."""

from __future__ import annotations

from datetime import date

from readiness.app.operations.fidelity import adopt_advice, show_scores, standing_of_raters
from readiness.app.operations.record import understood
from readiness.describe.fidelity import comparison_lines, finished_words, review_line
from readiness.i18n.language import N_, _
from readiness.i18n.typed_dates import typed_date
from readiness.line.after_start import keep_record, words_of
from readiness.line.command_words import in_english
from readiness.line.commands import FORMS
from readiness.line.conversation import Conversation

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
        talk.wrong(_("There is no review of {day} in the plan.").format(day=typed))
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
