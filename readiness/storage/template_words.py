"""A template's words in another language: a file beside it with the same keys, holding only words.

`template.nb.toml` says in Norwegian what `template.toml` says. Ids, options, numbers and rules are
the template's own in every language, so a plan does not change with the language. The rules of an
item are told apart by their number, from 1. What the file lacks is said in the template's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from readiness.i18n.language import ENGLISH
from readiness.i18n.words import SHARE, YES_OR_NO

ANY = "*"
Shape = Mapping[str, Any]
"""Where words stand: each key, or any, to the shape within; an empty one is a text or a list."""

_TEXT: Shape = {}


def _texts(*names: str) -> dict[str, Shape]:
    return dict.fromkeys(names, _TEXT)


_AMOUNT = _texts("label", "unit", "basis")
_PART = {**_texts("label", "hint", "unit", "none_label"), "options": {ANY: _TEXT}}
_ITEM = {
    **_texts("short", "question", "help", "personal", "row_name", "no_label"),
    **_texts("ready_when", "why", "if_not", "outcome", "target"),
    **{table: {ANY: _PART} for table in ("parts", "row_parts", "person_parts")},
    "rules": {ANY: _texts("says", "says_past", "why", "action")},
    "changed": {ANY: _TEXT},
    "rater": _texts("question", "room"),
}
_PRACTICE = {
    **_texts("name", "short", "about", "components", "criteria", "fidelity_scale"),
    **_texts("outcome_measure"),
    "numbers": {ANY: _AMOUNT},
    "holidays": {ANY: _texts("label")},
}
SHAPE: Shape = {
    **_texts("language", "name", "about", "partly_says"),
    "changed": {ANY: _TEXT},
    "practice": _PRACTICE,
    "thresholds": {ANY: _AMOUNT},
    "themes": {ANY: _TEXT},
    "areas": {ANY: _texts("title", "about", "wrong", "right")},
    "items": {ANY: _ITEM},
    "topics": {ANY: _texts("short", "question")},
    "roles": {ANY: _TEXT},
    "tasks": {ANY: _texts("label")},
    "follow_up": {
        "numbers": {ANY: _AMOUNT},
        "rules": {ANY: _texts("short", "why", "action")},
    },
    "fidelity": {
        ANY: {**_texts("name", "get_it", "about"), "items": {ANY: _texts("label", "group")}}
    },
    "references": {ANY: _texts("authors", "title", "where")},
}
"""Every place in a template at which words stand."""

_WORDS_FILE = re.compile(r"(.+)\.([a-z]{2})\.toml")


def words_beside(template: Path, code: str) -> Path:
    """Where the words of a template in this language stand, if there are any."""
    return template.with_name(f"{template.name.removesuffix('.toml')}.{code}.toml")


def template_of_words(path: Path) -> tuple[Path, str] | None:
    """The template that a file of words belongs to, and the language; None for another file."""
    found = _WORDS_FILE.fullmatch(path.name)
    return (path.with_name(f"{found[1]}.toml"), found[2]) if found else None


def words_files(template: Path) -> Iterator[tuple[Path, str]]:
    """The files of words beside a template, with their languages."""
    for path in sorted(template.parent.glob(f"{template.name.removesuffix('.toml')}.*.toml")):
        of_words = template_of_words(path)
        if of_words is not None:
            yield path, of_words[1]


def language_of(raw: Mapping[str, Any]) -> str:
    """The language a template is written in."""
    return str(raw.get("language") or ENGLISH)


def lay_words(raw: MutableMapping[str, Any], words: Mapping[str, Any]) -> None:
    """Put words over a template's own, text by text; what does not fit or is missing stays."""
    raw.setdefault("language", ENGLISH)
    _lay(raw, words, SHAPE)


def _lay(raw: MutableMapping[str, Any], words: Mapping[str, Any], shape: Shape) -> None:
    for key, said in words.items():
        within, own = inside(shape, key), raw.get(key)
        if within is None or own is None:
            continue
        if not within:
            if fits(own, said) and said:
                raw[key] = said
        elif isinstance(said, Mapping):
            table = numbered(own)
            if isinstance(table, MutableMapping):
                _lay(table, said, within)


def fits(own: object, said: object) -> bool:
    """Whether words can stand where the template has its own: a text, or as many of them."""
    if isinstance(own, list):
        is_list = isinstance(said, list) and len(said) == len(own)
        return is_list and all(isinstance(one, str) for one in said)  # type: ignore[attr-defined]
    return isinstance(own, str) and isinstance(said, str) and own not in (SHARE, YES_OR_NO)


def texts_in(raw: object, shape: Shape = SHAPE, *at: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every text of a template that has words in other languages too, with its place."""
    if not shape and raw not in (SHARE, YES_OR_NO):
        yield at, raw
    table = numbered(raw)
    for key, value in table.items() if shape and isinstance(table, Mapping) else ():
        within = inside(shape, key)
        if within is not None:
            yield from texts_in(value, within, *at, key)


def numbered(raw: object) -> object:
    """A list of tables as a table by their numbers from 1; anything else as it is."""
    if isinstance(raw, list) and raw and all(isinstance(one, Mapping) for one in raw):
        return {str(number): one for number, one in enumerate(raw, 1)}
    return raw


def inside(shape: Shape, key: str) -> Shape | None:
    """The shape at a key; None where no words stand there."""
    found: Shape | None = shape.get(key, shape.get(ANY))
    return found


def keep_own(said: MutableMapping[str, Any], own: Mapping[str, Any]) -> None:
    """Keep beside each sentence of a flag, and each question put to several people, its own words.

    An accepted flag is written into the plan in those words, and known by them in any language.
    Answers that several people sent are known by the question in those words.
    """
    said["own_partly_says"] = own.get("partly_says", "")
    for key, topic in _tables(own, "topics"):
        said["topics"][key]["own_question"] = topic.get("question", "")
    for key, item in _tables(own, "items"):
        here = said["items"][key]
        here["own_short"] = item.get("short", "")
        rater, its_rater = here.get("rater", {}), item.get("rater", {})
        if isinstance(rater, Mapping) and isinstance(its_rater, Mapping):
            put = its_rater.get("question") or item.get("question", "")
            here["rater"] = {**rater, "own_question": put}
        for rule, its in zip(_rules(here), _rules(item), strict=True):
            rule["own_says"] = its.get("says", "")


def _tables(raw: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    found = raw.get(name)
    for key, one in found.items() if isinstance(found, Mapping) else ():
        if isinstance(one, Mapping):
            yield key, one


def _rules(item: Mapping[str, Any]) -> list[Any]:
    rules = item.get("rules")
    return [one for one in rules if isinstance(one, dict)] if isinstance(rules, list) else []
