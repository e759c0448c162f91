"""What pydantic finds wrong with a template, in the words of the person who writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from readiness.i18n.language import N_, _
from readiness.i18n.words import first_down
from readiness.storage.problems import KeyPath, Problem
from readiness.storage.table_reader import Problems

_COPY = N_("see the shipped template for how it is written")
_TEXT = (N_("this is not a text"), N_('write words in quotes: "like this"'))
_NUMBER = (N_("this is not a number"), N_("write a number without quotes, such as 4 or 2.5"))
_TABLE = (
    N_("this is not a table"),
    N_("write it as a table; see the shipped template for how it is written"),
)
_LIST = (N_("this is not a list"), N_('write a list in brackets: ["one", "two"]'))
_WORDS: Mapping[str, tuple[str, str]] = {
    "unexpected_keyword_argument": (
        N_("this key is not known"),
        N_("correct the spelling or take the line out"),
    ),
    "missing": (N_("this key is missing"), N_("add it")),
    "string_type": _TEXT,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "tuple_type": _LIST,
    "mapping_type": _TABLE,
    "dict_type": _TABLE,
    "dataclass_type": _TABLE,
    "bool_type": (N_("this is neither true nor false"), N_("write true or false without quotes")),
    "bool_parsing": (
        N_("this is neither true nor false"),
        N_("write true or false without quotes"),
    ),
}
_QUOTED = re.compile(r"'([^']*)'")
_UNION = re.compile(r"(float|int|date|str|tuple\[.*|constrained.*|function.*)")


def validation_problems(error: ValidationError, file: Problems) -> list[Problem]:
    """Every fault that pydantic found in a file, each once, with its line."""
    found: dict[KeyPath, Problem] = {}
    for fault in error.errors():
        keys = tuple(str(key) for key in fault["loc"] if not _UNION.fullmatch(str(key)))
        why, todo = _said(fault["type"], fault["msg"], fault.get("ctx", {}))
        once = keys if fault["type"] in _WORDS else (*keys, why)
        found.setdefault(once, file.told(keys, why, todo))
    return list(found.values())


def _said(kind: str, message: str, context: Mapping[str, Any]) -> tuple[str, str]:
    if kind in _WORDS:
        why, todo = _WORDS[kind]
        return _(why), _(todo)
    if kind == "literal_error":
        words = _QUOTED.findall(str(context["expected"])) or [str(context["expected"])]
        todo = _("write one of: {words}").format(words=", ".join(words))
        return _("this is none of the words that fit here"), todo
    plain = message.removeprefix("Value error, ")
    return first_down(plain), _(_COPY)
