"""A file that a person may have written: its bytes, with bounds, and the text that they are.

What people take for a plan and is none is told in words; so is what is no text. The text is taken
as they see it: without a mark of its encoding, and without what nobody can see between its words.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from readiness.i18n.language import N_, _
from readiness.storage.disk import read_any, read_regular
from readiness.storage.filenames import near_names, some_plans
from readiness.storage.problems import Problem, Refused

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes; a larger file is refused with a word."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a file may begin with to say how it is encoded; the longer before those they begin with."""

OTHERS = (
    (b"%PDF", N_("this is a PDF document")),
    (b"PK\x03\x04", N_("this is a document of Word or Excel, or a packed folder")),
    (b"{\\rtf", N_("this is a document of a word processor (RTF)")),
    (b"<!DOCTYPE", N_("this is a web page")),
    (b"<!doctype", N_("this is a web page")),
    (b"<html", N_("this is a web page")),
    (b"<?xml", N_("this is an XML file")),
)
"""What files begin with that people take for a plan."""

_UNSEEN = re.compile(r"[^\n\t -\u00ff]|\r(?!\n)|[\u0080-\u00a0\u00ad]")
"""What may be a space or a mark that nobody sees; a quick look, for most files have none."""

_PIECE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|[^\"'#]++",
    re.DOTALL,
)
"""What a file is made of; quotes that are not closed go on to the end, which is read once."""


def read_bytes(path: Path, *, most: int = LARGEST_FILE, is_regular: bool = False) -> bytes:
    """The bytes of a file. Raises Refused where there are none to read, or more than `most`.

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
        plans = some_plans(path)
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
        text = _text_of(raw)
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
    return (
        todo
        if is_called_plan
        else _("choose the file whose name ends in {ending}").format(ending=".toml")
    )


def _text_of(raw: bytes) -> str:
    """The text, without a byte order mark. Raises UnicodeDecodeError where it is in no Unicode."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _told(raw[len(mark) :].decode(name))
    return _told(raw.decode("utf-8"))


def _told(text: str) -> str:
    """The text with what is unseen between its keys and values as spaces, or left out.

    A no-break space before the = is a space to all who look at it; zero widths, marks of direction
    and soft hyphens are nothing. In quotes and in comments everything stays.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _ending(text))
    if not _UNSEEN.search(text):
        return text
    return "".join(one if one[0] in "\"'#" else _seen(one) for one in _PIECE.findall(text))


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _seen(text: str) -> str:
    return "".join(map(_letter, text)) if _UNSEEN.search(text) else text


def _letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Zs", "Zl", "Zp"):
        return "\n" if kind in ("Zl", "Zp") else " "
    return "" if kind == "Cf" else letter
