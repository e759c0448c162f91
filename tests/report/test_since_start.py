"""What the strategy document says after the start, and what of it stays at home."""

import re
from datetime import date

from readiness.domain.rules.review import review
from readiness.report.context import ReportContext, context_of
from readiness.report.document import Block, Heading, Table, plain_words
from readiness.report.outline import outline
from readiness.report.sections.since_start import since_start_blocks
from readiness.storage.example import MONTH_13, example_year, example_year_copy
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.report.test_outline import texts

TEMPLATE, DAY_ONE, _bare = example_year(Library(), MONTH_13)
YEAR = PlanFile.open(example_year_copy(MONTH_13), Library()).plan


def context(*, is_shared: bool = False, today: date = MONTH_13) -> ReportContext:
    state = review(TEMPLATE, YEAR, today)
    return context_of(TEMPLATE, YEAR, state, today, is_shared=is_shared)


def table(blocks: list[Block], caption: str) -> list[tuple[str, ...]]:
    found = next(one for one in blocks if isinstance(one, Table) and one.caption == caption)
    return [tuple(map(plain_words, row)) for row in found.rows]


def test_what_is_off_plan_stands_first_and_every_number_is_from_the_records() -> None:
    blocks = since_start_blocks(context())
    where = table(blocks, "Where the plan stands")
    assert [row[:2] for row in where[:2]] == [
        ("Barriers", "! off plan, red"),
        ("Supervision", "^ off plan, amber"),
    ]
    assert where[-1][1] == "+ on plan"
    months = table(blocks, "Patients, month by month")
    assert months[0] == ("January 2027", "6", "4", "3", "3", "0", "0")
    assert months[-1] == ("Together", "21", "9", "8", "-", "1", "3")


def test_a_promise_whose_day_has_passed_is_not_still_ahead() -> None:
    promised = table(since_start_blocks(context()), "Promises of the first day")
    assert promised[0] == ("Fidelity review", "12 July 2027", "13 September 2027", "slipped")
    assert promised[1] == ("Fidelity review", "10 January 2028", "10 January 2028", "not done yet")


def test_a_shared_document_has_no_small_count_no_rater_and_nobody_who_decided() -> None:
    blocks = since_start_blocks(context(is_shared=True))
    months = table(blocks, "Patients, month by month")
    assert months[0] == ("January 2027 to March 2027", "11", "6", "5", "5", "0", "0")
    assert not {cell for row in months for cell in row} & set("1234")
    rounds = table(blocks, "Results for patients, round by round")
    assert [row[4:] for row in rounds] == [("hidden",) * 4, ("5", *("hidden",) * 3)]
    whole = outline(TEMPLATE, YEAR, review(TEMPLATE, YEAR, MONTH_13), MONTH_13, is_shared=True)
    said = " ".join(texts(whole))
    for name in ("NR", "KH", "AB", "Slower pace", "3 of 8", "8 started", "9 of 21"):
        assert not re.search(rf"\b{name}\b", said), name


def test_before_the_start_and_without_records_there_is_no_such_part() -> None:
    assert since_start_blocks(context(today=date(2027, 1, 1))) == []
    whole = outline(TEMPLATE, DAY_ONE, review(TEMPLATE, DAY_ONE, MONTH_13), MONTH_13)
    heads = [one.key for one in whole.blocks if isinstance(one, Heading)]
    assert "board" in heads
    assert "since" not in heads
