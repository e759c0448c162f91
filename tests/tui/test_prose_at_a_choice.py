"""Prose that is typed while a choice has the keys answers nothing."""

from typing import cast

import pytest
from textual.events import Key

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.tui.form.blocks import Entry
from readiness.tui.form.choice import ChoiceCursor
from readiness.tui.form.draft import Answers

FIELD = FormField(FieldRef("SEL-01", "value"), Part(kind="ynp"))


class _Held:
    """Answers of one field, without a program."""

    def __init__(self) -> None:
        self.value: Value | None = "partly"

    def held(self, _ref: FieldRef) -> Value | None:
        return self.value

    def give(self, _ref: FieldRef, value: Value | None) -> None:
        self.value = value


@pytest.mark.parametrize(
    ("typed", "gap", "held", "is_said"),
    [
        ("Vi ble enige\n", 0.1, "partly", True),
        ("Not agreed yet", 0.02, "partly", True),
        ("yes", 0.1, "yes", False),
        ("yes.", 0.1, "yes", False),
        ("no.", 0.1, "no", False),
        ("I don't, y'all\n", 0.1, "partly", True),
        ("e.g. (n) a/n - n", 0.1, "partly", True),
        ("?n", 0.1, "no", False),
        ("p.y.n", 2.0, "no", False),
        ("pyn", 2.0, "no", False),
        ("n", 0.1, "no", False),
        ("1", 0.1, "yes", False),
    ],
)
def test_letters_answer_alone_or_as_a_word(
    typed: str, gap: float, held: str, *, is_said: bool
) -> None:
    answers, said = _Held(), ""
    cursor = ChoiceCursor(
        cast("Answers", answers),
        Entry(FIELD, kind_of(FIELD.part).offers(FIELD.part, "", is_item=True)),
    )
    for at, character in enumerate(typed):
        key = Key(
            "enter" if character == "\n" else "space" if character == " " else character, character
        )
        key.time = 100 + at * gap
        cursor.takes(key)
        said = cursor.said or said
    assert (answers.value, bool(said)) == (held, is_said)
