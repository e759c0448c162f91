"""Commands about the documents: they are read here, or made as a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from readiness.app.operations.documents import (
    AGREEMENT,
    AGREEMENTS,
    BLANK,
    BRIEF,
    PROGRESS,
    WITH_NAMES,
    Job,
    files_of,
    in_the_way,
    job_named,
    make_document,
    nobody_called,
    nothing_to_report,
    remarks_on,
)
from readiness.describe.act import stopped_told
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
from readiness.i18n.typed_dates import typed_date
from readiness.line.command_words import command_now, in_english, word_now
from readiness.line.commands import ALIASES, FORM_NAMES, KNOWN
from readiness.line.console import Ended
from readiness.line.conversation import Conversation

if TYPE_CHECKING:
    from readiness.report.formats import Format

NAMES: Mapping[tuple[str, ...], str] = {
    (): "",
    ("brief",): BRIEF,
    ("progress",): PROGRESS,
    ("agreement",): AGREEMENT,
    ("agreement", "each"): AGREEMENTS,
    ("form", "all"): BLANK,
    **{("form", name): name for name in FORM_NAMES},
}
"""The words behind a command, and the name of the document that they ask for."""

QUARTERS = (0.25, 0.5, 0.75)
"""The shares of the work that are told."""


def read(talk: Conversation, rest: str) -> None:
    """List the document's sections, or read one; or read another document, all of it."""
    from readiness.report.plain_text import sections_of

    is_section = rest in ("", "all") or rest.isdecimal()
    asked = _asked(talk, "" if is_section else rest)
    if asked.why:
        talk.wrong(asked.why)
        return
    job = job_named(talk.session, "pdf", asked.name, is_shared=asked.is_shared)
    first, *_more = files_of(job, asked.who)
    found = sections_of(first.document)
    if not rest:
        for number, one in enumerate(found, 1):
            talk.say(f"{number}. {one.title}.")
        count = n_("{n} section.", "{n} sections.", len(found)).format(n=len(found))
        talk.say(count, _("Type document and a number to read one, or document all."))
        return
    chosen = whole_number(rest, len(found))
    if rest.isdecimal() and not chosen:
        talk.not_listed(rest, "document")
        return
    for section in found[chosen - 1 : chosen] if chosen else found:
        for passage in section.passages:
            talk.say(*([""] if passage.has_gap else []), *passage.text.split("\n"))


@dataclass(frozen=True)
class Asked:
    """A document as it is asked for behind a command."""

    name: str = ""
    """Its name; empty for the strategy document."""
    why: str = ""
    """Why it cannot be made, or was not understood; empty where it can."""
    who: str = ""
    """The practitioner whose agreement it is; empty for everybody's."""
    is_shared: bool = False
    replaces: bool = False
    """Whether it may take the place of a file of someone else."""


def _asked(talk: Conversation, rest: str) -> Asked:
    """Which document is asked for, in whichever language."""
    words = [in_english(word, KNOWN["pdf"]) for word in rest.split()]
    is_shared, replaces = "shared" in words, "replace" in words
    words = [word for word in words if word not in ("shared", "replace")]
    found = _named(words, talk.session.today)
    if found is None:
        help_ = f"{command_now('help')} pdf"
        why = _('There is no document "{name}". Type {help} for those there are.')
        return Asked(why=why.format(name=rest, help=help_))
    name, who = found
    why = nothing_to_report(talk.session, name) or nobody_called(talk.session, who)
    if is_shared and name in WITH_NAMES:
        why = _("It names practitioners, and is never shared.")
    return Asked(name, why, who, is_shared, replaces)


def _named(words: Sequence[str], today: date) -> tuple[str, str] | None:
    """The name of a document that is asked for in words, and whose it is; None for no document."""
    match words:
        case ["agreement", *who] if who and who != ["each"]:
            return AGREEMENT, " ".join(who)
        case ["fidelity", *said] if said:
            day = typed_date(" ".join(said), today)
            return None if day is None else (day.isoformat(), "")
    name = NAMES.get(tuple(words))
    return None if name is None else (name, "")


def make(kind: Format, talk: Conversation, rest: str) -> None:
    """Make a document beside the plan, unless a stranger's file is in its place."""
    asked = _asked(talk, rest)
    if asked.why:
        talk.wrong(asked.why)
        return
    job = job_named(talk.session, kind, asked.name, is_shared=asked.is_shared)
    jobs = files_of(job, asked.who)
    refused = next(filter(None, (in_the_way(job.target, kind) for job in jobs)), "")
    if refused and not asked.replaces:
        again = (command_now(ALIASES.get(kind, kind)), *map(word_now, (*rest.split(), "replace")))
        words = _("{command} makes it all the same.").format(command=" ".join(again))
        talk.wrong(refused, words)
        return
    for job in jobs:
        if not _make_one(talk, job):
            return


def _make_one(talk: Conversation, job: Job) -> bool:
    """Make a file, and tell the way there; returns whether it is made."""
    from readiness.report import formats

    words = _("Making the {kind}, a few seconds. Ctrl-C stops it.")
    talk.say(words.format(kind=_(formats.NAMES[job.kind])))
    left = list(QUARTERS)

    def tell(share: float) -> None:
        while left and share >= left[0]:
            talk.say(_("{n} percent done.").format(n=round(100 * left.pop(0))))

    try:
        effect = make_document(job, tell)
    except Ended:
        raise
    except KeyboardInterrupt:
        talk.say(stopped_told())
        return False
    (talk.console.say if effect.is_done else talk.console.wrong)(effect.said)
    if effect.is_done:
        talk.say(str(job.target.absolute()), *remarks_on(job))
    return effect.is_done
