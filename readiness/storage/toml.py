"""Reading TOML text with bounds, and saying in words why it cannot be read."""

import re
import tomllib
from pathlib import Path
from typing import Any

from readiness.i18n.language import N_, _
from readiness.i18n.words import grouped_words
from readiness.storage.disk import read_any, read_regular
from readiness.storage.encoding import OTHERS, text_of
from readiness.storage.near_names import near_names, plans_in
from readiness.storage.problems import Problem
from readiness.storage.slips import slip
from readiness.storage.toml_bounds import DEEPEST, MOST_ENTRIES, Overrun, is_slow_to_edit, overrun

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes; a larger file is refused with a word."""

_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_END = "(at end of document)"


class Refused(Exception):  # noqa: N818 - it carries a problem and is turned into the file's own error
    """A file that is not read, with the problem to show."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.words())
        self.problem = problem


def read_bytes(path: Path, *, most: int = LARGEST_FILE, is_regular: bool = False) -> bytes:
    """The file's bytes. Raises Refused when there are none to read or more than `most`.

    A pipe or a device is read too, unless it has to be a regular file: for one that was read
    before, and may have been replaced.
    """

    def refuse(why: str, todo: str) -> Refused:
        return Refused(Problem(file=path.name or str(path.absolute()), why=why, todo=todo))

    try:
        # What is no plain file tells no size, and may have no end.
        raw = (read_regular if is_regular else read_any)(path, most + 1)
    except FileNotFoundError:
        near = near_names(path)
        todo = _("the folder has {names}").format(names=", ".join(near))
        todo = todo if near else _("check the name and the folder")
        raise refuse(_("there is no such file"), todo) from None
    except IsADirectoryError:
        plans = plans_in(path)
        todo = _("name a file in it, such as {names}").format(names=", ".join(plans))
        raise refuse(_("this is a folder"), todo if plans else _("name a file in it")) from None
    except OSError as error:
        raise refuse(
            _("the file cannot be read ({why})").format(why=error.strerror),
            _("check that you may open it"),
        ) from None
    if len(raw) > most:
        size = f"{most // 2**20} MiB" if most >= 2**20 else f"{most // 2**10} KiB"
        why = _("the file is larger than {size}").format(size=size)
        raise refuse(why, _("a plan is a few pages of text; check the name"))
    return raw


def is_there(path: Path) -> bool:
    """Whether there is such a file; False too for a name that the system cannot have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def decoded(raw: bytes, name: str) -> str:
    """The text of a file, in UTF-8 or with the mark of UTF-16. Raises Refused if it is neither."""
    other = next((words for start, words in OTHERS if raw.startswith(start)), "")
    if other:
        todo = _("open it where it was made and save it as plain text (UTF-8)")
        raise Refused(Problem(file=name, why=_(other), todo=_instead(name, todo)))
    try:
        text = text_of(raw)
    except UnicodeDecodeError as error:
        if b"\0" in raw and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            raise _no_text(name) from None
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refused(
            Problem(
                file=name,
                line=line,
                why=_("the file is not written in UTF-8"),
                todo=_("save it as UTF-8 in your editor"),
            )
        ) from None
    if "\0" in text:
        raise _no_text(name)
    return text


def _no_text(name: str) -> Refused:
    """A program, a picture, or UTF-16 that does not say so."""
    todo = _instead(name, _("save it as UTF-8 in your editor"))
    return Refused(Problem(file=name, why=_("this is no text file in UTF-8"), todo=todo))


def _instead(name: str, todo: str) -> str:
    """What to do with a file that is no text: one that is not called a plan is none."""
    is_called_plan = name.lower().endswith(".toml")
    return todo if is_called_plan else _("choose the file whose name ends in .toml")


def parsed(text: str, name: str) -> dict[str, Any]:
    """What a TOML text holds. Raises Refused with the line and the reason in words."""
    bounded(text, name)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = _LINE.search(said)
        line = int(at[1]) if at else len(text.splitlines()) or 1
        said = _LINE.sub("", said).replace(_END, "").strip()
        line, why, todo = slip(text, line, said) or (line, *_plain(said))
        raise Refused(Problem(file=name, line=line, why=why, todo=todo)) from None
    if _depth(found) > DEEPEST:
        raise Refused(_passed(name, Overrun("deep", None)))
    return found


def bounded(text: str, name: str) -> None:
    """Look whether a text may be taken apart. Raises Refused where it would cost too much."""
    passed = overrun(text)
    if passed is not None:
        raise Refused(_passed(name, passed))


_TWICE = (N_("the same key or table stands in the file twice"), N_("keep one of them"))
_OPEN = (N_("a text in quotes is not closed"), N_('end it with the same quotes: "like this"'))
_SAID = (
    ("Cannot overwrite", *_TWICE),
    ("Cannot declare", *_TWICE),
    ("Cannot mutate", *_TWICE),
    ("Duplicate", *_TWICE),
    ("Illegal character '\\n'", *_OPEN),
    ("Unterminated string", *_OPEN),
    (
        "Invalid date or datetime",
        N_("there is no such date"),
        N_("write year-month-day: 2027-01-31"),
    ),
    (
        "Invalid value",
        N_("what stands after the = is no value"),
        N_('write texts in quotes: "like this"'),
    ),
    (
        "Expected '=' after a key",
        N_("there is no = here"),
        N_('write a line such as: plan = "My plan"'),
    ),
    (
        "Expected ']'",
        N_("a table's name is not closed"),
        N_("write it in brackets: [answers.SEL-01]"),
    ),
    (
        "Unescaped '\\'",
        N_("a backslash in double quotes has a meaning of its own"),
        N_(r"write \\ for it, or put the text in single quotes"),
    ),
    (
        "Expected newline",
        N_("something stands behind the value"),
        N_("put texts in quotes, and each key on a line of its own"),
    ),
    (
        "Invalid statement",
        N_("this is neither a key with its value nor a table's name"),
        N_('write a line such as: plan = "My plan"'),
    ),
    ("Unclosed array", N_("a list is not closed"), N_("end it with ]")),
)


def _plain(said: str) -> tuple[str, str]:
    """What the reader of TOML found, and what to do, in plain words where we have them."""
    for start, why, todo in _SAID:
        if said.startswith(start):
            return _("{why} (the line is not TOML)").format(why=_(why)), _(todo)
    # Not in the words of the reader: it speaks English only.
    return _("this line is not TOML"), _("mend the line, or take it out")


def editable(text: str, name: str) -> None:
    """Look whether a text may be changed in place. Raises Refused where it would take too long."""
    if is_slow_to_edit(text):
        why = _("the file has more keys with dots than can be changed with their comments")
        raise Refused(Problem(file=name, why=why, todo=_("write them under headers: [like.this]")))


def _passed(name: str, passed: Overrun) -> Problem:
    """The problem of a text that passes a bound."""
    why, todo = {
        "deep": (
            _("tables, lists or the parts of a key are more than {n} deep").format(n=DEEPEST),
            _("open a copy from before it was changed"),
        ),
        "many": (
            _("from here on there are more than {n} keys and values in the file").format(
                n=grouped_words(MOST_ENTRIES)
            ),
            _("open a copy from before it was changed"),
        ),
        "long": (
            _("a number has more figures than any plan needs"),
            _("write a shorter one, or put it in quotes"),
        ),
    }[passed.bound]
    return Problem(file=name, line=passed.line, why=why, todo=todo)


def _depth(thing: object) -> int:
    deepest, level = 0, [thing]
    while level:
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        deepest += 1
        if deepest > DEEPEST + 1:
            break
    return deepest
