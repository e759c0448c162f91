"""What is said beside a box while identifying text is typed into it."""

from datetime import date

import pytest

from readiness.domain.checklist.part import Part
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.tui.form.draft import echo

TODAY = date(2026, 11, 24)
TEXT = FormField(FieldRef("SEL-10", "champion"), Part(kind="text"))


@pytest.mark.parametrize("text", ["Nordmann, Kari", "kari@eksempel.no", "ring 912 34 567"])
def test_identifying_text_is_pointed_out_as_it_is_typed(text: str) -> None:
    words, is_wrong = echo(TEXT, text, None, TODAY)
    assert words.startswith("This looks as if it holds ")
    assert not is_wrong


def test_a_role_is_not() -> None:
    assert echo(TEXT, "Section leader", None, TODAY) == ("", False)
