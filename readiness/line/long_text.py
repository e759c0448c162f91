"""A text over several lines: where it ends, and what in it is a command."""

from __future__ import annotations

from readiness.domain.kinds.kind import LONGEST_TEXT
from readiness.domain.kinds.value import NO, NOT_APPLICABLE, NOT_SURE, standing_word
from readiness.i18n.language import _
from readiness.i18n.words import grouped_words
from readiness.line.commands import (
    command_of,
    command_or_text,
    is_bare_command,
    unknown_command,
    unquoted,
)
from readiness.line.console import Leave
from readiness.line.conversation import Conversation


def rest_of_text(talk: Conversation, first: str) -> str:
    """A text over several lines, up to a full stop on its own, a command, or the end of input."""
    block = talk.console.block()
    is_whole = standing_word(first) in (NO, NOT_SURE, NOT_APPLICABLE) and not block
    if first.strip() == "." or is_whole:
        return "" if first.strip() == "." else first
    lines = _joined(talk, [first], block)
    while True:
        try:
            line = talk.console.line(_("More, or a full stop to end:"))
            block = talk.console.block()
            if block:
                lines = _joined(talk, lines, [line, *block])
                continue
            _doubt(talk, line)
            if is_bare_command(line) and not line.strip().startswith("/"):
                talk.wrong(command_or_text(line))
                continue
        except Leave:
            break
        except KeyboardInterrupt:
            talk.console.end()
            break
        if command_of(line, is_free=True) is not None:
            talk.console.give_back(line)
            break
        if line.strip() == ".":
            break
        more = "." if line.strip() == ".." else unquoted(line).replace("//", "/", 1)
        if _is_too_long(lines, more):
            _say_too_long(talk)
            break
        lines.append(more)
    return "\n".join(lines).rstrip()


def _joined(talk: Conversation, lines: list[str], block: list[str]) -> list[str]:
    """The lines with a pasted block behind them, every word of which is text, never a command."""
    found = [*lines]
    for number, line in enumerate(block):
        if _is_too_long(found, line):
            _say_too_long(talk)
            talk.say(*block[number:])
            break
        found.append(line)
    return found


def _is_too_long(lines: list[str], more: str) -> bool:
    return len("\n".join((*lines, more))) > LONGEST_TEXT


def _say_too_long(talk: Conversation) -> None:
    words = _("A text has {n} characters at most: it ends before this line.")
    talk.wrong(words.format(n=grouped_words(LONGEST_TEXT)))


def _doubt(talk: Conversation, line: str) -> None:
    """Say that a line of a text looks like a command; a pipe ends there. Raises Leave then."""
    if unknown_command(line):
        words = _("Kept as text: there is no command {word}.")
        words = _("There is no command {word}.") if talk.console.is_piped else words
        talk.wrong(words.format(word=line.split(maxsplit=1)[0]))
