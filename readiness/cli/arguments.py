"""The arguments that several commands take, each said in the same words, and argparse's own."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.i18n.language import N_, _, n_

if TYPE_CHECKING:
    from readiness.app.session import Session


def opened(args: argparse.Namespace) -> Session:
    """The plan that a command is about, judged on the day that was given. Raises UnreadablePlan."""
    from readiness.app.session import Session
    from readiness.storage.templates import Library

    return Session.open(args.file, Library(), lambda: getattr(args, "today", None) or date.today())


def day_given(text: str) -> date:
    """The day that was given, as 2027-08-16 or 16 Aug 2027. Raises ArgumentTypeError."""
    from readiness.describe.act import refusal
    from readiness.domain.kinds.days import typed_day
    from readiness.domain.kinds.value import InvalidValue
    from readiness.domain.plan.act import Act
    from readiness.i18n.times import Frame

    day = typed_day(text, Frame(date.today()))
    if isinstance(day, InvalidValue):
        raise argparse.ArgumentTypeError(f"{day.why}; {day.todo}")
    if day is None:
        raise argparse.ArgumentTypeError(refusal("no date", Act(kind="move", what=text)))
    return day


def arguments_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The arguments of a command, without what leads to the commands inside it."""
    actions = parser._actions  # noqa: SLF001 - argparse tells its arguments nowhere else
    return [one for one in actions if not isinstance(one.choices, dict)]


def commands_of(
    parser: argparse.ArgumentParser, before: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser, those inside a command after it."""
    for action in parser._actions:  # noqa: SLF001 - as above
        # Only what leads to other parsers keeps its choices by name.
        if isinstance(action.choices, dict):
            for name, one in action.choices.items():
                yield f"{before}{name}", one
                yield from commands_of(one, f"{before}{name} ")


def add_flag(parser: argparse._ActionsContainer, name: str, words: str) -> None:
    """Add an option that takes nothing."""
    parser.add_argument(name, action="store_true", help=words)


def add_word(parser: argparse._ActionsContainer, name: str, value: str, words: str) -> None:
    """Add an option that takes a word or a text, called by `value`; empty where it is not given."""
    parser.add_argument(name, default="", metavar=value.upper(), help=words)


def add_day(parser: argparse._ActionsContainer, name: str, words: str) -> None:
    """Add an option that takes a day."""
    parser.add_argument(name, type=day_given, metavar=_("date").upper(), help=words)


def add_language(parser: argparse.ArgumentParser) -> None:
    """Tell of --lang, which is taken out of what was given before a parser sees it."""
    words = _("speak this language, else that of READINESS_LANG or of the system")
    from readiness.storage.languages import LANGUAGES

    parser.add_argument("--lang", choices=list(LANGUAGES), help=words)


def add_plan(parser: argparse.ArgumentParser, name: str = "file") -> None:
    """Add the plan that a command is about."""
    parser.add_argument(name, type=Path, metavar="PLAN.toml", help=_("the plan"))


def add_workshop(parser: argparse.ArgumentParser) -> None:
    """Add the workshop that a command is about."""
    words = _("the workshop's file")
    parser.add_argument("file", type=Path, metavar="NAME.workshop.toml", help=words)


def add_template(parser: argparse.ArgumentParser, usual: str | None = "imr") -> None:
    """Declare --template.

    `usual` is the template where none is named, None where the command finds out which.
    """
    words = _("a name from: readiness templates, or a path (imr)")
    parser.add_argument("--template", default=usual, metavar=_("Name").upper(), help=words)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add that programs read what is printed."""
    add_flag(parser, "--json", _("print JSON for programs"))


def add_today(parser: argparse.ArgumentParser) -> None:
    """Add a day that stands for today."""
    add_day(parser, "--today", _("take this for today"))


def add_output(parser: argparse.ArgumentParser, what: str, *, is_folder: bool = False) -> None:
    """Add where a command writes what it makes."""
    kind = _("folder").upper() if is_folder else _("FILE")
    parser.add_argument("-o", "--output", type=Path, metavar=kind, help=what)


def add_format(parser: argparse.ArgumentParser, kinds: Sequence[str], usual: str) -> None:
    """Add what is made, one of several formats; `usual` where none is named."""
    *most, last = kinds
    words = _("{kinds} or {last} ({usual})")
    words = words.format(kinds=", ".join(most), last=last, usual=usual)
    parser.add_argument(
        "--to", choices=kinds, default=usual, metavar=_("Format").upper(), help=words
    )


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add that a file which somebody else made may be written over."""
    words = _("overwrite whatever is in the way, but never the plan")
    add_flag(parser, "--force", words)


def add_look(parser: argparse.ArgumentParser) -> None:
    """Add what a document looks like."""
    parser.add_argument("--page", choices=("a4", "letter"), help=_("paper of a PDF (a4)"))
    words = _("your name, footer, logo and colours (TOML)")
    parser.add_argument("--theme", type=Path, metavar=_("FILE"), help=words)


def add_vote(parser: argparse.ArgumentParser, usual: int | None = 1) -> None:
    """Add which vote of a workshop it is; `usual` where neither is named."""
    words = _("the first vote or the second")
    parser.add_argument("--vote", type=int, choices=(1, 2), default=usual, help=words)


WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
)
"""Every message of argparse that our commands can lead to. They are those of the Python that runs,
and stand here only to be translated."""


def say_in_our_words() -> None:
    """Let argparse look its words up where we do; what is not there it says in English."""
    setattr(argparse, "_", _)  # noqa: B010 - its own name for that, which no stub tells
    setattr(argparse, "ngettext", n_)  # noqa: B010 - as above
