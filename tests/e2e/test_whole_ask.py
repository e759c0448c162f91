"""The whole short form in a real pseudo-terminal, from no file to the PDF, in both languages."""

import os
import sys
from pathlib import Path

import pexpect
import pytest
from pypdf import PdfReader

from readiness.app.session import Session
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

WORDS = {
    "en": {
        "day": "1 Jun 2028", "no": "no", "last": "That was the last question",
        "pdf": "is made.",
        "undone": "Undone", "again": "Done again", "wrong": "Not understood",
        "sign": "The decision",
    },
    "nb": {
        "day": "1. juni 2028", "no": "nei", "last": "Det var det siste",
        "pdf": "er laget.",
        "undone": "Angret", "again": "Gjort om igjen", "wrong": "Ikke forstått",
        "sign": "Avgjørelsen",
    },
}  # fmt: skip


def answers(day: str, no: str) -> dict[str, list[str]]:
    """The lines that are typed at each question."""
    return {
        "SEL-02": ["people add AB", "nurse", "people add CD", "", "3", "1"],
        "SEL-03": ["note Ask AB again in May", day, no],
        "SEL-05": ["1", "back", "1", "1"],
        "SEL-06": ["1", "2"],
        "CAP-01": ["6", "4,5"],
        "CAP-03": ["1", "60", "3", "next"],
        "CAP-04": ["1", "1"],
        "CAP-05": ["1", "40", "/next"],
        "CAP-06": ["add", "EF", day, "1", "", "/next"],
        "INC-01": ["1", "1"],
        "INC-03": ["14", "", "1", day],
        "INC-05": ["add", "AB", day, "In plain words.", ".", ""],
        "INC-07": ["1", "Shorter sessions.", "", "Two in the room.", "."],
        "GOAL-01": ["Ten have finished.", ".", "It is ordinary care.", ".", "10", "/next"],
        "GOAL-02": ["1", "/next"],
        "GOAL-03": ["Section leader", "Deputy head", no],
        "GOAL-06": ["1", "1"],
        "GOAL-08": ["na", "The unit was merged"],
        "MON-01": ["add", day, "Regional reviewer", "", "/next"],
        "MON-03": ["add", "Recovery", "IMRS", ".", "1", ""],
        "MON-06": ["Stop below three finished.", ".", "/next"],
        "MON-07": ["1"],
    }


def spoken(text: str) -> str:
    """What a screen reader may be given: no character that steers or draws."""
    return "".join(one for one in text if one not in "\r\n" and (ord(one) < 32 or one in "│─┌█○●"))


def answer(program: pexpect.spawn, line: str) -> None:
    """Type a line once it is asked for: what comes before was not typed by one who has read."""
    program.expect(r"\n[^\n]*[:?.] $")
    program.sendline(line)


@pytest.mark.walk
@pytest.mark.parametrize("tongue", ["en", pytest.param("nb", marks=pytest.mark.nightly)])
def test_all_short_form_questions_up_to_the_pdf(tmp_path: Path, tongue: str) -> None:
    path, words = tmp_path / "plan.toml", WORDS[tongue]
    environment = {**os.environ, "PYTHONUTF8": "1", "TERM": "dumb", "XDG_STATE_HOME": str(tmp_path)}
    program = pexpect.spawn(
        sys.executable, ["-m", "readiness", "--lang", tongue, "ask", str(path)],
        encoding="utf-8", timeout=60, env=environment,
    )  # fmt: skip
    program.delaybeforesend = None
    heard = (tmp_path / "heard").open("w", encoding="utf-8")
    program.logfile_read = heard
    for line in ("short", "North plan", "North", "11.1.2027", ""):
        answer(program, line)
    said = answers(words["day"], words["no"])
    asked = list[str]()
    while program.expect([", ([A-Z]+-[0-9]{2}): ", words["last"]]) == 0:
        asked.append(program.match.group(1))
        for line in said.get(asked[-1], ["next"]):
            answer(program, line)
    assert [key for key in asked if key in said] == list(said)
    answer(program, "undo")
    program.expect_exact(words["undone"])
    answer(program, "redo")
    program.expect_exact(words["again"])
    looks = ("list open", "find room", "flags", "xrays", "hours", "monitoring", "whatif", "?")
    for line in (*looks, "actions adopt SEL-06", "calendar", "document", "history", "save", "pdf"):
        answer(program, line)
    program.expect_exact(words["pdf"])
    answer(program, "quit")
    program.expect(pexpect.EOF)
    program.close()
    heard.close()
    transcript = (tmp_path / "heard").read_text("utf-8")
    assert program.exitstatus == 0
    assert words["wrong"] not in transcript
    assert not spoken(transcript)
    session = Session.open(path, Library())
    assert [
        key for key, one in session.review.items.items() if one.counts and not one.answered
    ] == []
    plan = PlanFile.open(path, Library()).plan
    assert plan.answer("INC-07").parts["support"] == "Shorter sessions.\n\nTwo in the room."
    assert plan.answer("GOAL-08").reason == "The unit was merged"
    assert plan.people["CD"].parts["hours_freed"] == 4.5
    pages = [page.extract_text() for page in PdfReader(path.with_suffix(".pdf")).pages]
    printed = " ".join(" ".join(pages).split())
    assert words["sign"] in pages[0]
    for text in ("North plan", "Two in the room.", "The unit was merged", "Ask AB again in May"):
        assert text in printed
