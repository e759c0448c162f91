"""Finding templates: those that ship with the program, the user's own, and any file by its path."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readiness.domain.checklist.template import Template
from readiness.domain.kinds.kind import excerpt
from readiness.domain.record import Record
from readiness.i18n.language import N_, _, language
from readiness.storage.filenames import leads_out, why_it_leads_out
from readiness.storage.folders import user_folder
from readiness.storage.layers import Layer, merged
from readiness.storage.placeholders import spoken_for
from readiness.storage.problems import Problem, Refused, UnreadableTemplate
from readiness.storage.table_reader import TemplateProblems
from readiness.storage.template_cache import tables_of
from readiness.storage.template_words import (
    keep_own,
    language_of,
    lay_words,
    template_of_words,
    words_beside,
)
from readiness.storage.text_file import decoded, is_there, read_bytes
from readiness.storage.toml import editable

SHIPPED = N_("shipped")
"""Where a template is from that came with the program."""

MOST_LAYERS = 5
"""Templates laid over one another."""


class Listing(Record):
    """One template that can be used."""

    id: str
    """What plans call it."""
    name: str
    """Its title."""
    version: str
    """Its version."""
    language: str
    """Its language."""
    where: str
    """Shipped, or the file it is read from."""


def shipped_folder() -> Path:
    """Where the templates that ship with the program are: in the wheel, or beside the package."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def own_folder() -> Path:
    """The user's own templates: READINESS_TEMPLATES, else the usual place for settings."""
    return user_folder("READINESS_TEMPLATES", "config", "templates")


def example_plan_text(name: str = "plan") -> str:
    """The worked example as it ships, in the language spoken now where it is there in that.

    `plan` is the plan, and `year` what was recorded in its first year, to be laid over it.
    """
    folder = shipped_folder() / "example"
    spoken = folder / f"{name}.{language()}.toml"
    return (spoken if spoken.is_file() else folder / f"{name}.toml").read_text("utf-8")


class Library:
    """The templates within reach."""

    def __init__(self, own: Path | None = None) -> None:
        """Look in this folder for the user's own templates, else in the usual one."""
        self._own = own

    def listings(self) -> list[Listing]:
        """Every template that can be read, shipped ones first."""
        found = []
        for path, where in self._paths():
            try:
                raw = self.said(path)
            except Refused:
                continue
            texts = {key: str(raw.get(key, "")) for key in ("id", "name", "version", "language")}
            found.append(Listing(**{**texts, "language": texts["language"] or "en"}, where=where))
        return found

    def path_of(self, name: str, beside: Path | None = None) -> Path | None:
        """The file of a template by its id or its path; None if there is none.

        A path is looked for in the folder `beside` first, then in the current one.
        """
        for folder in (self._folder(), shipped_folder()):
            for path in (folder / name / "template.toml", folder / f"{name}.toml"):
                if _is_plain(name) and is_there(path):
                    return path
        near = [beside / name] if beside else []
        paths = [*near, Path(name)] if name.endswith(".toml") else []
        return next((path for path in paths if is_there(path)), None)

    def load(self, name: str, beside: Path | None = None) -> Template:
        """A template by its id or path (see path_of).

        Raises UnreadableTemplate if there is none of that name or it does not hold together.
        """
        path = self._known_path(name, beside)
        try:
            layers = self.layers(path)
            raw = self._said(layers)
        except Refused as refused:
            raise UnreadableTemplate([refused.problem]) from None
        if _is_shipped(layers):
            # What ships was looked over before it shipped; that is not done anew at every start.
            with contextlib.suppress(AttributeError, TypeError, ValueError):
                return Template.as_read(raw)
        return _looked_over(raw, layers[-1])

    def text_for_copy(self, name: str) -> str:
        """The text of a template with everything it was laid over, to be copied and changed."""
        from readiness.storage.template_text import flattened

        path = self._known_path(name)
        try:
            layers = self.layers(path)
            for one in layers:
                editable(one.text, one.path.name)
            return flattened([(one.text, self._words(one)) for one in layers])
        except Refused as refused:
            raise UnreadableTemplate([refused.problem]) from None

    def layers(self, path: Path, raw: dict[str, Any] | None = None) -> list[Layer]:
        """What a template is made of, the lowest first; `raw` is what it holds, where it was read.

        Raises Refused.
        """
        text = decoded(read_bytes(path), path.name)
        found = [Layer(path, text, tables_of(text, path.name) if raw is None else raw)]
        while found[0].raw.get("extends"):
            under = self._under(found)
            text = decoded(read_bytes(under), under.name)
            found.insert(0, Layer(under, text, tables_of(text, under.name)))
        return found

    def _under(self, found: list[Layer]) -> Path:
        """The file that the lowest layer so far is laid over. Raises Refused."""
        lowest = found[0]
        name = lowest.raw["extends"]
        todo = _("name a template from `readiness templates`, or take the line out")
        is_out = isinstance(name, str) and leads_out(name)
        is_name = isinstance(name, str) and not is_out
        under = self.path_of(name, lowest.path.parent) if is_name else None
        if is_out:
            why, todo = why_it_leads_out(name)
        elif under is None:
            why = _("there is no template {name} to lay this one over").format(name=excerpt(name))
        elif under.resolve() in [one.path.resolve() for one in found]:
            why = _("laid over {name}, this template ends up laid over itself")
            why = why.format(name=excerpt(name))
        elif len(found) == MOST_LAYERS:
            why = _("more than {n} templates are laid over one another").format(n=MOST_LAYERS)
        else:
            return under
        from readiness.storage.toml_lines import lines_of

        line = lines_of(lowest.text).get(("extends",))
        raise Refused(
            Problem(file=lowest.path.name, line=line, where="extends", why=why, todo=todo)
        )

    def said(self, path: Path) -> dict[str, Any]:
        """What a template holds, laid over what it extends, in the language spoken now.

        Raises Refused.
        """
        return self._said(self.layers(path))

    def _said(self, layers: list[Layer]) -> dict[str, Any]:
        words = [self._words(one) for one in layers]
        own = self._filled(layers)
        if not any(words):
            return own
        for one, its in zip(layers, words, strict=True):
            if its:
                lay_words(one.raw, its)
        said = self._filled(layers)
        keep_own(said, own)
        return said

    def _filled(self, layers: list[Layer]) -> dict[str, Any]:
        """What layers hold together, its texts filled in. Raises Refused where it is too much."""
        if _is_shipped(layers):
            return spoken_for(merged(layers))
        from readiness.storage.template_bounds import filled_within

        return filled_within(merged(layers), layers[-1].text, layers[-1].path.name)

    def _words(self, layer: Layer) -> dict[str, Any]:
        """The words of a layer in the language spoken now; none where it is in that language.

        Raises Refused.
        """
        code = language()
        if language_of(layer.raw) == code:
            return {}
        path = words_beside(layer.path, code)
        return tables_of(decoded(read_bytes(path), path.name), path.name) if is_there(path) else {}

    def wholes(self) -> list[dict[str, Any]]:
        """Each template that ships, in its own words and, where it has them, in those spoken now.

        Their placeholders are as they were written, as they are in a copy. Raises Refused.
        """
        found = []
        for path, where in self._paths():
            layers = self.layers(path) if where == SHIPPED else []
            words = [self._words(one) for one in layers]
            found += [merged(layers)] if layers else []
            if any(words):
                for one, its in zip(layers, words, strict=True):
                    lay_words(one.raw, its)
                found.append(merged(layers))
        return found

    def _known_path(self, name: str, beside: Path | None = None) -> Path:
        path = self.path_of(name, beside)
        if path is None:
            raise UnreadableTemplate([self.missing(name)])
        return path

    def missing(self, name: str, file: str = "", line: int | None = None) -> Problem:
        """The problem of a name that stands for no template, in the file that names it."""
        ids = ", ".join(listing.id for listing in self.listings())
        return Problem(
            file=file or "--template",
            line=line,
            where="template" if file else "",
            why=_("there is no template {name}").format(name=excerpt(name)),
            todo=_("use one of {names}, or the path of a .toml file").format(names=ids),
        )

    def _folder(self) -> Path:
        return own_folder() if self._own is None else self._own

    def _paths(self) -> Iterator[tuple[Path, str]]:
        for path in sorted(shipped_folder().glob("*/template.toml")):
            yield path, SHIPPED
        folder = self._folder()
        for path in sorted([*folder.glob("*.toml"), *folder.glob("*/template.toml")]):
            if template_of_words(path) is None:
                yield path, path.name


def _looked_over(raw: dict[str, Any], layer: Layer) -> Template:
    """The template that tables hold; `layer` is the file to name. Raises UnreadableTemplate."""
    from pydantic import ValidationError

    from readiness.storage.template_numbers import missing_numbers

    try:
        template = Template.model_validate(raw)
    except ValidationError as error:
        from readiness.storage.model_faults import validation_problems

        found = validation_problems(error, TemplateProblems(layer.path.name, layer.text))
        raise UnreadableTemplate(found) from None
    wrong = missing_numbers(template, layer.path.name)
    if wrong:
        raise UnreadableTemplate(wrong)
    return template


def _is_shipped(layers: list[Layer]) -> bool:
    return all(shipped_folder() in one.path.parents for one in layers)


def _is_plain(name: str) -> bool:
    is_inside = not any(mark in name for mark in ("/", "\\", ".."))
    return bool(name) and is_inside and not leads_out(name)
