"""The form of one role as one HTML file: it opens from disk and needs no server and no account.

It shows neither what the plan says nor what others answered: either would lead the person. Its
policy forbids every request, so that what is ticked leaves the page by the person's own hand only.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

from readiness.describe.rating import who_sees_what
from readiness.domain.checklist.rater import role_words
from readiness.domain.kinds.value import NOT_APPLICABLE, STANDING_LABELS
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import CODE_LENGTH, CODE_LETTERS, WORKSHOP, Said
from readiness.domain.ratings.typed_line import asked_of, letter_of, written_line
from readiness.domain.ratings.workshop import Workshop
from readiness.domain.record import sealed
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, first_up
from readiness.report.html.markup import Markup, tag, whole_page
from readiness.storage.answers_file import HEAD
from readiness.storage.answers_reader import KIND_FORMAT, LONGEST_NOTE

THIS_PAGE = N_(
    "This page sends nothing and keeps nothing: when you close it, what is not saved is gone. "
    "Send the file to the person who runs the workshop, not to your leader."
)

_WORDS = {
    "progress": N_("{n} of {all} answered"),
    "bare": N_(
        "Nothing is saved yet: at question {n} you wrote something and ticked no answer. Tick one, "
        "not sure is one too, or take out what you wrote."
    ),
    "saved": N_(
        "Your answers are in the file {file}, where your browser keeps what it downloads. Attach "
        "it to a mail. Whoever has the file can read it."
    ),
    "copied": N_("The line is copied: paste it into a mail."),
    "marked": N_("The line is marked: copy it with Ctrl+C, and paste it into a mail."),
}


@dataclass(frozen=True)
class RoleForm:
    """The form of one role of a workshop, whatever it is made as."""

    workshop: Workshop
    questions: Mapping[str, Question]
    role: str
    vote: int = 1
    only: Collection[str] | None = None
    """At a second vote what is voted on again; None for all."""

    @property
    def title(self) -> str:
        """What it is called."""
        return _("Your answers: {role}").format(role=role_words(self.role))

    @property
    def items(self) -> list[str]:
        """Its questions in their order; those in words are among them."""
        return [
            item
            for item in self.workshop.asked_of(self.role)
            if item in self.questions and (self.only is None or item in self.only)
        ]

    @property
    def in_line(self) -> list[str]:
        """The questions of the role that a sign of a line can answer, in their order."""
        return asked_of(self.workshop, self.questions, self.role)


def form_page(form: RoleForm, language: str) -> str:
    """The form as a page."""
    title = form.title
    fields = (_field(at, item, form.questions[item]) for at, item in enumerate(form.items, 1))
    style, script = _resource("form.css"), _resource("form.js")
    main = tag(
        "main",
        tag("h1", title),
        tag("p", _about(form), class_="small"),
        tag("h2", _("Who sees what")),
        tag(
            "ul",
            *(tag("li", one) for one in (*who_sees_what(form.workshop), _(THIS_PAGE))),
            class_="about",
        ),
        tag("noscript", tag("p", _("This browser runs no scripts: ask for the form on paper."))),
        tag("p", id="progress", role="status"),
        tag("form", *fields, id="answers", autocomplete="off"),
        _ending(),
    )
    data = Markup(_data(form))
    body = tag("body", main, tag("script", data, **_JSON), tag("script", Markup(script)))
    return whole_page(title, style, body, language, script=script)


_JSON = {"type": "application/json", "id": "asked"}


def offered_words(question: Question) -> dict[str, str]:
    """What may be ticked at a question: the word of the file, and what a person reads."""
    own = {NOT_APPLICABLE: first_up(_("not for me"))}
    return {
        value: question.options.get(value) or own.get(value) or STANDING_LABELS.get(value, value)
        for value in question.offered
    }


def lettered(question: Question, words: Mapping[str, str]) -> list[str]:
    """What may be answered: an option with its letter, by which it is known in any language."""
    return [
        f"{ascii_lowercase[place]}) {label}" if value in question.options else label
        for place, (value, label) in enumerate(words.items())
    ]


def _about(form: RoleForm) -> str:
    words, closes = [_("Workshop {id}").format(id=form.workshop.id)], form.workshop.closes
    if form.vote > 1:
        words.append(_("second vote"))
    elif closes is not None:
        words.append(_("please answer by {date}").format(date=date_words(closes)))
    return " · ".join(words)


def _field(number: int, item: str, question: Question) -> Markup:
    legend = tag("legend", tag("span", f"{number}. ", class_="number"), question.words)
    if question.is_text:
        hint = tag("p", _("In your words. Blank is fine."), id=f"{item}-hint", class_="small")
        return tag(
            "fieldset", legend, hint, _text(item, question.words, f"{item}-hint"), _show(item)
        )
    choices = [
        tag("label", tag("input", type="radio", name=item, value=value), words, class_="choice")
        for value, words in offered_words(question).items()
    ]
    is_long = any(len(words) > _SHORT for words in question.options.values())
    clear = tag("button", _("Leave blank"), type="button", class_="clear", data_clear=item)
    more = tag(
        "details",
        tag("summary", _("Say more")),
        _text(f"{item} note", _("In your words")),
        _show(item),
    )
    group = tag("div", *choices, class_="long" if is_long else "row")
    return tag("fieldset", legend, group, tag("div", clear, more, class_="beside"))


_SHORT = 14
"""The longest word of an option that stands beside others."""


def _text(name: str, label: str, described_by: str | None = None) -> Markup:
    return tag(
        "textarea",
        name=name,
        rows=3,
        maxlength=str(LONGEST_NOTE),
        aria_label=label,
        aria_describedby=described_by,
    )


def _show(item: str) -> Markup:
    box = tag("input", type="checkbox", name=f"{item} show")
    return tag("label", box, _("The room may read what I wrote, without my name"), class_="choice")


def _ending() -> Markup:
    return tag(
        "section",
        tag("h2", _("Hand in")),
        tag(
            "p",
            tag("button", _("Save my answers as a file"), type="button", id="save", class_="main"),
        ),
        tag("p", id="message", role="status"),
        tag(
            "p",
            _(
                "Where you cannot attach a file: copy this line into a mail instead. It says what "
                "you ticked, not what you wrote. Send one of the two."
            ),
            class_="small",
        ),
        tag(
            "p",
            tag(
                "input",
                type="text",
                id="line",
                readonly=True,
                aria_label=_("Your answers as a line"),
            ),
        ),
        tag("p", tag("button", _("Copy the line"), type="button", id="copy")),
        id="with-script",
        hidden=True,
    )


def _data(form: RoleForm) -> str:
    """What the script needs, as JSON that cannot end its element."""
    workshop = form.workshop
    data = {
        "workshop": workshop.id,
        "role": form.role,
        "letter": letter_of(form.role),
        "vote": form.vote,
        "template": workshop.template,
        "version": workshop.template_version,
        "kindFormat": KIND_FORMAT,
        "codeLetters": CODE_LETTERS,
        "codeLength": CODE_LENGTH,
        "head": _(HEAD[WORKSHOP]),
        "questions": [{"item": one, "asked": workshop.asked[one].asked} for one in form.items],
        "line": [{"item": one, "signs": _signs(one, form)} for one in form.in_line],
        "words": {name: _(words) for name, words in _WORDS.items()},
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _signs(item: str, form: RoleForm) -> dict[str, str]:
    """The sign of each answer in a line, as the line itself is written."""
    place, found = form.in_line.index(item), {}
    for value in form.questions[item].offered:
        said = sealed({item: Said(value=value)})
        line = written_line(form.role, said, form.workshop, form.questions)
        found[value] = line.split()[1][place]
    return found


@cache
def _resource(name: str) -> str:
    return (files("readiness.report.rater_form") / name).read_text("utf-8")
