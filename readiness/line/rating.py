"""One person answers a workshop's questions in plain lines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from readiness.app.operations import rating
from readiness.app.operations.room import Room
from readiness.describe.rating import (
    choice_words,
    choices_words,
    ways_at_a_question,
    what_is_said,
    who_sees_what,
)
from readiness.domain.checklist.rater import ROLES, role_meant, role_words
from readiness.domain.kinds.value import standing_word
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.domain.ratings.typed_line import SIGNS, written_line
from readiness.i18n.language import _
from readiness.i18n.numerals import whole_number
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
        value = meant(text, question)
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


def meant(text: str, question: Question) -> str | None:
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
            answers = rating.begin(room, role, vote)
            answers = answer_one(room, console, rating.place_of(folder, answers), answers)
            passed = passed.after(answers)
            console.line(_("Sealed. Press Enter, and pass it on."))
            clear()
    except Leave:
        return passed


def line_of(room: Room, answers: RaterAnswers) -> str:
    """The answers as one line to paste into a mail."""
    return written_line(answers.who, answers.said, room.workshop, room.questions)
