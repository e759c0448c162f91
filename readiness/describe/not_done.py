"""Why something is not done to a workshop, and what to do, each as one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from readiness.describe.reveal import answer_words
from readiness.domain.checklist.rater import ROLES, role_words
from readiness.domain.kinds.kind import shown
from readiness.domain.ratings.questions import Question
from readiness.i18n.language import _
from readiness.i18n.words import date_words, listed


def not_asked_of_a_room(unknown: Sequence[str]) -> str:
    """That something cannot be asked in a workshop."""
    words = _(
        "These cannot be asked in a workshop: {items}. Facts are checked and never voted on; take "
        "topics, gap, short, full, or questions by their ids."
    )
    return words.format(items=listed(unknown or [_("none")]))


def on_another_drive() -> str:
    """That workshop and plan have to lie together."""
    return _("The workshop's file has to lie on the same drive as the plan.")


def too_many_files(found: int, most: int) -> str:
    """That there are more files than one workshop has."""
    words = _("There are {found} files; one workshop has {most} at most. Name a folder of its own.")
    return words.format(found=found, most=most)


def nothing_came_in() -> str:
    """That there is nothing to close."""
    return _("Nothing that counts has come in: collecting stays open.")


def first_is_open() -> str:
    """That the second vote comes after the first."""
    return _("The first vote is still being collected: close it first.")


def second_is_closed() -> str:
    """That the second vote was shown already."""
    return _("The second vote was shown already, and nothing that comes in later is added.")


def late_have_to_wait(smallest: int) -> str:
    """Why late files are not shown."""
    words = _(
        "Late files are kept aside until {n} of them are there and every file that was counted is "
        "as it was: one late file would show one person. They count in the second vote."
    )
    return words.format(n=smallest)


def still_collecting() -> str:
    """That nothing is shown yet."""
    return _(
        "Answers are still being collected, so nothing is shown and nothing agreed on. End it with "
        "`readiness workshop gather --close`."
    )


def already_finished(day: date) -> str:
    """That the workshop is over."""
    return _("This workshop was finished on {day}.").format(day=date_words(day))


def not_asked_here(item: str) -> str:
    """That a question does not belong to the workshop."""
    return _("{item} was not asked in this workshop.").format(item=item)


def no_question(item: str) -> str:
    """That nothing is asked by that id."""
    return _("There is no question {item}; questions have ids such as GOAL-09.").format(item=item)


def missing_needs_all() -> str:
    """What the missing list needs."""
    return _("Write what is missing, who finds out (initials or role), and by when.")


def too_many_dots(number: int, most: int, most_on_one: int) -> str:
    """That somebody placed too many dots."""
    words = _("Line {n} has too many dots: {most} a person, and {one} on one action at most.")
    return words.format(n=number, most=most, one=most_on_one)


def no_open_action(number: int, entry: str, there: Sequence[str]) -> str:
    """That a dot was placed on nothing."""
    words = _("Line {n}: there is no open action {entry} in the plan; there are {there}.")
    return words.format(n=number, entry=entry, there=listed(there or [_("none")]))


def no_folder(name: str) -> str:
    """That answers have no place to go to."""
    words = _(
        "There is no folder {name}: make it first, or name a file that ends in .answers.toml."
    )
    return words.format(name=name)


def of_another_workshop(file: str, workshop: str) -> str:
    """That answers belong to another workshop."""
    words = _("{file} holds answers to another workshop, {workshop}: nothing was changed.")
    return words.format(file=file, workshop=workshop)


def of_another_vote(file: str, vote: int) -> str:
    """That answers belong to another vote."""
    words = _(
        "{file} holds answers to vote {vote}: nothing was changed. Name a new file, or a folder."
    )
    return words.format(file=file, vote=vote)


def of_another_role(file: str, role: str) -> str:
    """That answers were begun by someone of another role."""
    words = _(
        "{file} holds the answers of {role}: nothing was changed. Name a new file, or a folder."
    )
    return words.format(file=file, role=role_words(role))


def no_date(text: str) -> str:
    """That a date was not understood."""
    words = _('"{text}" is not a date; write 31 Jan 2027 or 2027-01-31.')
    return words.format(text=text.strip())


def no_smallest(least: int, most: int) -> str:
    """How small the smallest group may be."""
    words = _("The smallest group that is shown has {least} to {most} people.")
    return words.format(least=least, most=most)


def no_role(text: str) -> str:
    """That something is no role of a workshop."""
    words = _('"{text}" is no role of a workshop; use one of {roles}.')
    return words.format(text=text, roles=", ".join(ROLES))


def no_number(text: str) -> str:
    """That a number of people was not understood."""
    return _('"{text}" is not a whole number of people.').format(text=text)


def none_of_the_answers(text: str, question: Question | None) -> tuple[str, str]:
    """That what stands in a cell answers nothing, and what becomes of it."""
    offered = ", ".join(answer_words(one, question) for one in question.offered) if question else ""
    why = _("{text} is none of the answers ({offered})").format(text=shown(text), offered=offered)
    return why, _("it counts as blank")
