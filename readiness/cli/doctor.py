"""Say what the program finds on this computer, for support."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from readiness import __version__
from readiness.cli.arguments import add_json
from readiness.cli.output import hand_over_json, say
from readiness.i18n.language import ENGLISH, N_, _, in_english, language

DESCRIPTION = N_("""\
Say what the program finds on this computer, for support.

Print what someone who helps you needs to know: versions, the terminal, the
language, folders and whether they can be written, templates, and whether every
part of the program works. Your login name is left out; nothing is sent.""")
EXAMPLE = N_("""\
examples:  readiness doctor
           readiness doctor --json

exit codes: 0 all works, 1 something does not""")

LIBRARIES = ("platformdirs", "pydantic", "reportlab", "shtab", "textual", "tomlkit")
PARTS = {
    "screens": "textual.app",
    "PDF": "reportlab.pdfgen.canvas",
    "saving plans": "tomlkit",
    "shell completion": "shtab",
}
"""What each part of the program cannot do without."""
EXTRAS = {"in a browser (readiness serve)": "textual_serve.app_service"}
"""The same for parts that are installed only by those who want them."""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness doctor`."""
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print what the program and the machine are like; returns 1 where something does not work."""
    with in_english():
        found = findings()
    if args.json:
        hand_over_json(found)
    else:
        if language() != ENGLISH:
            say(_("In English, as those who help with the program read it:"))
        for title, facts in found.items():
            say(title.capitalize())
            for name, words in facts.items():
                say(f"  {name}: {words}")
    return 1 if troubles(found) else 0


def troubles(found: Mapping[str, Mapping[str, str]]) -> list[str]:
    """What does not work: parts, folders and fonts."""
    watched = ("folders", "parts", "fonts")
    return [
        name
        for title in watched
        for name, words in found[title].items()
        if "does not work" in words or "cannot be written" in words or words == "missing"
    ]


def findings() -> dict[str, dict[str, str]]:
    """Everything that was found, by title and name, in words."""
    return {
        "versions": _versions(),
        "terminal": _terminal(),
        "folders": _folders(),
        "templates": _templates(),
        "fonts": _fonts(),
        "parts": {
            **{name: _works(module) for name, module in PARTS.items()},
            **{name: _extra(module) for name, module in EXTRAS.items()},
        },
    }


def _versions() -> dict[str, str]:
    import platform
    from importlib import metadata

    found = {
        "readiness": __version__,
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "missing"
    return found


def _terminal() -> dict[str, str]:
    import locale

    try:
        size = os.get_terminal_size()
        columns = _("{columns} by {lines}").format(columns=size.columns, lines=size.lines)
    except OSError:
        columns = _("no terminal")
    language, encoding = locale.getlocale()
    named = {name: os.environ.get(name, "not set") for name in ("TERM", "COLORTERM", "NO_COLOR")}
    return {
        "size": columns,
        **named,
        "colours": _colours(),
        "output encoding": sys.stdout.encoding or "unknown",
        "locale": f"{language or 'C'}, {encoding or 'unknown'}",
        "LANG": os.environ.get("LANG", "not set"),
        **_characters(),
    }


def _characters() -> dict[str, str]:
    """The level that pictures are drawn at, and a sample of each, to be looked at."""
    from readiness.tui.characters import fitting, samples

    level = fitting(os.environ, sys.stdout.encoding or "", sys.platform)
    found = {"characters": _("{level}; change it with Ctrl+P, Characters").format(level=level)}
    return found | dict(line.split(": ", 1) for line in samples())


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return _("none, as NO_COLOR asks")
    if os.environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return _("16 million")
    return "256" if "256" in os.environ.get("TERM", "") else _("16 or unknown")


def _folders() -> dict[str, str]:
    import tempfile

    from readiness.storage.memory import default_folder
    from readiness.storage.template_cache import cache_folder
    from readiness.storage.templates import own_folder, shipped_folder

    return {
        "places and recent plans": _folder(default_folder()),
        "own templates": _folder(own_folder()),
        "templates as read": _folder(cache_folder()),
        "this folder": _folder(Path.cwd()),
        "temporary files": _folder(Path(tempfile.gettempdir())),
        "shipped templates": nameless(shipped_folder()),
    }


def _folder(path: Path) -> str:
    shown = nameless(path)
    there = next((one for one in (path, *path.parents) if one.exists()), path)
    can = (
        _("can be written")
        if there.is_dir() and os.access(there, os.W_OK)
        else _("cannot be written")
    )
    made = "" if there == path else _(" (not made yet)")
    return f"{shown}, {can}{made}"


def nameless(path: Path) -> str:
    """A path without the login name: ~ for the home folder, and a word where the name stands."""
    whole = str(path)
    try:
        home = str(Path.home())
    except RuntimeError:
        home = ""
    if len(home) > 1 and (whole == home or whole.startswith(home + os.sep)):
        whole = f"~{whole[len(home) :]}"
    names = {os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME")} - {""}
    pieces = (_("(login name)") if one in names else one for one in Path(whole).parts)
    return str(Path(*pieces))


def _templates() -> dict[str, str]:
    from readiness.storage.templates import Library

    return {one.id: f"{one.version}, {one.where}" for one in Library().listings()}


def _fonts() -> dict[str, str]:
    from importlib.resources import files

    folder = Path(str(files("readiness"))) / "report" / "fonts"
    found = {path.name: "there" for path in sorted(folder.glob("*.ttf"))}
    return found or {"fonts of the PDF": "missing"}


def _extra(module: str) -> str:
    from importlib.util import find_spec

    if find_spec(module.partition(".")[0]) is None:
        return _("not installed; if wanted: pip install textual-serve")
    return _works(module)


def _works(module: str) -> str:
    from importlib import import_module

    try:
        import_module(module)
    except Exception as error:  # noqa: BLE001 - whatever a broken install raises is the answer
        return _("does not work: {name}").format(name=type(error).__name__)
    return "works"
