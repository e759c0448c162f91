"""Print what makes a shell complete the commands with Tab."""

from __future__ import annotations

import argparse
from pathlib import Path

from readiness.cli.arguments import arguments_of, commands_of
from readiness.cli.output import hand_over
from readiness.i18n.language import N_, _

DESCRIPTION = N_("""\
Print what makes a shell complete the commands with Tab.

A script by which your shell completes the commands, their options and file
names when you press Tab. It is made from the program's own commands.""")
EXAMPLE = N_("""\
examples, one for each shell; then open a new terminal:

bash        mkdir -p ~/.local/share/bash-completion/completions
            readiness completion bash \\
              > ~/.local/share/bash-completion/completions/readiness
zsh         readiness completion zsh > FOLDER/_readiness
            (FOLDER is one of those that this prints: echo $fpath)
fish        readiness completion fish \\
              > ~/.config/fish/completions/readiness.fish
PowerShell  readiness completion powershell >> $PROFILE

exit codes: 0 printed, 2 no such shell""")
SHELLS = ("bash", "zsh", "fish", "powershell")


_PLANS_FIRST = {
    "bash": (
        (
            "complete -o bashdefault -F _shtab_readiness",
            "complete -o bashdefault -o default -F _shtab_readiness",
        ),
    ),
    "zsh": (
        (
            "  _describe 'readiness commands' _commands\n",
            "  _describe 'readiness commands' _commands\n  _files -g '*.toml'\n",
        ),
    ),
}
"""What is put in place of what, because a plan may stand where a command does."""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness completion`."""
    parser.add_argument("shell", choices=SHELLS, help=_("the shell that reads it"))


def run(args: argparse.Namespace) -> int:
    """Print the completion script of a shell; returns 0."""
    import shtab

    from readiness.cli.main import parser

    whole = parser()
    _name_files(whole)
    script = shtab.complete(whole, shell=args.shell)
    for theirs, ours in _PLANS_FIRST.get(args.shell, ()):
        script = script.replace(theirs, ours)
    hand_over(script)
    return 0


def _name_files(parser: argparse.ArgumentParser) -> None:
    """Mark what takes a path, so that file names are offered there."""
    import shtab

    for one in (parser, *(command for _name, command in commands_of(parser))):
        for argument in arguments_of(one):
            if argument.type is Path:
                argument.complete = shtab.FILE  # type: ignore[attr-defined]
