"""The document as data: what it says, whatever it is printed as."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given

from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.actions import adopting, dropping, gaps
from readiness.report.charts.chart import Bars, Timeline
from readiness.report.context import version_of
from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Decision,
    Document,
    Figure,
    Heading,
    Pair,
    Paragraph,
    Sources,
    Table,
    plain_words,
)
from readiness.report.links import Citations
from readiness.report.outline import outline
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import team
from tests.strategies import plans

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
NUMBERS = "Numbers and limits"
ANY = Library().load("five_areas")


def document(plan: Plan, **options: bool) -> Document:
    return outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY, **options)


def texts(whole: Document) -> Iterator[str]:
    yield from (whole.title, whole.subtitle)
    for block in (*whole.cover, *whole.blocks):
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Pair):
        for one in (*block.left, *block.right):
            yield from _texts(one)
    elif isinstance(block, Table):
        yield block.caption
        yield from block.header
        for row in block.rows:
            yield from map(plain_words, row)
    else:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain_words(block.text)
        case Bullets():
            yield from map(plain_words, block.items)
        case Callout():
            yield block.title
            yield from (f"{label} {plain_words(words)}" for label, words in block.lines)
        case Decision():
            for choice in block.choices:
                yield from map(plain_words, (choice.words, *choice.conditions))
        case Figure():
            yield from (block.title, block.note, block.alt)
        case Sources():
            yield from (f"{one.text} {one.doi}" for one in block.sources)


def said(whole: Document) -> str:
    return "\n".join(texts(whole))


def headings(whole: Document, level: int = 1) -> list[str]:
    return [
        block.text for block in whole.blocks if isinstance(block, Heading) and block.level == level
    ]


def rows_under(whole: Document, caption: str) -> list[list[str]]:
    table = next(
        block for block in whole.blocks if isinstance(block, Table) and block.caption == caption
    )
    return [[plain_words(cell) for cell in row] for row in table.rows]


@pytest.fixture
def plan(example_file: PlanFile) -> Plan:
    return example_file.plan


def test_the_parts_stand_in_the_order_a_board_reads_and_their_titles_say_what_is_the_case(
    plan: Plan,
) -> None:
    assert headings(document(plan)) == [
        "Three things are not yet in place for a start on 11 January 2027",
        "Why, what and for whom",
        "CD is short of hours; the other three have some to spare",
        "12 are wanted; about 10 of 22 are likely to say yes",
        "Two actions are open, one done; nine flags have none",
        "Nothing says which result makes you go on, adjust or stop",
        "13 flags are up: their reasons and sources",
        "Appendix A: every answer",
        "Appendix B: numbers and limits",
        "Appendix C: method and sources",
    ]


def board(whole: Document) -> str:
    """The words of the board page alone."""
    blocks = whole.blocks
    end = next(at for at, one in enumerate(blocks) if getattr(one, "key", "") == "practice")
    return said(Document("", "", TODAY, blocks=blocks[:end]))


def test_the_board_page_alone_says_what_is_asked_what_it_takes_and_who_does_what(
    plan: Plan,
) -> None:
    words = board(document(plan))
    for wanted in (
        "on condition that the three red flags below are closed by 4 January 2027",
        # 6 + 5.5 + 6 + 6: CD has 4 and needs 5.3, in half hours.
        "23.5 hours a week for four practitioners until 11 January 2028: 1.5 more than today.",
        "Decide on 7 February 2028 whether to go on, by the rule that is still to be written.",
        "Hours 23.5 a week, 0.63 of a full post (22 today)",
        "Training 4 people, 4 days each: 120 hours",
        "Money 52,000 in the whole period",
        "The goal is 6 patients; hours and people allow about 6",
        "CD needs 5.3 hours a week and has 4.",
        "! nobody",
        "1, 2, 15 and 16 December 2026",
        "Capacity: 2 red, 2 amber, 2 partly, 4 ready.",
    ):
        assert wanted in words, wanted


def test_what_the_plan_does_not_say_is_said_to_be_not_stated() -> None:
    words = board(document(Plan(template="imr")))
    for wanted in (
        "Nothing is answered yet",
        "Not stated yet: hours, training, supervision, patients and money.",
        "Who the practitioners are\n____________\n____________",
        "Also: who supervises, and until when that is booked, on which days the training is and",
    ):
        assert wanted in words, wanted
    assert "Say when a first day with patients is to be set." in words


def test_no_code_of_a_question_stands_before_the_appendix(plan: Plan) -> None:
    whole = document(plan)
    end = next(at for at, one in enumerate(whole.blocks) if getattr(one, "key", "") == "answers")
    before = said(Document("", "", TODAY, cover=whole.cover, blocks=whole.blocks[:end]))
    assert re.findall(r"\b(?:SEL|CAP|INC|GOAL|MON)-\d\d", before) == []


def test_a_flag_is_told_at_most_twice_before_its_reason(plan: Plan) -> None:
    whole = document(plan)
    end = next(at for at, one in enumerate(whole.blocks) if getattr(one, "key", "") == "flags")
    before = said(Document("", "", TODAY, cover=whole.cover, blocks=whole.blocks[:end]))
    for flag in review(TEMPLATE, plan, TODAY).flags:
        assert before.count(flag.says) <= 2, flag.says


def test_the_decision_has_the_conditions_with_their_owners_written_out(plan: Plan) -> None:
    words = said(document(plan))
    assert "Start on 11 January 2027 if these are in place by 4 January 2027" in words
    assert (
        "Extend the booking with the competence centre until January 2028. the team leader" in words
    )
    assert "Write the rule before the first patient starts. Owner ____" in words


def test_every_answer_note_and_reason_stands_in_the_appendix(plan: Plan) -> None:
    words = said(document(plan))
    for key, answer in plan.answers.items():
        assert key in words
        for text in (answer.note, answer.reason):
            assert text in words


def test_an_adopted_action_stands_in_all_its_fields(plan: Plan) -> None:
    plan = plan.model_copy(update={"actions": {}})
    plan = adopting(plan, "CAP-01", TEMPLATE, review(TEMPLATE, plan, TODAY))
    fields = {
        "actor": "team leader",
        "when": date(2026, 12, 1),
        "dose": "1.5 hours a week",
        "action": "Move two visits",
    }
    plan = plan.entering("actions", "1", fields)
    whole = document(plan)
    closes, *row = rows_under(whole, "The actions, by date")[0]
    assert closes == "! red flag"
    for wanted in ("Move two visits", "team leader", "1 Dec 2026", "1.5 hours a week"):
        assert wanted in " ".join(row)
    assert f"aimed at: {TEMPLATE.items['CAP-01'].target}" in said(whole)
    settle = "Four things to settle before the start"
    assert ["Move two visits", "team leader", "1 Dec 2026"] in [
        one[2:] for one in rows_under(whole, settle)
    ]
    undated = document(plan.entering("actions", "1", fields | {"when": None}))
    assert ["Move two visits", "team leader", "! no date"] in [
        one[2:] for one in rows_under(undated, settle)
    ]
    dropped = document(dropping(plan, "1", "no money"))
    assert "dropped: no money" in said(dropped)


def test_an_accepted_flag_is_printed_with_who_and_why(plan: Plan) -> None:
    flag = review(TEMPLATE, plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    plan = accepting(plan, flag.id, flag.says, "the successor is trained first", "KL", TODAY)
    whole = document(plan)
    row = next(
        row
        for row in rows_under(whole, "All flags, with reason and source")
        if "CD leaves" in row[1]
    )
    assert row[0] == "= red, accepted"
    assert row[1].endswith("Accepted by KL on 24 November 2026: the successor is trained first")
    four = rows_under(whole, "Four things to settle before the start")[-1]
    assert four[2:] == ["Accepted: the successor is trained first", "KL", "24 Nov 2026"]


def test_the_timeline_says_what_deviates_and_every_date(plan: Plan) -> None:
    (figure,) = [
        one
        for one in document(plan).blocks
        if isinstance(one, Figure) and isinstance(one.chart, Timeline)
    ]
    assert figure.alt.startswith("Supervision stops on 30 June 2027.")
    assert "Asking patients: " in figure.alt
    assert "Training: 1 Dec 2026, 2 Dec 2026, 15 Dec 2026, 16 Dec 2026." in figure.alt
    assert "12 Jul 2027 (^ in a closed period)" in figure.alt


def test_a_promise_to_expand_stands_with_what_is_known_of_it(plan: Plan) -> None:
    plan = plan.answering("GOAL-02b", "promised", "yes")
    rows = dict(rows_under(document(plan), "What is decided about going on"))  # type: ignore[arg-type]
    assert rows["Expansion"] == "promised, without details"
    plan = plan.answering("GOAL-02b", "where", "the north team")
    rows = dict(rows_under(document(plan), "What is decided about going on"))  # type: ignore[arg-type]
    assert rows["Expansion"] == "where: the north team"


def test_an_estimate_of_patients_is_called_one(plan: Plan) -> None:
    assert "is an estimate" not in said(document(plan))
    plan = plan.answering("INC-03", "eligible", None).answering("INC-03", "population", 100)
    plan = plan.answering("INC-03", "counted_on", None)
    words = said(document(plan))
    assert "The first number is an estimate; nobody has counted." in words
    assert "Counted on 2 November" not in words


def test_another_practice_says_what_it_can_from_the_shares_that_were_counted() -> None:
    plan = team("AB").answering("INC-03", "eligible", 40)
    plan = plan.with_value(number_ref("acceptance"), 0.5).with_value(number_ref("dropout"), 0.2)
    said_now = said(outline(ANY, plan, review(ANY, plan, TODAY), TODAY))
    # 3 of 0.5 x 0.8; nobody knows the worst.
    assert "For 3 to complete, about 8 have to fit and be asked." in said_now
    assert "worst dropout" not in said_now


def test_the_time_chart_has_no_line_for_what_comes_in_no_day_of_a_short_plan() -> None:
    plan = Plan(template="five_areas").described(start=date(2027, 1, 11), months=1)
    said_now = said(outline(ANY, plan, review(ANY, plan, TODAY), TODAY))
    # Nobody was asked: that is not said to be none.
    chart = next(
        line for line in said_now.split("\n") if line.startswith("Nobody has said") and "." in line
    )
    assert "Supervision" not in chart.replace("Nobody has said until when supervision", "")
    assert "Check-ins: 8 Feb 2027" in chart
    assert "Fidelity reviews" not in chart


def test_what_nobody_has_answered_is_named_in_one_line_not_in_rows_of_their_own() -> None:
    nothing = said(document(Plan(template="imr")))
    assert "Not answered: what is decided, the rule and who decides, when." in nothing
    assert "What is decided\nnot answered" not in nothing
    one = said(document(Plan(template="imr").answering("GOAL-02", "value", "continues")))
    assert "What is decided\nIt goes on" in one
    assert "The rule\nnot answered" in one, "two are few enough for rows"


def test_answers_that_are_not_there_share_a_line_in_the_appendix(plan: Plan) -> None:
    lines = said(document(plan)).split("\n")
    (line,) = (one for one in lines if one.startswith(". unanswered MON-"))
    for key in ("MON-05", "MON-09", "MON-10"):
        assert key in line
    assert not any("unanswered Unanswered" in one for one in lines)


def test_hours_that_nobody_stated_are_not_said_to_suffice() -> None:
    plan = team("AB", "CD")
    assert "The hours suffice in every week of the period" in headings(document(plan))
    people = {who: one.model_copy(update={"parts": {}}) for who, one in plan.people.items()}
    bare = plan.model_copy(update={"people": people})
    known = "The hours needed are known; the hours freed are not known for everyone"
    assert known in headings(document(bare))
    assert "freed and" not in said(document(bare)).split(known)[1][:200]


def test_that_no_flag_is_up_says_of_how_many_answers_that_is_told() -> None:
    whole = document(Plan())
    assert "No flag is up; 51 questions are not answered yet." in said(whole)
    assert "flags" not in {one.key for one in whole.blocks if isinstance(one, Heading)}


def test_an_acceptance_without_a_day_is_printed_without_one(plan: Plan) -> None:
    flag = review(TEMPLATE, plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    plan = accepting(plan, flag.id, flag.says, "known", "KL", TODAY)
    plan = plan.entering("accepted", flag.id, dict(plan.accepted[flag.id]) | {"on": None})
    assert "Accepted by KL: known" in said(document(plan))


def test_figures_say_in_words_what_they_show(plan: Plan) -> None:
    alts = {block.title: block.alt for block in document(plan).blocks if isinstance(block, Figure)}
    assert len(alts) == 6
    # From 11 January: 5.29 of 4; the last week before CD leaves, with dropout: 4.7 of 4.
    found = "CD is short of hours from 11 January 2027 (1.3 a week) to 23 August 2027 (0.7)"
    assert f"{found}." in alts[found]
    assert "AB has enough in every week." in alts[found]
    assert "26 of 51 questions are ready; 3 have a red flag and 9 have an amber flag" in alts
    assert "Supervision stops on 30 June 2027; 1 date falls in a closed period" in alts
    assert alts["The goal is 6 patients; hours and people allow about 6"] == (
        "The goal is 6; patients allow about 8 (6 to 10); hours and people allow about 6 (6 to 7)."
    )
    found = "Of 22 who fit about 8 are likely to complete; 12 are wanted"
    assert alts[found].startswith(f"{found}. 22 meet the criteria; ")


def test_every_citation_leads_to_a_source_and_every_source_is_cited(plan: Plan) -> None:
    whole = document(plan)
    sources = next(block for block in whole.blocks if isinstance(block, Sources)).sources
    cited = set(re.findall(r"\[([\d, ]+)\]", said(whole)))
    numbers = {int(one) for group in cited for one in group.split(",")}
    assert numbers == {source.number for source in sources}
    assert any(source.doi == "10.1007/s10597-019-00430-8" for source in sources)


def test_a_shared_document_leaves_out_names_notes_and_small_counts(plan: Plan) -> None:
    plan = plan.answering("INC-04", "value", 3).answering("SEL-10", "champion", "AB")
    words = said(document(plan, is_shared=True))
    for name in plan.people:
        assert not re.search(rf"\b{name}\b", words), name
    for answer in plan.answers.values():
        if answer.note:
            assert answer.note not in words
    assert "fewer than 5" in words
    assert not re.search(r"\b3 patients\b", words)
    assert "the team leader" not in words
    assert not re.search(r"\bIJ\b", words)
    assert "is the only one who meets the patients" not in words
    assert "Shared version" in words
    assert "IMR" in words


def test_a_shared_document_bands_one_patient_and_no_number_that_ends_in_one(plan: Plan) -> None:
    plan = plan.answering("INC-03", "eligible", 1).answering("INC-03", "population", 21)
    words = said(document(plan, is_shared=True))
    assert "21 patients" in words
    assert not re.search(r"\b1 patient\b", words)
    assert "fewer than 5 patients" in words


def test_a_small_count_is_a_band_without_about_and_without_a_range(plan: Plan) -> None:
    plan = plan.answering("INC-03", "eligible", 12)
    whole = document(plan, is_shared=True)
    words = said(whole)
    assert "fewer than 5 are likely to complete" in words
    assert "dropout reckoned with, fewer than 5 complete" in words
    assert not re.search(r"about fewer|\(fewer|to fewer|fewer than 5 to", words)
    charts = [one.chart for one in whole.blocks if isinstance(one, Figure)]
    assert not [one for one in charts if isinstance(one, Bars)], "a bar could be read off"


def test_a_count_whose_low_end_is_small_is_about_so_many(plan: Plan) -> None:
    plan = plan.answering("INC-03", "eligible", 22).with_value(number_ref("acceptance_low"), 0.1)
    assert "about 10 are likely to say yes" in said(document(plan, is_shared=True))
    assert "about 10 (2 to " in said(document(plan))


def test_the_numbers_of_the_hours_are_those_that_are_reckoned_with(plan: Plan) -> None:
    plan = plan.answering("CAP-03", "minutes", 60)
    label = TEMPLATE.practice.numbers["session_minutes"].label
    assert [f"{label}: answered in CAP-03", "60 minutes"] in rows_under(document(plan), NUMBERS)
    groups = plan.answering("CAP-03", "format", "group")
    label = TEMPLATE.practice.numbers["group_session_minutes"].label
    assert [f"{label}: answered in CAP-03", "60 minutes"] in rows_under(document(groups), NUMBERS)


def test_places_are_called_places_and_said_to_be_more_than_the_patients(plan: Plan) -> None:
    few, many = (plan.answering("INC-03", "eligible", n) for n in (5, 500))
    assert "There are places for 12 patients within the period" in said(document(few))
    sentence = "There are more places than patients who meet the criteria (5)"
    assert sentence in said(document(few))
    assert "There are more places" not in said(document(many))


def test_the_brief_cites_nothing_and_sends_to_the_whole_document(plan: Plan) -> None:
    brief = said(document(plan, is_brief=True))
    assert not re.search(r"\[\d+\]", brief)
    assert "The whole document holds every answer" in brief


def test_the_brief_has_no_cover_and_only_what_follows(plan: Plan) -> None:
    whole = document(plan, is_brief=True)
    assert whole.cover == ()
    assert headings(whole) == [
        "Three things are not yet in place for a start on 11 January 2027",
        "The decision, and what follows from it",
    ]
    assert "no norms, no score, no prediction" in said(whole)


def test_an_empty_plan_says_what_is_missing_and_judges_nothing() -> None:
    words = said(document(Plan(template="imr")))
    for wanted in (
        "Nothing is answered yet",
        "No flag is up",
        "No practitioner is named yet.",
        "The hours cannot be worked out yet",
        "Nobody has counted the patients who meet the criteria yet",
        "No action is agreed yet",
        "There is no timeline before the first day with patients is set.",
        "no date yet",
    ):
        assert wanted in words


def test_the_version_changes_with_the_plan_and_only_with_it(plan: Plan) -> None:
    assert version_of(plan) == version_of(plan.model_copy())
    assert version_of(plan) != version_of(plan.noting("SEL-01", "changed"))
    assert document(plan).version == version_of(plan)
    assert document(plan, is_shared=True).version == version_of(plan)


def test_no_single_score_is_anywhere(plan: Plan) -> None:
    words = said(document(plan)).lower()
    assert "overall score" not in words
    assert "% ready" not in words
    assert "validated" not in words.replace("not a validated measure", "")


def test_what_makes_it_fit_and_the_basis_of_each_number_are_printed() -> None:
    plan = (
        team("AB", "CD")
        .answering_person("CD", "hours_freed", 4)
        .with_value(number_ref("notes_minutes"), 15)
    )
    whole = document(plan)
    assert "1.5 h more a week for CD" in said(whole)
    rows = {row[0]: row[1] for row in rows_under(whole, NUMBERS)}
    assert rows["Notes after a session, per patient: this plan's own number"] == "15 minutes"
    (basis,) = [one for one in rows if one.startswith("Preparation for an individual session: ")]
    assert ": our default" in basis
    (drops,) = [one for one in rows if one.startswith("Share of those who said yes who drop out:")]
    assert rows[drops] == "24%"


@pytest.mark.walk
@given(plans(TEMPLATE))
def test_any_plan_has_an_outline_with_rows_as_wide_as_their_tables(plan: Plan) -> None:
    for options in ({}, {"is_brief": True}, {"is_shared": True}):
        whole = document(plan, **options)
        for block in (*whole.cover, *whole.blocks):
            if isinstance(block, Table):
                assert sum(block.widths) == pytest.approx(1, abs=0.01)
                assert all(len(row) == len(block.widths) == len(block.header) for row in block.rows)
            if isinstance(block, Figure) and isinstance(block.chart, Bars):
                assert all((one.low or 0) <= (one.high or 0) for one in block.chart.bars)
            if isinstance(block, Figure):
                assert block.alt.endswith(".")


def test_a_template_that_asks_for_less_still_makes_a_document(plan: Plan) -> None:
    practice = TEMPLATE.practice.model_copy(update={"components": (), "criteria": ""})
    gone = ("fidelity_high", "fidelity_moderate")
    items = {
        key: item.model_copy(
            update={
                table: {
                    name: part
                    for name, part in getattr(item, table).items()
                    if part.feeds not in ("obstacle", "willing")
                }
                for table in ("row_parts", "person_parts")
            }
        )
        for key, item in TEMPLATE.items.items()
    }
    bare = TEMPLATE.model_copy(
        update={
            "practice": practice,
            "roles": {},
            "tasks": {},
            "items": items,
            "thresholds": {k: t for k, t in TEMPLATE.thresholds.items() if k not in gone},
        }
    )
    words = said(outline(bare, plan, review(bare, plan, TODAY), TODAY))
    for gone_words in ("Core components", "Who does what", "R does it", "high is called"):
        assert gone_words not in words


def test_an_acceptance_from_before_a_change_is_printed_as_that(plan: Plan) -> None:
    plan = plan.answering_person("CD", "leaves", date(2027, 3, 1))
    words = said(document(plan))
    assert "Accepted by the team leader" in words
    assert "The flag said something else then: CD leaves on 1 September 2027" in words


def test_the_brief_shows_the_first_actions_and_counts_the_rest(plan: Plan) -> None:
    for number in range(10, 30):
        plan = plan.entering("actions", str(number), {"name": f"Action {number}"})
    words = said(document(plan, is_brief=True))
    # 3 of the example and 20 more, 6 of which stand here.
    assert "and 17 more, in the whole document." in words
    assert "Action 29" in said(document(plan))


def test_a_practitioner_called_like_a_number_is_hidden_once() -> None:
    plan = team("1", "Practitioner").noting("SEL-01", "x").answering("CAP-07", "value", "ask 1")
    words = said(document(plan, is_shared=True))
    assert "ask Practitioner 1" in words
    assert "Practitioner Practitioner" not in words
    nameless = Plan(template="imr").with_person(" ")
    assert "Practitioner 1" in said(document(nameless, is_shared=True))


def test_what_has_no_source_is_said_to_be_our_default() -> None:
    assert (
        plain_words(Citations(TEMPLATE).cite("Three months.", ())) == "Three months. (our default)"
    )


def test_when_every_gap_has_an_action_none_is_proposed(plan: Plan) -> None:
    state = review(TEMPLATE, plan, TODAY)
    proposed = "Proposed: write in who and by when"
    assert proposed in headings(document(plan), 2)
    for item in gaps(plan, state):
        plan = adopting(plan, item, TEMPLATE, state)
    assert proposed not in headings(document(plan), 2)
    assert "more answers are not ready" not in said(document(plan))


def test_the_limits_that_are_printed_are_those_of_the_plans_own_period() -> None:
    def least(months: int) -> str:
        rows = [
            list(map(plain_words, row))
            for block in document(team("AB", months=months)).blocks
            if isinstance(block, Table)
            for row in block.rows
        ]
        return next(row[1] for row in rows if row[0].startswith("Check-ins in the period"))

    assert (least(12), least(24)) == ("10 dates", "20 dates")


def test_the_rule_as_numbers_the_need_and_the_year_after_stand_in_the_document() -> None:
    plan = Plan(template="imr", start=date(2027, 1, 11))
    for item, part, value in (
        ("GOAL-01", "need", "Help to live with the illness"),
        ("GOAL-01", "patients", 12),
        ("GOAL-02", "decided_by", "the head of department"),
        ("SEL-09", "successor", "IJ"),
        ("SEL-09", "hours", 4),
        ("CAP-07", "also", "no"),
        ("CAP-10", "cost", "no"),
        ("MON-06", "measure", "Share who do better"),
        ("MON-06", "direction", "higher"),
        ("MON-06", "go_on_from", 60),
        ("MON-06", "adjust_from", 40.5),
        ("MON-01", "after", "Northside"),
    ):
        plan = plan.answering(item, part, value)  # type: ignore[arg-type]
    found = list(texts(document(plan)))
    assert "IJ. " in said(document(plan))
    for words in (
        "Help to live with the illness",
        "12",
        "the head of department",
        "Nothing else",
        "Share who do better; More is better; go on from 60; adjust from 40.5",
        "Northside",
    ):
        assert words in found, words


ROOM = {
    "workshops": {
        "riv-a7k2": {
            "date": date(2026, 12, 2),
            "facilitator": "consultant",
            "roles": "leader 1; practitioner 5",
            "took_part": 6,
            "asked": 24,
        }
    },
    "agreed": {
        "GOAL-09": {
            "workshop": "riv-a7k2",
            "answer": "partly",
            "reason": "<b>Heard</b> by KH.",
            "against": 1,
            "look_again": date(2027, 3, 1),
        },
        "GONE-1": {"answer": "no", "against": 3, "by_leader": "yes", "against_votes": "yes"},
    },
    "heard": {
        "GOAL-06": {"who": "practitioners", "of": 5, "said": "weekly 4; monthly 1", "unsure": 0},
        "GOAL-09": {"who": "practitioners", "of": 5, "yes": 2, "partly": 1, "no": 1, "unsure": 1},
    },
    "missing": {
        "1": {"item": "INC-03", "what": "How many fit", "who": "EF", "by": date(2026, 12, 12)},
        "2": {},
    },
}


def room_part(plan: Plan, **options: bool) -> list[str]:
    blocks = document(plan, **options).blocks
    parts = [n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.level == 1]
    begin = next((n for n in parts if getattr(blocks[n], "key", "") == "room"), None)
    if begin is None:
        return []
    end = parts[parts.index(begin) + 1]
    return [words for one in blocks[begin:end] for words in _texts(one)]


def test_what_the_room_said_stands_in_the_document_with_reasons_and_counts() -> None:
    said = room_part(Plan().model_copy(update=ROOM))
    assert said[0] == "The room agreed on two questions"
    rows = " | ".join(said)
    for words in (
        "2 December 2026 | leader 1, practitioners 5 | 6 | 24",
        "GOAL-09 Heard, with room | Partly | <b>Heard</b> by KH. | at most one | 1 March 2027",
        "GONE-1 | No | Decided by the leader against the practitioners' answer. Agreed though",
        "practitioners | every week 4, every month 1",
        "practitioners | yes 2, partly 1, no 1, not sure 1",
        "INC-03 Patients who fit | How many fit | EF | 12 December 2026",
        "- | - | - | -",
    ):
        assert words in rows
    assert room_part(Plan()) == []


def test_a_shared_document_says_of_the_room_what_was_agreed_and_nothing_else() -> None:
    rows = " | ".join(room_part(Plan().model_copy(update=ROOM), is_shared=True))
    assert "2 December 2026 | 6 | 24" in rows
    assert "GOAL-09 Heard, with room | Partly | 1 March 2027" in rows
    for hidden in ("KH", "EF", "at most one", "practitioners", "How many fit", "consultant"):
        assert hidden not in rows
    alone = Plan().model_copy(update={"workshops": {"x": {}}})
    assert "agreed on nothing yet" in room_part(alone)[0]
    assert "- | - | - | -" in " | ".join(room_part(alone))
    without = Plan().model_copy(update={"agreed": {"GOAL-09": {}}})
    assert "The room agreed on one question" in room_part(without)[0]
