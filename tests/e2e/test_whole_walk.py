"""A new user's whole walk, by keyboard only: a new plan, the short form, the PDF; per language."""

from datetime import date
from pathlib import Path

import pexpect
import pytest
from pypdf import PdfReader

from readiness.core.asked.template import Template
from readiness.core.judged.review import review
from readiness.core.wording.language import ENGLISH, _
from readiness.files.languages import speak_in
from readiness.files.planfile import PlanFile
from readiness.files.templates import Library
from tests.e2e.test_terminal import CTRL_Q, ENTER, F5, Terminal

F3, F6, ESCAPE, TAB = "\x1bOR", "\x1b[17~", "\x1b", "\t"
WALK: dict[str, list[str]] = {
    "SEL-02": ["1"],
    "SEL-03": ["31.12.2030", "31.12.2030"],
    "SEL-05": ["1", "1"],
    "SEL-06": ["1", "1"],
    "CAP-01": ["9", "9"],
    "CAP-03": ["1", "45", "3"],
    "CAP-04": ["1", "1"],
    "CAP-05": ["1", "42"],
    "CAP-06": [ENTER, "Supervisor QZK", "31.1.2028"],
    "INC-01": ["1"],
    "INC-03": ["20", "", "1", "1.11.2026"],
    "INC-05": [ENTER, "Nurse QZN", "", "Leaflet QZX, then a talk"],
    "INC-07": ["2", "Shorter sessions QZY"],
    "GOAL-01": ["6 have finished QZA", "A group each spring QZB"],
    "GOAL-02": ["1"],
    "GOAL-03": ["Head QZH", "Deputy QZM", "no"],
    "GOAL-06": ["2"],
    "GOAL-08": ["1"],
    "MON-01": [ENTER, "11.7.2027", "Centre QZR"],
    "MON-03": [ENTER, "Coping QZC", "IMR Scales QZI", "1"],
    "MON-06": ["Go on if 6 of 10 gain QZD", "Head QZH", "11.1.2028", "6"],
    "MON-07": ["1"],
}
"""What is typed into the fields of each question of the short form, one after another."""
TYPED = [key for keys in WALK.values() for key in keys if "QZ" in key]
ONE_REVIEW = "MON-01"
"""The question that is only partly ready: two reviews are asked for."""


def _answer(terminal: Terminal, item: str, template: Template) -> None:
    """Fill in the fields of a question that is on the screen, and see that it has a sign."""
    asked = template.items[item]
    for number, keys in enumerate(WALK[item]):
        if number and WALK[item][number - 1] == ENTER:
            terminal.see_like(rf"{asked.row_name.capitalize()} \S+ *$")
        elif number:
            terminal.go_on()
        terminal.press(keys)
        if keys not in ("", ENTER):
            is_choice = len(keys) == 1 and "1" <= keys <= "2"
            terminal.see(f"> (o) {keys}" if is_choice else keys[-20:])
    terminal.see_like(rf"[+~!^] {item.partition('-')[2]} ")


@pytest.mark.parametrize("code", [ENGLISH, "nb"])
def test_every_question_of_the_short_form_from_the_first_key_to_the_pdf(
    tmp_path: Path, code: str
) -> None:
    speak_in(code)
    template = Library().load("imr")
    assert set(WALK) == {key for key, item in template.items.items() if item.brief}
    terminal = Terminal("--lang", code, folder=tmp_path)
    terminal.see(_("New plan"))
    terminal.press("n")
    terminal.see(_("Name of the plan"))
    terminal.press("Harbour", ENTER, "Harbour team", ENTER, "11.1.2027", TAB, TAB, TAB, TAB, ENTER)
    terminal.see(template.areas["selection"].title)
    terminal.press(F6)
    for who in ("AB", "CD"):
        terminal.see(_("a add  r rename  o role  d remove  Ctrl+Z undo  Esc back"))
        terminal.press("a")
        terminal.see(_("OK (Enter)"))
        terminal.press(who, ENTER)
        terminal.see_like(rf"^ {who} ")
    terminal.press(ESCAPE)
    terminal.see(template.areas["monitoring"].title)
    terminal.press("n")
    for number, item in enumerate(WALK):
        terminal.see(f"{item}  ")
        terminal.see(" ".join(template.items[item].question.split()[:3]))
        if not number:
            terminal.press(ENTER)
        _answer(terminal, item, template)
        if item != "MON-07":
            terminal.press(F3)
    terminal.press(F5)
    terminal.see(_("{kind} made: {target}").format(kind="PDF", target="").strip())
    terminal.press(CTRL_Q)
    terminal.program.expect(pexpect.EOF)

    path = tmp_path / "harbour.toml"
    plan = PlanFile.open(path, Library()).plan
    assert (plan.start, plan.form) == (date(2027, 1, 11), "short")
    items = review(template, plan, date(2026, 11, 24)).items
    assert {item for item in WALK if not items[item].answered} == set()
    assert {item for item in WALK if items[item].status != "ready"} == {ONE_REVIEW}
    assert plan.answer("CAP-03").parts == {"format": "individual", "minutes": 45, "patients": 3}
    text = " ".join(page.extract_text() for page in PdfReader(path.with_suffix(".pdf")).pages)
    assert [words for words in TYPED if words not in " ".join(text.split())] == []
