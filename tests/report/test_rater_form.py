"""The form of one person: it tells nobody's answers, lets nothing in or out, and matches paper."""

import json
import re
from datetime import date
from html.parser import HTMLParser

from readiness.domain.ratings.questions import questions_of
from readiness.domain.ratings.typed_line import Line, asked_of, read_line
from readiness.domain.ratings.workshop import Asked, Role, Workshop
from readiness.domain.record import sealed
from readiness.report.document import Table, TickBoxes, WriteLines
from readiness.report.html.markup import text
from readiness.report.pack.paper_form import paper_form
from readiness.report.rater_form.page import form_page
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
        form_page(ROOM, QUESTIONS, role, "en") for role in ("leader", "practitioner")
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
    page = form_page(ROOM, QUESTIONS, "practitioner", "en")
    data = json.loads(re.search(r'id="asked">(.*?)</script>', page)[1])  # type: ignore[index]
    order = asked_of(ROOM, QUESTIONS, "practitioner")
    assert [one["item"] for one in data["line"]] == order
    for at, one in enumerate(data["line"]):
        for value, sign in one["signs"].items():
            signs = "".join(sign if n == at else "." for n in range(len(order)))
            line = read_line(f"P {signs}", ROOM, QUESTIONS)
            assert isinstance(line, Line)
            assert {item: said.value for item, said in line.said.items()} == {one["item"]: value}


def test_hostile_texts_stay_texts() -> None:
    bad = QUESTIONS["GOAL-09"].model_copy(update={"words": HOSTILE})
    room = workshop("GOAL-09", id=HOSTILE)
    page = form_page(room, {"GOAL-09": bad}, "leader", "en")
    assert sum(tag == "script" for tag, _given in Tags(page).found) == 2
    assert text(HOSTILE) in page


def test_the_paper_has_the_same_questions_and_a_line_for_who_types() -> None:
    document = paper_form(ROOM, QUESTIONS, "practitioner", date(2026, 11, 29))
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


def test_a_second_vote_asks_again_what_is_named_only() -> None:
    page = form_page(ROOM, QUESTIONS, "leader", "en", vote=2, only=["GOAL-09"])
    assert text(QUESTIONS["GOAL-09"].words) in page
    assert text(QUESTIONS["T01"].words) not in page
