"""A year played month by month: by a script, in plain lines, and by keys, with the same file."""

import shlex
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.fidelity import Rating, begin_rating, keep_rating, scored
from readiness.app.session import Session
from readiness.cli.main import main
from readiness.domain.followup.record_place import TYPED
from readiness.domain.plan.field_ref import WITH_ROWS
from readiness.domain.plan.tables import TABLES
from readiness.storage.memory import Memory
from readiness.storage.templates import Library
from readiness.tui.app import ReadinessApp
from tests.line.conversation import converse, plan_at
from tests.tui.person import Person, now

BEGUN = """format = 1
template = "imr"
start = 2027-01-11
id = "c0ffee5e-7b1d-4f2a-9f57-0d2b6a3e1c11"

[people.AB]

[people.CD]

[answers.SEL-01]
value = "yes"
"""
DAYS = [date(2027, month, 5) for month in range(2, 13)] + [date(2028, 1, 5)]
"""The fifth of each month, on which the month before is counted."""
REVIEW = DAYS[5]
NR = (5, 4, 5, 5, 2, 4, 3, 4, 4, 3, 3, 2, 3)
KH = (5, 4, 5, 5, 2, 4, 3, 4, 4, 3, 1, 2, 3)


@dataclass(frozen=True)
class Step:
    """What is done on a day: a record as it is typed, or an act without fields."""

    day: date
    words: str
    fields: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        return " ".join([self.words, *map(shlex.quote, self.fields)])


def month_step(day: date, number: int) -> Step:
    """Counts of the month before: two start each month until six are active."""
    started = 2 if number < 3 else 0
    active = min(2 * (number + 1), 6)
    month = f"{day.year}-{day.month - 1:02}" if day.month > 1 else f"{day.year - 1}-12"
    counts = {"asked": 4, "said_yes": 2, "started": started, "active": active, "completed": 0}
    more = {"dropped": 0, "sessions": 4 * active, "supervision_booked": 4, "supervision_held": 3}
    return Step(day, f"month {month}", tuple(f"{key}={n}" for key, n in {**counts, **more}.items()))


def checkin_step(day: date) -> Step:
    said = ("held=yes", "leader_there=yes", "practitioners_there=2", "numbers_seen=partly")
    return Step(day, f"check-in {day}", (*said, "hours_held=yes", "decided=Thursday room"))


def the_year() -> list[Step]:
    steps = []
    for number, day in enumerate(DAYS):
        steps += [month_step(day, number), checkin_step(day)]
        steps += [Step(day, *one) for one in ALSO.get(number, ())]
    return steps


ALSO: dict[int, tuple[tuple[str, tuple[str, ...]], ...]] = {
    1: (("barrier new", ("what=No room on Thursdays", f"raised_on={DAYS[1]}", "with=ours")),),
    2: (("barrier 1", (f"solved_on={DAYS[2]}",)),),
    3: (("adaptation new", ("what=Homework in the session", "kind=pace", "decided_by=leader")),),
    5: (
        (f"review {REVIEW}", ("scale=imr_fidelity", "raters=NR, KH")),
        ("show", ()),
        (f"score {REVIEW} coping", ("settled=2", "reason=One session", "advice=Role play")),
        ("adopt", ()),
        (f"result {REVIEW}", ("due=4", "measured=4", "improved=2", "unchanged=1", "worse=1")),
        ("milestone", ()),
    ),
    6: ((f"review {REVIEW}", (f"told_on={DAYS[6]}",)),),
    7: (("person CD", ("left=2027-08-31",)),),
    11: (
        (f"result {DAYS[11]}", ("due=6", "measured=6", "improved=4", "unchanged=1", "worse=1")),
        (f"decision {DAYS[11]}", ("measured=6", "improved=4", "decision=go on", "by=leader")),
        ("milestone", ()),
    ),
}
"""What is done beside counting and meeting, by the number of the month."""


def begun(folder: Path) -> Path:
    folder.mkdir()
    path = folder / "plan.toml"
    path.write_text(BEGUN, "utf-8")
    return path


def rate(path: Path) -> None:
    """Both rate alone, each in a file beside the plan."""
    session = Session.open(path, Library(), lambda: REVIEW)
    for who, scores in (("NR", NR), ("KH", KH)):
        rating = begin_rating(session, REVIEW, who)
        assert isinstance(rating, Rating)
        for key, score in zip(rating.scale.items, scores, strict=True):
            rating = scored(rating, key, score, sure=True, evidence="")
        keep_rating(rating, finished=True)


def by_script(path: Path) -> None:
    for step in the_year():
        today = ("--today", str(step.day))
        if step.words == "show":
            rate(path)
            files = [
                str(path.with_name(f"plan.{REVIEW}.{who}.answers.toml")) for who in ["NR", "KH"]
            ]
            given = ["fidelity", str(path), str(REVIEW), "--take-in", *files]
        elif step.words == "adopt":
            given = ["fidelity", str(path), str(REVIEW), "--adopt", "coping"]
        else:
            given = ["record", str(path), *step.words.split(), *step.fields]
        assert main([*given, *today]) == 0, step


def in_lines(path: Path) -> None:
    for day in DAYS:
        steps = [step for step in the_year() if step.day == day]
        lines = [
            f"fidelity {REVIEW} {step.words} 11"
            if step.words == "adopt"
            else f"fidelity {REVIEW} show"
            if step.words == "show"
            else f"record {step.line}"
            for step in steps
        ]
        at = lines.index(f"fidelity {REVIEW} show") if day == REVIEW else len(lines)
        _code, said = converse(path, [*lines[:at], "quit"], today=day)
        if day == REVIEW:
            rate(path)
            _code, said = converse(path, [*lines[at:], "quit"], today=day)
        assert "Nothing was recorded" not in said


@pytest.mark.walk
def test_a_year_by_a_script_and_in_plain_lines_is_the_same_file(tmp_path: Path) -> None:
    one, other = begun(tmp_path / "script"), begun(tmp_path / "lines")
    by_script(one)
    in_lines(other)
    assert other.read_text("utf-8") == one.read_text("utf-8")
    plan = plan_at(one)
    assert len(plan.monthly) == len(plan.checkins) == 12
    assert plan.scores[str(REVIEW)]["coping"]["settled"] == 2
    assert plan.actions["1"]["from"] == f"fidelity.{REVIEW}.coping"
    assert [*plan.milestones] == ["start", "month-6", "month-12"]
    assert plan.people["CD"].parts["left"] == date(2027, 8, 31)


class Year:
    """A person who plays the year at the screens, from Today."""

    KEYS = {"month": "r", "check-in": "k", "review": "y", "result": "u", "decision": "g"}
    KEYS |= {"barrier": "b", "adaptation": "l"}

    def __init__(self, person: Person, path: Path) -> None:
        self.person, self.path = person, path

    async def do(self, step: Step) -> None:
        kind = step.words.split()[0]
        fields = dict(one.split("=", 1) for one in step.fields)
        press, cursor = self.person.press, self.person.cursor
        if kind == "show":
            rate(self.path)
            await press("s", "c", "escape")
        elif kind == "score":
            await press("s")
            await cursor("score coping")
            await press("enter")
            await self.person.type("\n".join(fields.values()) + "\n\n")
            await press("escape")
        elif kind == "adopt":
            await press("s")
            await cursor("score coping")
            await press("+", "escape")
        elif kind == "milestone":
            await press("f9", "t", "k", "escape")
        elif kind == "person":
            await press("f6", "down", "l")
            await self.person.type(fields["left"] + "\n")
            await press("escape")
        elif "told_on" in fields:
            await press("s", "end", "enter")
            await self.fill(WITH_ROWS, fields)
            await press("escape")
        elif "solved_on" in fields:
            await cursor("FOL-02")
            await press("enter", *["shift+tab"] * 3)
            await self.fill("barriers", fields)
        else:
            await press(self.KEYS[kind])
            await self.fill(TYPED[kind], fields)

    async def fill(self, table: str, fields: dict[str, str]) -> None:
        """Go through the fields of an entry with Tab, and leave it."""
        for key, part in TABLES[table].parts.items():
            said = fields.get(key, "")
            if said and part.options:
                await self.person.press(str([*part.options].index(said) + 1))
            elif said and part.kind == "ynp":
                await self.person.press({"yes": "1", "partly": "2", "no": "3"}[said])
            elif said:
                await self.person.type(said)
            await self.person.press("tab")
        await self.person.press("escape")


async def by_keys(path: Path) -> None:
    clock = [DAYS[0]]
    session = Session.open(path, Library(), lambda: clock[0], now)
    app = ReadinessApp(session, Library(), Memory(path.parent / "state"), lambda: clock[0], now)
    async with app.run_test(size=(100, 40)) as pilot:
        person = Person(app, pilot)
        await person.settle()
        for step in the_year():
            if clock[0] != step.day:
                clock[0] = step.day
                await person.press("m", "o")
            await Year(person, path).do(step)
        await person.press("f9")


@pytest.mark.nightly
async def test_a_year_by_keys_is_the_same_file(tmp_path: Path) -> None:
    one, other = begun(tmp_path / "script"), begun(tmp_path / "keys")
    by_script(one)
    await by_keys(other)
    assert other.read_text("utf-8") == one.read_text("utf-8")
