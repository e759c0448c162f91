"""Finding templates: those that ship with the program, the user's own, and any file by its path."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from readiness.core.frozen import Frozen
from readiness.core.template import Template
from readiness.files.lines import lines_of
from readiness.files.problems import Problem, UnreadableTemplate
from readiness.files.toml import Refused, decoded, parsed, read_bytes

MOST_LAYERS = 5
"""Templates laid over one another."""


class Listing(Frozen):
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
    inside = Path(str(files("readiness"))) / "templates"
    return inside if inside.is_dir() else Path(str(files("readiness"))).parent / "templates"


def own_folder() -> Path:
    """The user's own templates: READINESS_TEMPLATES, else the usual place for settings."""
    chosen = os.environ.get("READINESS_TEMPLATES")
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("readiness", appauthor=False) / "templates"


def example_plan_text() -> str:
    """The worked example as it ships."""
    return (shipped_folder() / "example" / "plan.toml").read_text("utf-8")


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
                raw = self.merged(path)
            except Refused:
                continue
            texts = {key: str(raw.get(key, "")) for key in ("id", "name", "version", "language")}
            found.append(Listing(**{**texts, "language": texts["language"] or "en"}, where=where))
        return found

    def path_of(self, name: str) -> Path | None:
        """The file of a template by its id or its path; None if there is none."""
        for folder in (self._folder(), shipped_folder()):
            for path in (folder / name / "template.toml", folder / f"{name}.toml"):
                if _is_plain(name) and path.is_file():
                    return path
        path = Path(name)
        return path if name.endswith(".toml") and path.is_file() else None

    def load(self, name: str) -> Template:
        """A template by its id or path.

        Raises UnreadableTemplate if there is none of that name or it does not hold together.
        """
        path = self._known_path(name)
        try:
            raw = self.merged(path)
            return Template.model_validate(spoken_for(raw))
        except Refused as refused:
            raise UnreadableTemplate([refused.problem]) from None
        except ValidationError as error:
            raise UnreadableTemplate(validation_problems(error, path)) from None

    def text_for_copy(self, name: str) -> str:
        """The text of a template with everything it was laid over, to be copied and changed."""
        from readiness.files.flatten import flattened

        path = self._known_path(name)
        try:
            return flattened([decoded(read_bytes(one), one.name) for one in self.layers(path)])
        except Refused as refused:
            raise UnreadableTemplate([refused.problem]) from None

    def layers(self, path: Path) -> list[Path]:
        """The files a template is made of, the lowest first. Raises Refused."""
        found = [path]
        while len(found) <= MOST_LAYERS:
            below = parsed(decoded(read_bytes(found[0]), found[0].name), found[0].name).get(
                "extends"
            )
            if not below:
                return found
            under = self.path_of(str(below))
            if under is None or under in found:
                break
            found.insert(0, under)
        raise Refused(
            Problem(
                file=path.name,
                where="extends",
                why="the template that this one is laid over cannot be found",
                todo="name a template from `readiness templates`",
            )
        )

    def merged(self, path: Path) -> dict[str, Any]:
        """What a template holds, laid over what it extends. Raises Refused."""
        raw: dict[str, Any] = {}
        for one in self.layers(path):
            raw = laid_over(raw, parsed(decoded(read_bytes(one), one.name), one.name))
        return raw

    def _known_path(self, name: str) -> Path:
        path = self.path_of(name)
        if path is None:
            ids = ", ".join(listing.id for listing in self.listings())
            problem = Problem(
                file=Path(name).name,
                why="there is no such template",
                todo=f"use one of {ids}, or the path of a .toml file",
            )
            raise UnreadableTemplate([problem])
        return path

    def _folder(self) -> Path:
        return own_folder() if self._own is None else self._own

    def _paths(self) -> Iterator[tuple[Path, str]]:
        for path in sorted(shipped_folder().glob("*/template.toml")):
            yield path, "shipped"
        folder = self._folder()
        for path in sorted([*folder.glob("*.toml"), *folder.glob("*/template.toml")]):
            yield path, path.name


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """One template's tables over another's: key by key, lists as a whole."""
    both = dict(below)
    for key, value in above.items():
        under = both.get(key)
        if isinstance(value, dict) and isinstance(under, dict):
            both[key] = laid_over(under, value)
        else:
            both[key] = value
    return both


def spoken_for(raw: dict[str, Any]) -> dict[str, Any]:
    """The same template with {practice} put in words in every text."""
    practice = raw.get("practice")
    short = practice.get("short") if isinstance(practice, dict) else None
    return _replaced(raw, str(short or "the practice"))  # type: ignore[no-any-return]


def _replaced(thing: Any, practice: str) -> Any:  # noqa: ANN401 - any TOML value
    if isinstance(thing, str):
        return thing.replace("{practice}", practice)
    if isinstance(thing, dict):
        return {key: _replaced(value, practice) for key, value in thing.items()}
    if isinstance(thing, list):
        return [_replaced(value, practice) for value in thing]
    return thing


def validation_problems(error: ValidationError, path: Path) -> list[Problem]:
    """Every fault that pydantic found, with the line it stands on."""
    lines = lines_of(decoded(read_bytes(path), path.name))
    found = []
    for fault in error.errors():
        keys = tuple(str(key) for key in fault["loc"])
        found.append(
            Problem(
                file=path.name,
                line=line_near(lines, keys),
                where=".".join(keys),
                why=_fault_words(fault["type"], fault["msg"]),
                todo=_FAULT_TODO.get(
                    fault["type"], "see the shipped template for how it is written"
                ),
            )
        )
    return found


def line_near(lines: Mapping[tuple[str, ...], int], keys: tuple[str, ...]) -> int | None:
    """The line of a key, else of the nearest table around it."""
    while keys:
        if keys in lines:
            return lines[keys]
        keys = keys[:-1]
    return None


_FAULT_TODO = {
    "extra_forbidden": "correct the spelling or take the line out",
    "missing": "add it",
    "literal_error": "use one of the words it lists",
}


def _fault_words(kind: str, message: str) -> str:
    words = {"extra_forbidden": "this key is not known", "missing": "this key is missing"}
    return words.get(kind, message[0].lower() + message[1:])


def _is_plain(name: str) -> bool:
    return bool(name) and not any(mark in name for mark in ("/", "\\", ".."))
