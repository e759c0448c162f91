"""A form filled in by a person in a browser, from disk and with the network off."""

from pathlib import Path

from readiness.cli.main import main
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.storage.answers_file import read_answers
from tests.e2e.chromium import Tab, chromium, needs_chromium


async def _tick(tab: Tab, item: str, value: str) -> None:
    await tab.evaluate(
        f"""document.querySelector('input[name="{item}"][value="{value}"]').click()"""
    )


async def _saved(tab: Tab, folder: Path) -> Path:
    await tab.evaluate("document.getElementById('save').click()")
    await tab.until(lambda: bool(_in(folder)), "the answers file")
    (made,) = _in(folder)
    return made


def _in(folder: Path) -> list[Path]:
    return list(folder.glob("*.answers.toml"))


@needs_chromium
async def test_a_form_filled_in_from_disk_comes_back_as_file_and_as_line(tmp_path: Path) -> None:
    plan, file = tmp_path / "plan.toml", tmp_path / "riv.workshop.toml"
    assert main(["new", str(plan), "--start", "2027-01-11"]) == 0
    made = ["workshop", "new", str(plan), "-o", str(file), "--set", "GOAL-09,SEL-02,T10"]
    assert main([*made, "--roles", "leader=1,practitioner=5"]) == 0
    assert main(["workshop", "forms", str(file), "--to", "html"]) == 0
    folder = tmp_path / "answers"
    folder.mkdir()
    async with chromium() as browser:
        await browser.save_downloads_in(folder)
        tab = await browser.tab()
        await tab.tell(
            "Network.emulateNetworkConditions",
            offline=True, latency=0, downloadThroughput=0, uploadThroughput=0,
        )  # fmt: skip
        await tab.open((tmp_path / "riv-practitioner.html").as_uri())
        await tab.until(lambda: _is_ready(tab), "the form")
        await _tick(tab, "GOAL-09", "partly")
        await _tick(tab, "SEL-02", "leader alone")
        await tab.evaluate("""{
            const note = document.querySelector('textarea[name="GOAL-09 note"]');
            note.value = "Heard in May";
            for (const item of ["GOAL-09", "T10"])
                document.querySelector(`input[name="${item} show"]`).click();
            const said = document.querySelector('textarea[name="T10"]');
            said.value = 'Two "lines"\\nwith \\u007f and \\ud800 in them';
            said.dispatchEvent(new Event("input", {bubbles: true}));
        }""")
        line = await tab.evaluate("document.getElementById('line').value")
        answers = read_answers(await _saved(tab, folder))
        assert not tab.faults
        assert [one for one in tab.asked if not one.startswith(("file:", "blob:"))] == []
    assert answers.problems == ()
    found = answers.answers
    assert isinstance(found, RaterAnswers)
    assert {item: said.value for item, said in found.said.items()} == {
        "GOAL-09": "partly",
        "SEL-02": "leader alone",
        "T10": 'Two "lines"\nwith \x7f and \ufffd in them',
    }
    assert {item: (said.note, said.show_note) for item, said in found.said.items()} == {
        "GOAL-09": ("Heard in May", True),
        "SEL-02": ("", False),
        "T10": ("", True),
    }
    assert (found.who, found.edition, found.finished) == ("practitioner", 1, True)
    assert main(["workshop", "gather", str(file), str(folder)]) == 0
    typed = tmp_path / "typed"
    typed.mkdir()
    assert line.startswith("P ")
    assert _takes_line(line, file, typed)


async def _is_ready(tab: Tab) -> bool:
    code = "document.getElementById('progress')?.textContent.startsWith('0 of ')"
    return bool(await tab.evaluate(code))


def _takes_line(line: str, file: Path, folder: Path) -> bool:
    from readiness.app.operations.workshop import open_room
    from readiness.app.operations.workshop_collect import take_lines

    (made,) = take_lines(open_room(file), [line], folder)
    said = read_answers(made).answers.said
    return {item: one.value for item, one in said.items()} == {
        "GOAL-09": "partly",
        "SEL-02": "leader alone",
    }
