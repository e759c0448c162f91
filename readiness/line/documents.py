"""Commands about the documents: they are read here, or made as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from readiness.app.operations.documents import (
    in_the_way,
    job_named,
    make_document,
    nothing_to_report,
    remarks_on,
)
from readiness.i18n.language import _, n_
from readiness.i18n.typed_dates import typed_date
from readiness.line.command_words import command_now, in_english, word_now
from readiness.line.commands import FORM_NAMES, KNOWN
from readiness.line.console import Ended
from readiness.line.conversation import Conversation

if TYPE_CHECKING:
    from readiness.report.formats import Format

QUARTERS = (0.25, 0.5, 0.75)
"""The shares of the work that are told."""


def pdf(talk: Conversation, rest: str) -> None:
    """Make the document as PDF."""
    _make(talk, "pdf", rest)


def word(talk: Conversation, rest: str) -> None:
    """Make the document as a Word file."""
    _make(talk, "docx", rest)


def web(talk: Conversation, rest: str) -> None:
    """Make the document as a web page."""
    _make(talk, "html", rest)


def read(talk: Conversation, rest: str) -> None:
    """List the document's sections, or read one; or read a report or a paper form, all of it."""
    from readiness.report.plain_text import sections_of

    is_section = rest in ("", "all") or rest.isdecimal()
    asked = _asked(talk, "" if is_section else rest)
    if asked.why:
        talk.wrong(asked.why)
        return
    job = job_named(talk.session, "pdf", asked.name, is_shared=asked.is_shared)
    found = sections_of(job.document)
    if not rest:
        for number, one in enumerate(found, 1):
            talk.say(f"{number}. {one.title}.")
        count = n_("{n} section.", "{n} sections.", len(found)).format(n=len(found))
        talk.say(count, _("Type document and a number to read one, or document all."))
        return
    wanted = [int(rest) - 1] if rest.isdecimal() else range(len(found))
    if not 0 <= wanted[0] < len(found):
        talk.wrong(_('There is no section "{name}". Type document for the list.').format(name=rest))
        return
    for number in wanted:
        for passage in found[number].passages:
            talk.say(*([""] if passage.has_gap else []), *passage.text.split("\n"))


@dataclass(frozen=True)
class Asked:
    """A document as it is asked for behind a command."""

    name: str = ""
    """Its name; empty for the strategy document."""
    why: str = ""
    """Why it cannot be made, or was not understood; empty where it can."""
    is_shared: bool = False
    replaces: bool = False
    """Whether it may take the place of a file of someone else."""


def _asked(talk: Conversation, rest: str) -> Asked:
    """Which document is asked for, in whichever language."""
    words = [in_english(word, KNOWN["pdf"]) for word in rest.split()]
    name = _name([word for word in words if word not in ("shared", "replace")], talk.session.today)
    if name is None:
        help_ = f"{command_now('help')} pdf"
        why = _('There is no document "{name}". Type {help} for those there are.')
        return Asked(why=why.format(name=rest, help=help_))
    why = nothing_to_report(talk.session, name)
    return Asked(name, why, is_shared="shared" in words, replaces="replace" in words)


def _name(words: Sequence[str], today: date) -> str | None:
    """The name of a document that is asked for in words; None where there is no such document."""
    match words:
        case []:
            return ""
        case [("brief" | "progress") as name]:
            return name
        case ["form", name] if name in FORM_NAMES:
            return name
        case ["fidelity", *said] if said:
            day = typed_date(" ".join(said), today)
            return None if day is None else day.isoformat()
    return None


def _make(talk: Conversation, kind: Format, rest: str) -> None:
    """Make a document beside the plan, unless a stranger's file is in its place."""
    from readiness.report.formats import NAMES

    asked = _asked(talk, rest)
    if asked.why:
        talk.wrong(asked.why)
        return
    job = job_named(talk.session, kind, asked.name, is_shared=asked.is_shared)
    refused = "" if asked.replaces else in_the_way(job.target, kind)
    if refused:
        again = (command_now(_command(kind)), *map(word_now, (*rest.split(), "replace")))
        words = _("{command} makes it all the same.").format(command=" ".join(again))
        talk.wrong(refused, words)
        return
    words = _("Making the {kind}, a few seconds. Ctrl-C stops it.")
    talk.say(words.format(kind=_(NAMES[kind])))
    left = list(QUARTERS)

    def tell(share: float) -> None:
        while left and share >= left[0]:
            talk.say(_("{n} percent done.").format(n=round(100 * left.pop(0))))

    try:
        effect = make_document(job, tell)
    except Ended:
        raise
    except KeyboardInterrupt:
        talk.say(_("Stopped. Nothing was written."))
    else:
        (talk.console.say if effect.is_done else talk.console.wrong)(effect.said)
        if effect.is_done:
            talk.say(str(job.target.absolute()), *remarks_on(job))


def _command(kind: Format) -> str:
    return {"pdf": "pdf", "docx": "word", "html": "web"}[kind]
