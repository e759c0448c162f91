"""What hundreds of tests begin with, worked out once in a process: pure functions all of them."""

import pickle
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument

import readiness.app.session
import readiness.report.docx.word_file
import readiness.report.formats
import readiness.storage.plan_file
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.i18n.language import language
from readiness.report.charts.picture import Picture
from readiness.report.charts.raster import png_of
from readiness.report.document import Document
from readiness.report.formats import OURS, Format, Look, Progress, document_bytes
from readiness.storage.plan_text import plan_from_text
from readiness.storage.problems import Problem
from readiness.storage.templates import Library, shipped_folder

_parse = tomlkit.parse
_load = Library.load
_text_for_copy = Library.text_for_copy
_loaded: dict[tuple[Path, str], Template] = {}
_copied: dict[tuple[Path, str], str] = {}
_taken_apart: dict[str | bytes, bytes] = {}
_read: dict[tuple[str, str, int, str], tuple[Template, tuple[Plan, Sequence[Problem]]]] = {}
_reviewed: dict[tuple[int, int, date, str], tuple[Template, Plan, Review]] = {}
_painted: dict[bytes, bytes] = {}
_documents: dict[tuple[bytes, str], tuple[bytes, list[float]]] = {}


def loaded_once(library: Library, name: str, beside: Path | None = None) -> Template:
    """A template that ships, read once in each language; any other one as ever."""
    path = library.path_of(name, beside)
    if path is None or not path.is_relative_to(shipped_folder()):
        return _load(library, name, beside)
    key = (path, language())
    if key not in _loaded:
        _loaded[key] = _load(library, name, beside)
    return _loaded[key]


def copied_once(library: Library, name: str) -> str:
    """The text of a template that ships, made once in each language; any other one as ever."""
    path = library.path_of(name)
    if path is None or not path.is_relative_to(shipped_folder()):
        return _text_for_copy(library, name)
    key = (path, language())
    if key not in _copied:
        _copied[key] = _text_for_copy(library, name)
    return _copied[key]


@cache
def _examples() -> frozenset[str]:
    return frozenset(one.read_text("utf-8") for one in shipped_folder().glob("example/plan*.toml"))


def understood_once(text: str, name: str, template: Template) -> tuple[Plan, Sequence[Problem]]:
    """The worked example, read once; any other plan as ever."""
    if text not in _examples():
        return plan_from_text(text, name, template)
    key = (text, name, id(template), language())
    if key not in _read:
        _read[key] = template, plan_from_text(text, name, template)
    return _read[key][1]


def taken_apart_once(text: str | bytes) -> TOMLDocument:
    """The worked example as it is edited, taken apart once; any other text as ever.

    Each who asks gets one of their own, to be changed: that takes a sixth of the time.
    """
    if text not in _examples():
        return _parse(text)
    if text not in _taken_apart:
        _taken_apart[text] = pickle.dumps(_parse(text))
    found: TOMLDocument = pickle.loads(_taken_apart[text])  # noqa: S301 - what was put there above
    return found


def reviewed_once(template: Template, plan: Plan, today: date) -> Review:
    """The worked example, judged once for each day; any other plan as ever."""
    if not any(plan is one for _template, (one, _problems) in _read.values()):
        return review(template, plan, today)
    key = (id(template), id(plan), today, language())
    if key not in _reviewed:
        _reviewed[key] = template, plan, review(template, plan, today)
    return _reviewed[key][-1]


def painted_once(picture: Picture) -> bytes:
    """A chart as a Word file holds it; most documents of a run show the same ones."""
    key = pickle.dumps(picture)
    if key not in _painted:
        _painted[key] = png_of(picture)
    return _painted[key]


def made_once(document: Document, kind: Format, progress: Progress, look: Look = OURS) -> bytes:
    """A document in a format; the same one once, and afterwards told of as it was then."""
    key = pickle.dumps((document, kind, look)), language()
    if key in _documents:
        raw, shares = _documents[key]
        for share in shares:
            progress(share)
        return raw
    told: list[float] = []

    def tell(share: float) -> None:
        told.append(share)
        progress(share)

    raw = document_bytes(document, kind, tell, look)
    _documents[key] = raw, told
    return raw


def work_once() -> None:
    """Let the program find what it has worked out already."""
    Library.load = loaded_once  # type: ignore[method-assign]
    Library.text_for_copy = copied_once  # type: ignore[method-assign]
    readiness.storage.plan_file.plan_from_text = understood_once
    readiness.app.session.review = reviewed_once
    tomlkit.parse = taken_apart_once
    readiness.report.docx.word_file.png_of = painted_once
    readiness.report.formats.document_bytes = made_once
