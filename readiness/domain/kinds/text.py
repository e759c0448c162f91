"""Words of a person's own, and names."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.kind import AnswerKind, Typed, excerpt
from readiness.domain.kinds.value import NO, STANDING_WORDS, InvalidValue, Value, says_nothing
from readiness.i18n.language import N_, _
from readiness.i18n.non_answers import is_undecided

ONE_LINE_FEEDS = (
    "champion",
    "champion_deputy",
    "leader",
    "leader_deputy",
    "successor",
    "supervisor",
    "supervisor_after",
    "outside_support",
    "also_brought_in",
    "meets_disappointment",
    "continuation_decider",
    "decider",
    "decision_measure",
    "review_by",
    "reviewer_after",
    "recruiter",
    "obstacle_actor",
    "measure",
)
"""Inputs that are a name: one line says them."""


class Text(AnswerKind):
    """Words of a person's own, on one line or several."""

    shape = "text"
    # A longer text is asked for in another way by who takes it.
    wanted = N_("one line of text")

    def is_one_line(self, part: Part) -> bool:
        """Whether it is a name, or initials."""
        return part.feeds in ONE_LINE_FEEDS or "nitial" in part.hint

    def _validate(self, _part: Part, raw: object) -> Value | InvalidValue:
        if isinstance(raw, str):
            return tidied(raw)
        why = _("{value} is not a text").format(value=excerpt(raw))
        return InvalidValue(why=why, todo=_('write words in quotes: "like this"'))

    def _interpret(self, part: Part, typed: Typed) -> Value | InvalidValue:
        return self.validate(part, typed.text)

    def counted(self, said: Value) -> Value | None:
        """A text that names nobody is no, one that decides nothing is none.

        What was typed stays in the plan as it was.
        """
        if not isinstance(said, str) or said in STANDING_WORDS:
            return said
        if is_undecided(said):
            return None
        return NO if says_nothing(said) else said

    def echo(self, part: Part, text: str, value: Value | None, no_label: str = "") -> str:
        """Nothing: the text in the box says it all."""
        del part, text, value, no_label
        return ""

    def schema(self, _part: Part) -> dict[str, Any]:
        """The JSON Schema of a text, of any length."""
        return {"type": "string"}


def tidied(text: str) -> str:
    """A text as a plan keeps it: one kind of line end, composed letters, no halves of characters.

    Composed (NFC), so that what looks the same is the same: macOS and PDFs give an \u00e5 as a
    and a ring, a keyboard gives it as one letter.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return normalize("NFC", whole).replace("\r\n", "\n").replace("\r", "\n")


class Names(AnswerKind):
    """Several names, in the order in which they were given, each of them once."""

    shape = "short"
    is_many = True
    heading = N_("Names:")
    sample = N_("e.g. AB, CD")
    wanted = N_("names, with commas between")

    def _validate(self, _part: Part, raw: object) -> Value | InvalidValue:
        many = list(raw) if isinstance(raw, list | tuple) else [raw]
        wrong = next((one for one in many if not isinstance(one, str)), None)
        if wrong is not None:
            why = _("{value} is not a text").format(value=excerpt(wrong))
            return InvalidValue(why=why, todo=_('write names in brackets: ["AB", "CD"]'))
        found = (" ".join(tidied(one).split()) for one in many if isinstance(one, str))
        return tuple(dict.fromkeys(filter(None, found))) or NO

    def _interpret(self, part: Part, typed: Typed) -> Value | InvalidValue:
        return self.validate(part, typed.text.replace(";", ",").split(","))

    def _boxed(self, value: Value) -> str:
        return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)

    def schema(self, _part: Part) -> dict[str, Any]:
        """A list of texts."""
        return {"type": "array", "items": {"type": "string"}}
