"""How many flags are up is said right, and never reassures where little is answered."""

from datetime import date

from readiness.domain.checklist.template import FULL, SHORT
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.html.render import render
from readiness.report.outline import outline
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library

TODAY = date(2026, 11, 24)


def test_one_flag_is_one_in_norwegian_and_what_is_unanswered_is_said() -> None:
    speak_in("nb")
    template = Library().load("imr")
    plan = Plan(template="imr").answering("CAP-05", "value", "partly")
    page = render(outline(template, plan, review(template, plan, TODAY), TODAY))
    assert "Ingen røde flagg er åpne; 50 spørsmål er ennå ikke besvart" in page
    assert "Ett gult flagg gjenstår; ett har ikke noe tiltak." in page


def test_nothing_of_it_is_said_where_everything_is_answered() -> None:
    template, plan = Library().load("imr"), Plan(template="imr")
    for item in template.items:
        plan = plan.not_applicable(item, "not here")
    state = review(template, plan, TODAY)
    assert state.answered == state.asked
    page = render(outline(template, plan, state, TODAY))
    assert "No flag is open" in page
    assert "not answered yet" not in page


def test_what_the_short_form_does_not_ask_is_not_printed_as_missing() -> None:
    template, pages = Library().load("imr"), dict[str, str]()
    for form in (FULL, SHORT):
        plan = Plan(plan="Harbour", template="imr", start=TODAY, form=form)
        pages[form] = render(outline(template, plan, review(template, plan, TODAY), TODAY))
    for words in ("No rule is written yet.", "None is listed yet."):
        assert words in pages[FULL]
        assert words not in pages[SHORT]
    assert "Not asked in the short form." in pages[SHORT]
    assert "none has a date" not in pages[SHORT]
