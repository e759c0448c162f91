"""Rows that were pasted at a terminal: shown as what they would become, and taken with a yes."""

from __future__ import annotations

from readiness.app.operations.spreadsheet import read_rows, take_rows
from readiness.describe.spreadsheet import reading_lines
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.spreadsheet import is_rows
from readiness.i18n.language import _
from readiness.line.console import SAYS_YES
from readiness.line.conversation import Conversation


class RowsPasted(Exception):  # noqa: N818 - it says what happened
    """Rows came where one field was asked; what becomes of them has been said."""


def offer_rows(talk: Conversation, place: FieldRef, words_before: int = 0) -> bool:
    """Offer to take what was pasted with the last line, if that is rows; whether it was.

    The words of a command may stand before the first cell.
    """
    rows = talk.console.rows()
    if rows:
        rows[0] = rows[0].split(maxsplit=words_before)[-1] if words_before else rows[0]
    text = "\n".join(rows)
    if not is_rows(text):
        return False
    reading = read_rows(talk.session, place, text)
    talk.say(*reading_lines(place, talk.session.template, reading))
    if not reading.lines:
        return True
    answer = talk.words(_("Take them? Type yes or no:"))
    if answer.strip().casefold() in SAYS_YES:
        talk.perform(lambda session: take_rows(session, place, reading))
    else:
        talk.say(_("Left as it was."))
    return True
