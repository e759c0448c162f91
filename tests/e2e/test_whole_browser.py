"""A new user's whole walk in a browser: the short form with keys and mouse, the PDF fetched."""

import re
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path

import aiohttp
import pytest

from readiness.domain.checklist.template import Template
from readiness.i18n.language import ENGLISH, _
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library
from tests.e2e.chromium import Tab, chromium, needs_chromium
from tests.e2e.test_serve import ROOT, served
from tests.e2e.whole_walk import ENTER, SEEN, WALK, check_plan_and_pdf, heads_row, is_choice


async def _click_on(tab: Tab, words: str) -> None:
    """Wait until the terminal shows these words, then click on them with the mouse."""
    await tab.see(words)
    lines = tab.screen.display
    at = next(at for at, line in enumerate(lines) if words in line)
    await tab.click(at, lines[at].index(words))


async def _fill(tab: Tab, keys: str, *, is_first: bool) -> None:
    """Fill in the field that has the keys; the first of a question with the mouse where it can."""
    if keys == ENTER:
        await tab.press("Enter")
    elif is_choice(keys):
        await tab.see_like(r"> ?\( \)")
        in_table = re.search(r">\( \)", tab.text()) is not None
        clicks = is_first and not in_table
        await (_click_on(tab, f"( ) {keys} ") if clicks else tab.type(keys))
        await tab.see_like(r">\(o\)" if in_table else rf"> \(o\) {keys}")
    elif keys:
        await tab.type(keys)
        await tab.see(keys[-SEEN:])


async def _answer(tab: Tab, item: str, template: Template) -> None:
    """Fill in the fields of a question that is on the screen, and see that it has a sign."""
    asked = template.items[item]
    for number, keys in enumerate(WALK[item]):
        if number and WALK[item][number - 1] == ENTER:
            await tab.see_like(heads_row(asked.row_name))
        elif number:
            await tab.go_on()
        await _fill(tab, keys, is_first=not number)
    await tab.see_like(rf"[+~!^]{item.partition('-')[2]}\b")


async def _name_two(tab: Tab) -> None:
    await tab.press("F6")
    for who in ("AB", "CD"):
        await tab.see(_("Practitioners"))
        await tab.type("a")
        await tab.see(_("OK (Enter)"))
        await tab.type(who)
        await _click_on(tab, _("OK (Enter)"))
        await tab.see_like(rf"[│║] ?{who} ")
    await tab.press("Escape")


async def _fetched(tab: Tab, path: Path) -> None:
    """Make the PDF, and wait until the browser has saved it; nobody else gets at it."""
    await tab.press("F5")
    await tab.see(_("Your browser downloads it as well."))
    await tab.until(path.exists, "the PDF among the downloads")
    found: list[str] = []

    def is_heard() -> bool:
        found[:] = [one for one in tab.asked if "/download/" in one]
        return bool(found)

    await tab.until(is_heard, "the address that it was fetched from")
    (address,) = found
    async with aiohttp.ClientSession() as stranger:
        for without in (address.partition("?")[0], address[:-1]):
            async with stranger.get(without) as answer:
                assert answer.status == HTTPStatus.FORBIDDEN
        async with stranger.get(address) as answer:
            assert answer.status == HTTPStatus.NOT_FOUND


def _new_plan(path: Path) -> None:
    new = ["new", str(path), "--name", "Harbour", "--start", "2027-01-11", "--short"]
    subprocess.run([sys.executable, "-m", "readiness", *new], check=True, cwd=ROOT)


@needs_chromium
@pytest.mark.nightly
@pytest.mark.parametrize("code", [ENGLISH, "nb"])
async def test_every_question_of_the_short_form_in_a_browser_to_the_pdf(
    tmp_path: Path, code: str
) -> None:
    speak_in(code)
    template = Library().load("imr")
    plan = tmp_path / "harbour.toml"
    _new_plan(plan)
    async with served(plan, READINESS_LANG=code) as server, chromium() as browser:
        await browser.save_downloads_in(tmp_path / "down")
        tab = await browser.tab()
        await tab.open(server.address)
        await tab.see(template.areas["monitoring"].title)
        await _name_two(tab)
        await tab.see(template.areas["monitoring"].title)
        await tab.type("n")
        for number, item in enumerate(WALK):
            await tab.see(f"{item}  ")
            await tab.see(" ".join(template.items[item].question.split()[:3]))
            if not number:
                await tab.press("Enter")
            await _answer(tab, item, template)
            if item != "MON-07":
                await tab.press("F3")
        await _fetched(tab, tmp_path / "down" / "harbour.pdf")
        assert not tab.faults
        fetched = (tmp_path / "down" / "harbour.pdf").read_bytes()
    assert fetched == plan.with_suffix(".pdf").read_bytes()
    check_plan_and_pdf(plan)
