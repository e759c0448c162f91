"""Print the manual page."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from readiness import __version__
from readiness.cli.arguments import arguments_of, commands_of
from readiness.cli.output import say
from readiness.i18n.language import N_, _

DESCRIPTION = N_("""\
Print the manual page.

It is roff, and made from the program's own commands, so that it says the same
as --help.""")
EXAMPLE = N_("""\
examples:  readiness man > readiness.1
           man -l readiness.1

exit codes: 0 printed""")

ENVIRONMENT = {
    "READINESS_LANG": N_("the language, en or nb, unless --lang says another"),
    "READINESS_TEMPLATES": N_("the folder with templates of your own"),
    "READINESS_STATE": N_("the folder of recent plans, versions and what could not be written"),
    "READINESS_CACHE": N_("the folder of what makes the next start faster; no plan is kept there"),
    "READINESS_TRACEBACK": N_(
        "if it is set, a fault of the program is told with all that is known, answers too"
    ),
    "NO_COLOR": N_("if it is set, the screens have no colours"),
}
"""The variables that the program listens to."""


def prepare_parser(_parser: argparse.ArgumentParser) -> None:
    """Declare no arguments: the manual page is about all commands."""


def run(_args: argparse.Namespace) -> int:
    """Print the manual page; returns 0."""
    from readiness.cli.main import parser

    say("\n".join(page(parser())))
    return 0


def page(whole: argparse.ArgumentParser) -> Iterator[str]:
    """The lines of the page."""
    from readiness.line.commands import help_lines

    summary = " ".join((whole.description or "").split())
    chapter = _text(_("User commands"))
    yield f'.TH READINESS 1 "" "readiness {_text(__version__)}" "{chapter}"'
    yield from (_head(_("Name").upper()), f"readiness \\- {_text(summary)}")
    yield _head(_("SYNOPSIS"))
    yield from (".nf", "readiness [PLAN.toml]", _("readiness COMMAND ..."), ".fi")
    yield _head(_("DESCRIPTION"))
    yield from _plain(whole.epilog or "")
    yield _head(_("options").upper())
    yield from _options(whole)
    yield _head(_("COMMANDS"))
    for name, one in commands_of(whole):
        yield f'.SS "readiness {_text(name)}"'
        yield from _lines(" ".join((one.description or "").split()))
        yield from _options(one)
        yield from _plain(one.epilog or "")
    yield _head(_("COMMANDS OF ASK"))
    for words in help_lines(""):
        yield from (".PP", *_lines(words))
    yield _head(_("ENVIRONMENT"))
    for name, words in ENVIRONMENT.items():
        yield from (".TP", f".B {name}")
        yield from _lines(_(words))


def _head(name: str) -> str:
    return f".SH {_text(name)}"


def _options(one: argparse.ArgumentParser) -> Iterator[str]:
    for action in arguments_of(one):
        value = str(action.metavar or "|".join(map(str, action.choices or ())) or action.dest)
        takes = not action.option_strings or action.nargs != 0
        words = [*action.option_strings, *([value] if takes else [])]
        yield from (".TP", f".B {_text(' '.join(words) if takes else ', '.join(words))}")
        yield from _lines(action.help or "")


def _plain(text: str) -> Iterator[str]:
    """Lines as they stand."""
    if text.strip():
        yield from (".PP", ".nf")
        yield from (
            (line and _guarded(_text(line))) or ".sp" for line in text.strip("\n").splitlines()
        )
        yield ".fi"


def _lines(text: str) -> Iterator[str]:
    yield _guarded(_text(text))


def _text(text: str) -> str:
    """Words in which nothing steers roff."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%")


def _guarded(line: str) -> str:
    """A line that is no request, whatever it begins with."""
    return f"\\&{line}" if line[:1] in (".", "'") else line
