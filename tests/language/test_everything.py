"""Every screen, dialog, key, command, help and message speaks the language that is spoken.

In the language of `pseudo` every vowel has an accent: a word without one was never translated, or
never looked up. What no walk comes by is found in the source and in the catalogue.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import walk_packages
from typing import get_args

import pytest
from babel.messages.pofile import read_po
from textual.dom import DOMNode

import readiness
from readiness import tui
from readiness.app.session import Session
from readiness.cli.main import main
from readiness.domain.kinds.kind import Shape
from readiness.domain.plan.act import Kind, Refusal
from readiness.domain.ratings.counts import Gap
from readiness.domain.ratings.disclosure import Band
from readiness.domain.ratings.intake import Reason
from readiness.domain.ratings.workshop import Guard
from readiness.line.after_start import HELP as RECORDED
from readiness.line.commands import ABOUT, KNOWN
from readiness.report.record_forms import COMMANDS as TYPED_IN_LATER
from readiness.storage.templates import Library
from readiness.tui import commands
from readiness.tui.context_help import keys_told
from readiness.tui.keys import NAMES, bindings_of
from tests.language.pseudo import accented, bare_words, plan_file, unsaid
from tests.line.conversation import converse
from tests.sources import parsed
from tests.tui.person import TODAY, Person, at, now
from tests.tui.scenes import SCENES, go

pytestmark = pytest.mark.no_cover

PACKAGE = Path(readiness.__file__).parent
CATALOGUE = PACKAGE / "locale" / "nb" / "LC_MESSAGES" / "readiness.po"

FURTHER: dict[str, tuple[str, ...]] = {
    "document for sharing": ("d", "s"),
    "a closure": ("h", "4", "plus"),
    "a number typed": ("h", "enter", "9", "enter"),
    "a what-if tried": ("h", "2", "o"),
    "a what-if taken": ("h", "3", "t"),
    "shares": ("e", "enter"),
    "a new action": ("a", "plus"),
    "an action dropped": ("a", "r"),
    "who does it": ("a", "w"),
    "when": ("a", "t"),
    "a date moved": ("c", "v", "enter"),
    "why a flag is accepted": ("x", "a"),
    "a name": ("f6", "r"),
    "a role": ("f6", "o"),
    "undo": ("ctrl+z",),
}
"""Scenes beside those that the atlas shows: dialogs, and what is said in passing."""


def offered(person: Person) -> Iterator[str]:
    """What can be done here: the keys as F1 tells them, and the palette."""
    yield keys_told(person.app, person.app.plan.view)
    for command in person.app.get_system_commands(person.app.screen):
        yield f"{command.title} {command.help}"


@pytest.mark.walk
@pytest.mark.usefixtures("another_language")
async def test_every_dialog_its_keys_and_its_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, keys in FURTHER.items():
        monkeypatch.setitem(SCENES, name, keys)
    session = Session.open(Path(plan_file(tmp_path).name), Library(), lambda: TODAY, now)
    found, kinds = {}, set()
    async with at(session, tmp_path / "state", (100, 40)) as person:
        for name in FURTHER:
            await go(person, name)
            said = [person.see(), person.told()]
            if type(person.app.screen) not in kinds:
                kinds.add(type(person.app.screen))
                said += offered(person)
            found[name] = unsaid("\n".join(said))
    assert {name: words for name, words in found.items() if words} == {}
    assert len(kinds) > 5


TYPED = [
    *("?", "help", *(f"help {name}" for name in ABOUT)),
    *("list", *(f"list {one}" for one in sorted(KNOWN["list"])), "find 22", "find qqq"),
    *("people", "people add XY", "", "people rename XY", "XZ", "people role XZ", "22"),
    *("people remove XZ", "people remove XX", "flags", "flags CAP-01R", "flags accept CAP-01R"),
    *("22", "AB", "flags withdraw CAP-01R", "flags 99", "xrays", "hours", "actions", "actions 9"),
    *("actions adopt CAP-02", "actions adopt X", "actions done 1", "actions reopen 1"),
    *("actions drop 1", "22", "actions add", "22", *[""] * 9, "monitoring", "calendar"),
    *("calendar all", "calendar take 2", "calendar move 2", "", "closures", "closures add"),
    *("1.2.2027", "7.2.2027", "22", "absences", "absences add", "AB", "1.2.2027", "7.2.2027", ""),
    *("rounds", "rounds add", "1.2.2027", "3", "rounds remove 1", "numbers", "numbers 3", "7"),
    *("numbers 3", "x", "about", "about months", "14", "short", "full", "undo", "redo", "save"),
    *("whatif", "whatif 1", "whatif take 1", "document", "document 1", "pdf", "word", "web"),
    *("history", "copies", "why", "na", "22", "clear", "note", "22", ".", "note none"),
    *("go 2", "go flag", "go unanswered", "go 99", "next", "skip", "back"),
]
"""Every command, also with what it cannot follow."""


@pytest.mark.walk
@pytest.mark.usefixtures("another_language")
def test_every_line_of_ask(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    asked = [
        line for key in Library().load("imr").items for line in (f"/go {key}", "?", "\x01", "/why")
    ]
    _code, said = converse(path, [*TYPED, *asked, "/quit"])
    known = {"none", *ABOUT, *set().union(*KNOWN.values())}
    lines = dict.fromkeys(said.replace(str(tmp_path), "").splitlines())
    assert len(lines) > 500
    assert [(line, words) for line in lines if (words := unsaid(line) - known)] == []


COMMANDS = [
    *(("ask",), ("blank",), ("check",), ("completion",), ("demo",), ("diff",), ("doctor",)),
    *(("export",), ("history",), ("man",), ("merge",), ("new",), ("pdf",), ("schema",)),
    *(("serve",), ("templates",), ("templates", "copy"), ("templates", "check"), ()),
    *(("due",), ("record",), ("fidelity",), ("rate",), ("workshop",), ("agreement",)),
    *(("workshop", act) for act in ("new", "forms", "pack", "gather", "type", "reveal")),
    *(
        ("workshop", act)
        for act in ("agree", "park", "missing", "dots", "finish", "compare", "room")
    ),
]
OF_THE_SHELL = re.compile(
    r"(?<!\w)--?[\w-]+|\{[\w,]+\}|[.\\]\w+ ?\w*"
    r"|\b(?:readiness|list|copy|check|PLAN|NAME|THEN|NOW|N|imr|pdf|docx)\b"
)
"""Options, their values, and the language of manual pages: what is typed, the same everywhere."""


@pytest.mark.usefixtures("another_language")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_help_of_a_command(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    said = OF_THE_SHELL.sub(" ", capsys.readouterr().out)
    names = {name for one in COMMANDS for name in one}
    assert bare_words(said) - names - {"en"} == set()
    assert accented("options") in said


def test_every_key_is_described_in_words_of_the_catalogue() -> None:
    for module in walk_packages(tui.__path__, "readiness.tui."):
        import_module(module.name)
    kinds = [one for one in _kinds(DOMNode) if one.__module__.startswith("readiness.")]
    words = {
        (kind.__name__, said)
        for kind in kinds
        for one in bindings_of(kind)
        for said in (one.description, one.tooltip)
        if said
    }
    words |= {("command", said) for one in commands.COMMANDS for said in (one.name, one.tooltip)}
    words |= {("key", said) for said in NAMES.values() if len(said) > 1}
    assert len(words) > 100
    known = {one.id for one in read_po(CATALOGUE.open("rb"))}
    assert {(where, said) for where, said in words if said not in known} == set()


def _kinds(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _kinds(one)


LOOKED_UP = {"_", "N_", "n_"}
SHOWN = (
    *("cli", "line", "report", "web", "tui", "describe", "app/operations"),
    *("domain/rules", "domain/schedule", "domain/kinds"),
)
FOR_PROGRAMS = {
    *("cli/doctor.py", "web/pages.py", "report/pdf/metadata.py", "report/html/render.py"),
    *("report/file_output.py", "tui/looks.py", "cli/completion.py"),
}
"""Modules that write for programs, or for those who help with this one: in English."""
SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:]? (?:[a-z]{1,}[,;:]? ){0,3}[a-z]{2,}")
STYLE = re.compile(r"\{[^}]*;|\$[a-z]|^\s*@media")
"""Colours and rules of a style sheet, of a page or of the screens."""
OF_WORD = {
    "Table text",
    "Dense table text",
    "Tick box",
    "Lines to sign on",
    "Table end",
    "Small print",
}
"""Names of styles in a Word file."""


def test_no_sentence_of_the_source_escapes_the_catalogue() -> None:
    words = (Kind, Refusal, Guard, Reason, Band, Shape, *get_args(Gap))
    of_the_file = {*_options(), *(said for one in words for said in get_args(one))}
    of_the_file |= {*RECORDED, *TYPED_IN_LATER.values()}
    found = [
        f"{path.relative_to(PACKAGE)}:{one.lineno}: {one.value}"
        for place in SHOWN
        for path in (PACKAGE / place).rglob("*.py")
        if str(path.relative_to(PACKAGE)) not in FOR_PROGRAMS
        for one in _bare(parsed(path))
        if one.value not in of_the_file
    ]
    assert found == []


def _options() -> Iterator[str]:
    """What stands in a plan's file for an answer, the same in every language."""
    for item in Library().load("imr").items.values():
        for part in (*item.parts.values(), *item.row_parts.values(), *item.person_parts.values()):
            yield from part.options


def _bare(tree: ast.AST) -> Iterator[ast.Constant]:
    """Sentences that nothing looks up, and words of which one is for one and one for many."""
    marked = {id(one) for call in ast.walk(tree) if _is_marked(call) for one in ast.walk(call)}
    plural = {
        id(side)
        for one in ast.walk(tree)
        if isinstance(one, ast.IfExp)
        for side in (one.body, one.orelse)
        if _are_one_and_many(one.body, one.orelse)
    }
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in marked:
            is_sentence = SENTENCE.search(one.value) and len(one.value.split()) > 2
            is_style = bool(STYLE.search(one.value))
            if id(one) in plural or (is_sentence and not is_style and one.value not in OF_WORD):
                yield one


def _is_marked(one: ast.AST) -> bool:
    """Whether what is inside is looked up, a docstring, or an annotation."""
    if isinstance(one, ast.Call):
        return isinstance(one.func, ast.Name) and one.func.id in LOOKED_UP
    return isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)


def _are_one_and_many(one: ast.AST, many: ast.AST) -> bool:
    pair = [side.value for side in (one, many) if isinstance(side, ast.Constant)]
    return (
        len(pair) == 2
        and all(isinstance(side, str) for side in pair)
        and (pair[0] + "s" == pair[1] or pair[1] + "s" == pair[0])
    )


ENGLISH = re.compile(
    r"(?<![\w{/.-])(?:the|and|of|with|are|this|that|which|from|who|when|what|your|you|has|have|was"
    r"|were|been|each|every|there|week|year|month|question|answer|screen)(?![\w}.=/-])",
    re.IGNORECASE,
)
"""Words that no Norwegian sentence holds."""
SAME = {
    *("Plan", "Plan: {plan}.", "plan", "start {start}", "Logo", "{text} doi:", " doi:{doi}"),
    *("readiness new plan.toml --template {template}", "readiness plan.toml"),
    *("readiness ask plan.toml", "OK (Enter)", "FORMAT"),
    *("Format", "workshop", "Workshop", "Workshop:", "Workshop {id}.", "{n} person"),
    *("Workshop {id}", "PLAN.toml", "Word"),
    *("PDF", "Esc", "Tab", "Delete", "Insert", "Enter", "Page Up", "Page Down", "Home", "End"),
}
"""Messages that are the same in both languages."""
TYPED_BY_EXAMPLE = re.compile(
    r"\{[^}]*\}|^  readiness .*|month \d{4}-\d\d|--form month|month \(tall\)", re.MULTILINE
)
"""What is filled in, and examples of what is typed: the same everywhere."""


def test_no_message_is_left_in_english() -> None:
    wrong = []
    for message in read_po(CATALOGUE.open("rb")):
        asked = message.id if isinstance(message.id, tuple) else (message.id,)
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        for said in told if message.id else ():
            letters = TYPED_BY_EXAMPLE.sub("", said)
            is_same = said in asked and re.search("[A-Za-z]{3}", letters) and said not in SAME
            if ENGLISH.search(letters) or is_same:
                wrong.append(said)
    assert wrong == []


def test_no_line_of_the_norwegian_help_is_in_english() -> None:
    lines = (files("readiness.tui") / "help.nb.md").read_text("utf-8").splitlines()
    assert [line for line in lines if ENGLISH.search(line)] == []
    assert len(lines) == pytest.approx(
        len((files("readiness.tui") / "help.md").read_text("utf-8").splitlines()), abs=12
    )
