"""The form of one person: it tells nobody's answers, lets nothing in or out, and matches paper."""

import json
import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from readiness.domain.ratings.questions import questions_of
from readiness.domain.ratings.typed_line import Line, asked_of, read_line
from readiness.domain.ratings.workshop import Asked, Role, Workshop
from readiness.domain.record import sealed
from readiness.report.document import Paragraph, Table, TickBoxes, WriteLines
from readiness.report.html.markup import text
from readiness.report.pack.paper_form import paper_form
from readiness.report.rater_form.page import RoleForm, form_page
from readiness.storage.answers_file import answers_from_bytes
from readiness.storage.templates import Library

TEMPLATE = Library().load("imr")
QUESTIONS = questions_of(TEMPLATE)
HOSTILE = "</script><script>alert(1)</script>"


def workshop(*items: str, **changes: object) -> Workshop:
    asked = {
        item: Asked(roles=QUESTIONS[item].roles, asked=QUESTIONS[item].asked) for item in items
    }
    roles = {"leader": Role(expected=1), "practitioner": Role(expected=5)}
    made = Workshop(id="riv-a7k2", template="imr", roles=sealed(roles), asked=sealed(asked))
    return made.model_copy(update=changes)


ROOM = workshop("T01", "T10", "SEL-02", "SEL-06", "GOAL-09")


class Tags(HTMLParser):
    """What elements a page has, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_form_asks_its_role_only_and_lets_nothing_in_or_out() -> None:
    leader, practitioner = (
        form_page(RoleForm(ROOM, QUESTIONS, role), "en") for role in ("leader", "practitioner")
    )
    assert (
        text(QUESTIONS["SEL-06"].words) in practitioner
    )  # practitioners are asked about themselves
    assert text(QUESTIONS["SEL-06"].words) not in leader
    assert text(QUESTIONS["GOAL-09"].words) in leader
    (policy,) = (given["content"] for _tag, given in Tags(leader).found if "http-equiv" in given)
    only = (
        r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'"
    )
    assert re.match(only, policy or "")
    assert "localStorage" not in leader
    assert not [given for _tag, given in Tags(leader).found if {"src", "href"} & given.keys()]


def test_every_ticked_answer_of_a_form_is_the_same_in_a_line() -> None:
    page = form_page(RoleForm(ROOM, QUESTIONS, "practitioner"), "en")
    data = json.loads(re.search(r'id="asked">(.*?)</script>', page)[1])  # type: ignore[index]
    order = asked_of(ROOM, QUESTIONS, "practitioner")
    assert [one["item"] for one in data["line"]] == order
    for at, one in enumerate(data["line"]):
        for value, sign in one["signs"].items():
            signs = "".join(sign if n == at else "." for n in range(len(order)))
            line = read_line(f"P {signs}", ROOM, QUESTIONS)
            assert isinstance(line, Line)
            assert {item: said.value for item, said in line.said.items()} == {one["item"]: value}


def filled_in(room: Workshop, filled: dict[str, str | bool]) -> tuple[str, list[str]]:
    """What a practitioner's form says and saves after it was filled in, its script run by Node."""
    page = form_page(RoleForm(room, QUESTIONS, "practitioner"), "en")
    asked, script = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    fields = [
        {"tag": tag, "value": "", **given}
        for tag, given in Tags(page).found
        if tag in ("input", "textarea")
    ]
    whole = {"fields": fields, "asked": asked, "script": script, "filled": filled}
    desk = Path(__file__).with_name("form_by_hand.js")
    done = subprocess.run(
        ["node", str(desk)], input=json.dumps(whole), capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    return told["message"], told["texts"]


needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="no Node on this machine")


@needs_node
def test_what_the_room_may_read_is_said_of_notes_and_of_answers_in_words() -> None:
    ticked = {"GOAL-09": "partly", "GOAL-09 note": "A note", "GOAL-09 show": True}
    words = {"T10": "In words", "T10 show": True, "T01": "yes", "T01 note": "Kept"}
    message, (saved,) = filled_in(ROOM, ticked | words)
    assert "Your answers are in the file" in message
    said = answers_from_bytes(saved.encode(), "a.answers.toml").answers.said
    assert {item: (one.value, one.note, one.show_note) for item, one in said.items()} == {
        "T01": ("yes", "Kept", False),
        "T10": ("In words", "", True),
        "GOAL-09": ("partly", "A note", True),
    }


@needs_node
def test_a_note_without_an_answer_is_told_before_it_could_be_lost() -> None:
    message, saved = filled_in(ROOM, {"T01": "yes", "GOAL-09 note": "Not asked of me"})
    assert message.startswith("Nothing is saved yet: at question 5 you wrote something")
    assert saved == []


def test_hostile_texts_stay_texts() -> None:
    bad = QUESTIONS["GOAL-09"].model_copy(update={"words": HOSTILE})
    room = workshop("GOAL-09", id=HOSTILE)
    page = form_page(RoleForm(room, {"GOAL-09": bad}, "leader"), "en")
    assert sum(tag == "script" for tag, _given in Tags(page).found) == 2
    assert text(HOSTILE) in page


def test_the_paper_has_the_same_questions_and_a_line_for_who_types() -> None:
    document = paper_form(RoleForm(ROOM, QUESTIONS, "practitioner"), date(2026, 11, 29))
    (table,) = (one for one in document.blocks if isinstance(one, Table))
    assert [row[0] for row in table.rows] == [
        f"{n}. {QUESTIONS[item].words}" for n, item in ((1, "T01"), (4, "SEL-06"), (5, "GOAL-09"))
    ]
    (boxes,) = (one for one in document.blocks if isinstance(one, TickBoxes))
    assert [one[:2] for one in boxes.labels[: len(QUESTIONS["SEL-02"].options)]] == [
        f"{letter})" for letter in "abcdefgh"[: len(QUESTIONS["SEL-02"].options)]
    ]
    lines = [one.label for one in document.blocks if isinstance(one, WriteLines)]
    assert lines[0] == f"2. {QUESTIONS['T10'].words}"
    assert lines[-1] == "P"
    assert Paragraph("P 1 3 4 5", "small") in document.blocks  # 2 is answered in words


def test_the_paper_of_a_second_vote_says_so_also_to_who_types_it() -> None:
    until = ROOM.model_copy(update={"closes": date(2026, 12, 1)})
    first, second = (
        paper_form(RoleForm(until, QUESTIONS, "leader", vote, ["GOAL-09"]), date(2026, 11, 29))
        for vote in (1, 2)
    )
    assert second.subtitle == "Workshop riv-a7k2 \u00b7 second vote"
    told = [str(one) for one in second.blocks]
    assert any("(readiness workshop type --vote 2)" in one for one in told)
    assert Paragraph("L . . 1", "small") in second.blocks  # the signs of the first vote's form
    assert not any("1 December 2026" in one for one in told)  # until when the first was asked
    assert any("1 December 2026" in str(one) for one in first.blocks)


def test_a_second_vote_asks_again_what_is_named_only() -> None:
    page = form_page(RoleForm(ROOM, QUESTIONS, "leader", 2, ["GOAL-09"]), "en")
    assert text(QUESTIONS["GOAL-09"].words) in page
    assert text(QUESTIONS["T01"].words) not in page
