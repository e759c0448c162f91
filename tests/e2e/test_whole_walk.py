"""A new user's whole walk, by keyboard only: a new plan, the short form, the PDF; per language."""

import re
from pathlib import Path

import pexpect
import pytest

from readiness.domain.checklist.template import Template
from readiness.i18n.language import ENGLISH, _
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library
from tests.e2e.test_terminal import CTRL_Q, ESCAPE, F5, F6, Terminal
from tests.e2e.whole_walk import ENTER, SEEN, WALK, check_plan_and_pdf, heads_row, is_choice

F3, TAB = "\x1bOR", "\t"


def _answer(terminal: Terminal, item: str, template: Template) -> None:
    """Fill in the fields of a question that is on the screen, and see that it has a sign."""
    asked = template.items[item]
    for number, keys in enumerate(WALK[item]):
        if number and WALK[item][number - 1] == ENTER:
            terminal.see_like(heads_row(asked.row_name))
        elif number:
            terminal.go_on()
        terminal.press(keys)
        if keys not in ("", ENTER):
            # In a table of practitioners the answers head the columns, without their digits.
            seen = rf"> \(o\) {keys}|>\(o\)" if is_choice(keys) else re.escape(keys[-SEEN:])
            terminal.see_like(seen)
    terminal.see_like(rf"[+~!^]{item.partition('-')[2]}\b")
    terminal.lives()


@pytest.mark.walk
@pytest.mark.parametrize("code", [ENGLISH, pytest.param("nb", marks=pytest.mark.nightly)])
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
    terminal.press("Harbour", ENTER, "Harbour team", ENTER, "11.1.2027", TAB, TAB, TAB, ENTER)
    terminal.see(template.areas["selection"].title)
    terminal.press(F6)
    for who in ("AB", "CD"):
        terminal.see(_("Practitioners"))
        terminal.press("a")
        terminal.see(_("OK (Enter)"))
        terminal.press(who, ENTER)
        terminal.see_like(rf"[│║] ?{who} ")
        terminal.lives()
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
    terminal.see("harbour.pdf")
    terminal.press(CTRL_Q)
    terminal.program.expect(pexpect.EOF)

    check_plan_and_pdf(tmp_path / "harbour.toml")
