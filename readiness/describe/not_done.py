"""Why something is not done to a workshop, and what to do, each as one sentence."""

from __future__ import annotations

from readiness.describe.reveal import answer_words
from readiness.domain.kinds.kind import excerpt
from readiness.domain.ratings.questions import Question
from readiness.i18n.language import N_, _
from readiness.i18n.words import spoken

REASONS = {
    "not-for-a-room": N_(
        "These cannot be asked in a workshop: {items}. Facts are checked and never voted on; take "
        "topics, gap, short, full, or questions by their ids."
    ),
    "another-drive": N_("The workshop's file has to lie on the same drive as the plan."),
    "too-many-files": N_(
        "There are {found} files; one workshop has {most} at most. Name a folder of its own."
    ),
    "nothing-came-in": N_("Nothing that counts has come in: collecting stays open."),
    "first-is-open": N_("The first vote is still being collected: close it first."),
    "second-is-closed": N_(
        "The second vote was shown already, and nothing that comes in later is added."
    ),
    "late": N_(
        "Late files are kept aside until {n} of them are there and every file that was counted is "
        "as it was: one late file would show one person. They count in the second vote."
    ),
    "collecting": N_(
        "Answers are still being collected, so nothing is shown and nothing agreed on. End it with "
        "`readiness workshop gather --close`."
    ),
    "finished": N_("This workshop was finished on {day}."),
    "not-finished": N_("This workshop is not in the plan yet, so nothing was deleted."),
    "not-asked": N_("{item} was not asked in this workshop."),
    "no-question": N_("There is no question {item}; questions have ids such as GOAL-09."),
    "missing": N_("Write what is missing, who finds out (initials or role), and by when."),
    "too-many-dots": N_(
        "Line {n} has too many dots: {most} a person, and {one} on one action at most."
    ),
    "no-open-action": N_(
        "Line {n}: there is no open action {entry} in the plan; there are {there}."
    ),
    "no-folder": N_(
        "There is no folder {name}: make it first, or name a file that ends in .answers.toml."
    ),
    "another-workshop": N_(
        "{file} holds answers to another workshop, {workshop}: nothing was changed."
    ),
    "another-vote": N_(
        "{file} holds answers to vote {vote}: nothing was changed. Name a new file, or a folder."
    ),
    "another-role": N_(
        "{file} holds the answers of {role}: nothing was changed. Name a new file, or a folder."
    ),
    "smallest": N_("The smallest group that is shown has {least} to {most} people."),
    "no-role": N_('"{text}" is no role of a workshop; use one of {roles}.'),
    "no-workshop": N_(
        "No workshop of this plan lies in its folder. Make one: readiness workshop new"
    ),
    "nothing-to-vote-on": N_(
        "Nothing was parked and nothing lies apart but what is sensitive: there is nothing to vote "
        "on again."
    ),
    "in-the-way": N_("{name} is there and was not made by readiness: name another folder with -o."),
    "no-handout": N_("The handout was not made: {why} Make it with: readiness workshop pack"),
    "no-number": N_('"{text}" is not a whole number of people.'),
}
"""Each with what it is about in braces."""


def why(reason: str, **about: object) -> str:
    """Why it is not done, by the key of REASONS; days and lists of what it is about in words.

    Raises KeyError where there is no such reason, or something that it is about is lacking.
    """
    said = {name: spoken(value) or _("none") for name, value in about.items()}
    return _(REASONS[reason]).format(**said)


def none_of_the_answers(text: str, question: Question | None) -> tuple[str, str]:
    """That what stands in a cell answers nothing, and what becomes of it."""
    offered = ", ".join(answer_words(one, question) for one in question.offered) if question else ""
    words = _("{text} is none of the answers ({offered})")
    return words.format(text=excerpt(text), offered=offered), _("it counts as blank")
