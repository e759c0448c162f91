"""What a new user types into the short form from the first key to the PDF, and what it leaves."""

from datetime import date
from pathlib import Path

from pypdf import PdfReader

from readiness.domain.rules.review import review
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

ENTER = "\r"
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
PARTLY = {"CAP-06", "MON-01"}
"""The questions that are only partly ready: nobody is named for the year after, and two reviews are
asked for."""


def is_choice(keys: str) -> bool:
    """Whether these keys choose one of the answers of a question."""
    return keys in ("1", "2")


SEEN = 12
"""Letters of what was typed that are looked for: a box in a table shows few of them."""


def heads_row(name: str) -> str:
    """What the line of a row looks like that was just added: under its name, or in a table."""
    return rf"{name.capitalize()} 1\b|^\W+1 +[█▌]"


def check_plan_and_pdf(path: Path) -> None:
    """Fail unless every answer of the walk stands in the plan file and in the PDF beside it."""
    plan = PlanFile.open(path, Library()).plan
    assert (plan.start, plan.form) == (date(2027, 1, 11), "short")
    items = review(Library().load("imr"), plan, date(2026, 11, 24)).items
    assert {item for item in WALK if not items[item].answered} == set()
    unready = {item: items[item].status for item in WALK if items[item].status != "ready"}
    assert unready == dict.fromkeys(PARTLY, "partly")
    assert plan.answer("CAP-03").parts == {"format": "individual", "minutes": 45, "patients": 3}
    text = " ".join(page.extract_text() for page in PdfReader(path.with_suffix(".pdf")).pages)
    assert [words for words in TYPED if words not in " ".join(text.split())] == []
