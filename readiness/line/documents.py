"""Commands about the strategy document: it is read here, or made as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.app.operations.documents import document_job, in_the_way, make_document
from readiness.i18n.language import _, n_
from readiness.line.command_words import command_now, word_now
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
    """List the document's sections, or read one."""
    from readiness.report.plain_text import sections_of

    found = sections_of(document_job(talk.session, "pdf").document)
    if not rest:
        for number, one in enumerate(found, 1):
            talk.say(f"{number}. {one.title}.")
        count = n_("{n} section.", "{n} sections.", len(found)).format(n=len(found))
        talk.say(count, _("Type document and a number to read one, or document all."))
        return
    wanted = range(len(found)) if rest == "all" else [int(rest) - 1] if rest.isdecimal() else []
    if not wanted or not 0 <= wanted[0] < len(found):
        talk.wrong(_('There is no section "{name}". Type document for the list.').format(name=rest))
        return
    for number in wanted:
        for passage in found[number].passages:
            talk.say(*([""] if passage.has_gap else []), *passage.text.split("\n"))


def _make(talk: Conversation, kind: Format, rest: str) -> None:
    """Make a document beside the plan, unless a stranger's file is in its place."""
    from readiness.report.formats import NAMES, remarks

    session = talk.session
    job = document_job(session, kind, is_brief="brief" in rest, is_shared="shared" in rest)
    refused = in_the_way(job.target, kind) if "replace" not in rest else ""
    if refused:
        asked = (command_now(_command(kind)), *map(word_now, (*rest.split(), "replace")))
        words = _("{command} makes it all the same.").format(command=" ".join(asked))
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
            talk.say(*remarks(job.document, kind), str(job.target.absolute()))


def _command(kind: Format) -> str:
    return {"pdf": "pdf", "docx": "word", "html": "web"}[kind]
