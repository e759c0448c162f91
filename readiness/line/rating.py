"""One person answers a workshop's questions, or rates a fidelity review, in plain lines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from readiness.app.operations import rating
from readiness.app.operations.fidelity import Rating, keep_rating, scored
from readiness.app.operations.workshop import Room
from readiness.app.operations.workshop_collect import blank_answers
from readiness.describe.rating import (
    choice_words,
    choices_words,
    ways_at_a_question,
    what_is_said,
    who_sees_what,
)
from readiness.domain.checklist.rater import ROLES, role_meant, role_words
from readiness.domain.followup.scale import score_limits
from readiness.domain.kinds.value import standing_word
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.domain.ratings.typed_line import SIGNS, written_line
from readiness.i18n.language import _
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import exact_words
from readiness.line.command_words import BACK, QUIT
from readiness.line.console import Console, Leave, says_yes

NOTE = ("note", "notat")


def answer_one(room: Room, console: Console, path: Path, answers: RaterAnswers) -> RaterAnswers:
    """Go through the questions of one person, each kept at once; returns them as they are kept.

    Ends at the last question, at quit, or where there is no more input.
    """
    items = rating.questions_for(room, answers.who, answers.vote)
    console.say(*who_sees_what(room.workshop), *ways_at_a_question(), "")
    at = 0
    try:
        while at < len(items):
            item = items[at]
            heading = _("Question {n} of {of}").format(n=at + 1, of=len(items))
            moved, answers = _ask(room, console, (item, heading), answers)
            if moved:
                answers = rating.keep(room, path, answers)
            at = max(0, at - 1) if moved is None else at + 1
    except Leave:
        pass
    else:
        answers = rating.keep(room, path, answers.model_copy(update={"finished": True}))
        console.say(_("Finished. Thank you."))
    return answers


def _ask(
    room: Room, console: Console, which: tuple[str, str], answers: RaterAnswers
) -> tuple[bool | None, RaterAnswers]:
    """Ask one question: whether something was said, None to go back, and the answers then.

    Raises Leave.
    """
    item, heading = which
    question = room.questions[item]
    console.say(f"{heading}. {question.words}", *choices_words(question))
    while True:
        said = answers.said.get(item)
        if said is not None:
            console.say(what_is_said(said, question))
        text = console.line(_("Your answer") + ":").strip()
        word, _space, rest = text.partition(" ")
        if text.casefold() in BACK:
            return None, answers
        if text.casefold() in QUIT:
            raise Leave
        if not text:
            return False, answers
        if word.casefold() in NOTE and not question.is_text:
            if said is None:
                console.wrong(_("Answer first, then write the note."))
                continue
            answers = rating.saying(room, answers, item, str(said.value), note=rest.strip())
            is_shown = _may_hear(console, _("May the room hear this? Enter means no:"))
            return True, rating.releasing(answers, item, is_shown=is_shown)
        value = choice_meant(text, question)
        if value is not None:
            answers = rating.saying(room, answers, item, value)
            if question.is_text and value:
                is_shown = _may_hear(console, _("May the room hear this? Enter means no:"))
                answers = rating.releasing(answers, item, is_shown=is_shown)
            return True, answers
        console.wrong(_("That is none of the answers: type a number or a word from the list."))


def _may_hear(console: Console, prompt: str) -> bool:
    """Whether the room may hear what was written; at the end of the input that is kept, unheard."""
    with suppress(Leave):
        return says_yes(console, prompt)
    return False


def choice_meant(text: str, question: Question) -> str | None:
    """What is meant by a number, a word or its beginning; "" for -; None for nothing known."""
    if text == "-":
        return ""
    if question.is_text:
        return text
    offered = question.offered
    if text.isdecimal():
        number = whole_number(text, len(offered))
        return offered[number - 1] if number else None
    word = " ".join(text.casefold().split())
    if not question.options and word in SIGNS:
        return SIGNS[word]
    labels = {one: choice_words(one, question).casefold() for one in offered}
    exact = [one for one, label in labels.items() if word in (one.casefold(), label)]
    begun = [one for one, label in labels.items() if label.startswith(word)]
    standing = standing_word(text)
    if exact or standing in offered:
        return exact[0] if exact else standing
    return begun[0] if len(begun) == 1 else None


def ask_role(room: Room, console: Console) -> str:
    """Ask who answers, of the roles that the workshop asks. Raises Leave."""
    roles = [one for one in ROLES if one in room.workshop.roles] or list(ROLES)
    while True:
        for number, role in enumerate(roles, 1):
            console.say(f"  {number} {role_words(role)}")
        text = console.line(_("You answer as") + ":").strip().casefold()
        chosen = whole_number(text, len(roles))
        if chosen:
            return roles[chosen - 1]
        role = role_meant(text)
        if role in roles:
            return role
        console.wrong(_("Type the number of a role."))


def pass_round(
    room: Room, console: Console, folder: Path, clear: Callable[[], None], vote: int = 1
) -> rating.Passed:
    """One laptop for all: person after person, with no way back to the one before."""
    passed = rating.Passed()
    try:
        while True:
            role = ask_role(room, console)
            answers = blank_answers(room, role, vote)
            answers = answer_one(room, console, rating.place_of(folder, answers), answers)
            passed = passed.after(answers)
            console.line(_("Sealed. Press Enter, and pass it on."))
            clear()
    except Leave:
        return passed


def line_of(room: Room, answers: RaterAnswers) -> str:
    """The answers as one line to paste into a mail."""
    return written_line(answers.who, answers.said, room.workshop, room.questions)


def rate_alone(console: Console, rating: Rating) -> Rating:
    """Go through the criteria, each kept at once; returns the rating as it is kept.

    Ends at the last criterion, at quit, or where there is no more input.
    """
    scale, keys, at = rating.scale, list(rating.scale.items), 0
    console.say(
        f"{scale.name} {scale.version}".strip() + ".",
        _("Score with your own copy of the scale: {where}.").format(where=scale.get_it)
        if scale.get_it
        else scale.about,
        _("Nobody sees your scores before everyone has finished."),
        _("Enter leaves a criterion as it is; b goes back, q quits."),
    )
    try:
        while at < len(keys):
            heading = _("{n} of {of}").format(n=at + 1, of=len(keys))
            moved, rating = _ask_criterion(console, rating, keys[at], heading)
            at = max(0, at + moved)
        words = _("Finished? The scores are fixed once all are shown. Yes or no:")
        if says_yes(console, words):
            rating = keep_rating(rating, finished=True)
            console.say(_("Finished. Thank you."))
    except Leave:
        pass
    return rating


def _ask_criterion(console: Console, rating: Rating, key: str, heading: str) -> tuple[int, Rating]:
    """Ask one criterion; returns how many to go on by, and the rating then. Raises Leave."""
    one, (low, high) = rating.scale.items[key], score_limits(rating.scale, key)
    said = rating.answers.said.get(key)
    now = exact_words(float(said.value)) if said and not isinstance(said.value, str) else _("none")
    words = _("{heading}. {number} {label}, {low} to {high}. Now: {now}.")
    console.say(
        words.format(
            heading=heading, number=one.number, label=one.label, low=low, high=high, now=now
        )
    )
    while True:
        text = console.line(_("Score") + ":").strip()
        if text.casefold() in BACK:
            return -1, rating
        if text.casefold() in QUIT:
            raise Leave
        if not text:
            return 1, rating
        score = whole_number(text, high)
        if score is not None and score >= low:
            break
        console.wrong(_("Type a whole number from {low} to {high}.").format(low=low, high=high))
    evidence, sure, is_over = _rests_on(console)
    if evidence.casefold() in BACK:
        return 0, rating
    one_more = scored(rating, key, score, sure=sure, evidence=evidence)
    rating = keep_rating(one_more, finished=False)
    if is_over:
        raise Leave
    return 1, rating


def _rests_on(console: Console) -> tuple[str, bool, bool]:
    """What a score rests on, whether the rater is sure of it, and whether that was the last word.

    A score that was said is kept, so that the end of the input is none of it.
    """
    evidence = ""
    try:
        evidence = console.line(_("What it rests on; Enter for nothing:")).strip()
        if evidence.casefold() in QUIT:
            return "", True, True
        if evidence.casefold() in BACK:
            return evidence, True, False
        sure = says_yes(console, _("Are you sure of it? Enter means yes:"), on_enter=True)
    except Leave:
        return evidence, True, True
    return evidence, sure, False
