"""The document in another language: what must hold whatever is spoken."""

from datetime import date

import pytest

from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.outline import outline
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library
from tests.report.test_outline import texts


@pytest.mark.parametrize(("code", "unit"), [("en", "patients"), ("nb", "pasienter")])
def test_small_counts_of_patients_stay_out_of_a_shared_document(code: str, unit: str) -> None:
    speak_in(code)
    template = Library().load("imr")
    plan = Plan(start=date(2027, 1, 11)).answering("INC-03", "eligible", 3)
    today = date(2026, 11, 24)
    words = "\n".join(
        texts(outline(template, plan, review(template, plan, today), today, is_shared=True))
    )
    assert unit in words
    assert f"3 {unit}" not in words
