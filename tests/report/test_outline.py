"""The document as data: what it says, whatever it is printed as."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given

from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.actions import adopting, dropping, gaps
from readiness.report.chart import Funnel
from readiness.report.citations import Citations
from readiness.report.context import version_of
from readiness.report.document import (
    Bullets,
    Document,
    Figure,
    FlagBox,
    Heading,
    Paragraph,
    Sources,
    Table,
    plain_words,
)
from readiness.report.outline import outline
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import team
from tests.strategies import plans

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
ANY = Library().load("five_areas")


def document(plan: Plan, **options: bool) -> Document:
    return outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY, **options)


def texts(whole: Document) -> Iterator[str]:
    yield from (whole.title, whole.subtitle)
    for block in (*whole.cover, *whole.blocks):
        if isinstance(block, Heading | Paragraph):
            yield plain_words(block.text)
        elif isinstance(block, Bullets):
            yield from map(plain_words, block.items)
        elif isinstance(block, Table):
            yield block.caption
            yield from block.header
            for row in block.rows:
                yield from map(plain_words, row)
        elif isinstance(block, FlagBox):
            yield block.says
            yield from (plain_words(words) for _, words in block.lines)
        elif isinstance(block, Figure):
            yield from (block.title, block.alt)
        elif isinstance(block, Sources):
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


def test_the_sections_stand_in_the_order_a_board_reads(plan: Plan) -> None:
    assert headings(document(plan)) == [
        "Summary",
        "Why and what",
        "Readiness profile",
        "People",
        "Capacity",
        "Patients",
        "Leadership and roles",
        "Action plan",
        "Timeline",
        "Monitoring",
        "Risk register",
        "How this was made",
        "Appendix: all answers",
        "Sources",
    ]


def test_the_summary_has_the_goal_the_gravest_risks_and_the_next_dates(plan: Plan) -> None:
    blocks = document(plan).blocks
    page = blocks[
        : next(n for n, b in enumerate(blocks) if getattr(b, "text", "") == "Why and what")
    ]
    words = said(Document("", "", TODAY, blocks=page))
    for wanted in (
        "6 patients have finished IMR",
        "CD needs 5.3 hours a week and has 4.",
        "and 1 more red flag",
        "1 December 2026: Training day",
        "Practitioner selection",
    ):
        assert wanted in words


def test_every_answer_note_and_reason_stands_in_the_appendix(plan: Plan) -> None:
    words = said(document(plan))
    for key, answer in plan.answers.items():
        assert key in words
        for text in (answer.note, answer.reason):
            assert text in words


def test_an_adopted_action_stands_in_all_its_fields_and_in_the_risk_register(plan: Plan) -> None:
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
    row = " ".join(rows_under(whole, "The actions, by date")[0])
    for wanted in ("Move two visits", "team leader", "1 December 2026", "1.5 hours a week"):
        assert wanted in row
    assert "CAP-01: " in row
    risk = next(row for row in rows_under(whole, "All flags") if "CAP-01" in row[0])
    assert risk[2:] == [
        "Move two visits. Owner: team leader, 1 December 2026",
        "action under way",
    ]
    undated = document(plan.entering("actions", "1", fields | {"when": None}))
    risk = next(row for row in rows_under(undated, "All flags") if "CAP-01" in row[0])
    assert risk[2] == "Move two visits. Owner: team leader, no date yet"
    dropped = document(dropping(plan, "1", "no money"))
    assert "dropped: no money" in said(dropped)


def test_an_accepted_flag_is_printed_with_who_and_why(plan: Plan) -> None:
    flag = review(TEMPLATE, plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    plan = accepting(plan, flag.id, flag.says, "the successor is trained first", "KL", TODAY)
    whole = document(plan)
    alone = team("AB", "CD", "EF").answering_person("EF", "leaves", date(2027, 9, 1))
    says = review(TEMPLATE, alone, TODAY).items["SEL-03"].flag
    assert says is not None
    alone = accepting(alone, says.id, says.says, "known", "KL", TODAY)
    assert "(SEL-03) Accepted by KL." in said(document(alone))
    risk = next(row for row in rows_under(whole, "All flags") if "SEL-03" in row[0])
    assert risk[-1] == "accepted"
    assert risk[2].startswith("Accepted by KL on 24 November 2026: the successor is trained first")
    box = next(b for b in whole.blocks if isinstance(b, FlagBox) and b.item == "SEL-03")
    assert box.word == "Red flag, accepted"


def test_the_dates_ahead_stand_by_month_each_day_with_all_that_happens(plan: Plan) -> None:
    rows = dict(rows_under(document(plan), "The dates ahead, without check-ins"))  # type: ignore[arg-type]
    assert rows["December 2026"].startswith(
        "1 Training day; 2 Training day; 7 Asking patients begins: AB and GH; "
    )
    assert "11 First day with patients, " in rows["January 2027"]
    assert list(rows)[:3] == ["December 2026", "January 2027", "April 2027"]


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
    plan = plan.assuming("acceptance", 0.5).assuming("dropout", 0.2)
    said_now = said(outline(ANY, plan, review(ANY, plan, TODAY), TODAY))
    # 3 of 0.5 x 0.8; nobody knows the worst.
    assert "For 3 to complete, about 8 have to fit and be asked." in said_now
    assert "worst dropout" not in said_now


def test_the_time_chart_has_no_line_for_what_comes_in_no_day_of_a_short_plan() -> None:
    plan = Plan(template="five_areas").described(start=date(2027, 1, 11), months=1)
    said_now = said(outline(ANY, plan, review(ANY, plan, TODAY), TODAY))
    (chart,) = re.findall(r"Time chart\..*", said_now)
    assert "Check-ins: 8 Feb 2027" in chart
    assert "Fidelity reviews" not in chart


def test_very_many_dates_are_counted(plan: Plan) -> None:
    for number in range(60):
        day = TODAY + timedelta(days=number)
        plan = plan.entering("actions", f"x{number}", {"title": "Ask", "when": day, "actor": "AB"})
    assert re.search(r"and \d+ more dates\.", said(document(plan)))
    assert "more dates" not in said(document(plan.model_copy(update={"actions": {}})))


def test_an_acceptance_without_a_day_is_printed_without_one(plan: Plan) -> None:
    flag = review(TEMPLATE, plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    plan = accepting(plan, flag.id, flag.says, "known", "KL", TODAY)
    plan = plan.entering("accepted", flag.id, dict(plan.accepted[flag.id]) | {"on": None})
    assert "Accepted by KL: known" in said(document(plan))


def test_figures_say_in_words_what_they_show(plan: Plan) -> None:
    alts = {block.title: block.alt for block in document(plan).blocks if isinstance(block, Figure)}
    assert len(alts) == 5
    assert "CD needs 5.3 hours, 5.3 of 4 h, short 1.3" in " ".join(alts.values())
    assert "1 red flag" in alts["Questions by state, in each area"]
    assert "12 Jul 2027" in alts["What happens when"]


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
    funnel = next(one for one in charts if isinstance(one, Funnel))
    (small,) = [one for one in funnel.stages if one.words == "fewer than 5"]
    assert (small.low, small.middle, small.high) == (5, 5, 5)


def test_a_count_whose_low_end_is_small_is_about_so_many(plan: Plan) -> None:
    plan = plan.answering("INC-03", "eligible", 22).assuming("acceptance_low", 0.1)
    assert "about 10 are likely to say yes" in said(document(plan, is_shared=True))
    assert "about 10 (2 to " in said(document(plan))


def test_the_numbers_of_the_hours_are_those_that_are_reckoned_with(plan: Plan) -> None:
    plan = plan.answering("CAP-03", "minutes", 60)
    label = TEMPLATE.practice.numbers["session_minutes"].label
    rows = rows_under(document(plan), "The numbers behind the hours")
    assert [label, "60 minutes", "answered in CAP-03"] in rows
    groups = plan.answering("CAP-03", "format", "group")
    label = TEMPLATE.practice.numbers["group_session_minutes"].label
    assert [label, "60 minutes", "answered in CAP-03"] in rows_under(
        document(groups), "The numbers behind the hours"
    )
    assert label not in [row[0] for row in rows if "CAP-03" in row[2]]


def test_places_are_called_places_and_said_to_be_more_than_the_patients(plan: Plan) -> None:
    few, many = (plan.answering("INC-03", "eligible", n) for n in (5, 500))
    labels = [row[0] for row in rows_under(document(few), "How long it takes and who completes")]
    assert "Places for patients within the period" in labels
    assert "If every place is filled, who complete within it" in labels
    assert not any("start within" in label for label in labels)
    sentence = "There are more places than patients who meet the criteria (5)"
    assert sentence in said(document(few))
    assert "There are more places" not in said(document(many))


def test_the_source_of_the_fields_of_an_action_is_listed_where_it_is_cited(plan: Plan) -> None:
    whole = document(plan)
    (words,) = [one for one in texts(whole) if one.startswith("Each action says")]
    number = int(re.findall(r"\[(\d+)\]", words)[0])
    (source,) = [one for block in whole.blocks if isinstance(block, Sources)
                 for one in block.sources if one.number == number]  # fmt: skip
    assert source.text.startswith("Proctor EK")
    brief = said(document(plan, is_brief=True))
    assert "Each action says" in brief
    assert "Proctor" not in brief
    assert not re.search(r"\[\d+\]", brief)


def test_the_brief_sends_to_the_whole_document_for_the_flags_it_leaves_out(plan: Plan) -> None:
    brief = said(document(plan, is_brief=True))
    assert "and 1 more red flag, see the whole document" in brief
    assert "whole list of flags" not in brief
    assert "see the whole list of flags" in said(document(plan))


def test_the_brief_has_no_cover_and_only_what_is_next(plan: Plan) -> None:
    whole = document(plan, is_brief=True)
    assert whole.cover == ()
    assert headings(whole) == ["Summary", "What is done next"]
    assert "no validated measure" in said(whole)


def test_an_empty_plan_says_what_is_missing_and_judges_nothing() -> None:
    words = said(document(Plan(template="imr")))
    for wanted in (
        "No goal is written yet.",
        "No flag is up.",
        "No practitioner is named yet.",
        "The hours cannot be reckoned yet",
        "Nobody has counted the patients who fit yet",
        "No action is adopted yet.",
        "There is no timeline before the first day with patients is set.",
        "no review has a date",
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
    assert "validated" not in words.replace("no validated measure", "")


def test_what_makes_it_fit_and_the_basis_of_each_number_are_printed() -> None:
    plan = team("AB", "CD").answering_person("CD", "hours_freed", 4).assuming("notes_minutes", 15)
    whole = document(plan)
    assert "1.5 h more a week for CD" in said(whole)
    rows = {row[0]: row[1:] for row in rows_under(whole, "The numbers behind the hours")}
    assert rows["Notes after a session, per patient"] == ["15 minutes", "this plan's own number"]
    assert rows["Preparation for an individual session"][1].startswith("our default")
    assert rows["Share of those who said yes who drop out"][0] == "24%"


@given(plans(TEMPLATE))
def test_any_plan_has_an_outline_with_rows_as_wide_as_their_tables(plan: Plan) -> None:
    for options in ({}, {"is_brief": True}, {"is_shared": True}):
        whole = document(plan, **options)
        for block in (*whole.cover, *whole.blocks):
            if isinstance(block, Table):
                assert sum(block.widths) == pytest.approx(1, abs=0.01)
                assert all(len(row) == len(block.widths) == len(block.header) for row in block.rows)
            if isinstance(block, Figure) and isinstance(block.chart, Funnel):
                assert all(s.low <= s.middle <= s.high for s in block.chart.stages)
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
    for gone_words in ("Core components", "Who does what", "R does it", "is called high"):
        assert gone_words not in words


def test_an_acceptance_from_before_a_change_is_printed_as_that(plan: Plan) -> None:
    plan = plan.answering_person("CD", "leaves", date(2027, 3, 1))
    words = said(document(plan))
    assert "Accepted by the team leader" in words
    assert "The flag said something else then: CD leaves on 1 September 2027" in words
    assert "accepted before, has changed since" in words


def test_the_brief_shows_the_first_actions_and_counts_the_rest(plan: Plan) -> None:
    for number in range(10, 30):
        plan = plan.entering("actions", str(number), {"name": f"Action {number}"})
    words = said(document(plan, is_brief=True))
    assert "and 17 more actions" in words
    assert "Action 29" in said(document(plan))


def test_a_practitioner_called_like_a_number_is_hidden_once() -> None:
    plan = team("1", "Practitioner").noting("SEL-01", "x").answering("CAP-07", "value", "ask 1")
    words = said(document(plan, is_shared=True))
    assert "ask Practitioner 1" in words
    assert "Practitioner Practitioner" not in words
    nameless = Plan(template="imr").with_person(" ")
    assert "1 practitioners take part." in said(document(nameless, is_shared=True))


def test_what_has_no_source_is_said_to_be_our_default() -> None:
    assert (
        plain_words(Citations(TEMPLATE).cite("Three months.", ())) == "Three months. (our default)"
    )


def test_when_every_gap_has_an_action_none_is_listed(plan: Plan) -> None:
    state = review(TEMPLATE, plan, TODAY)
    for item in gaps(plan, state):
        plan = adopting(plan, item, TEMPLATE, state)
    assert "Gaps without an action" not in headings(document(plan), 2)
    assert "Gaps without an action" in headings(document(Plan()), 2)


def test_where_every_gap_left_is_a_flag_nothing_else_is_called_open(plan: Plan) -> None:
    state = review(TEMPLATE, plan, TODAY)
    for item in gaps(plan, state):
        if state.items[item].flag is None:
            plan = adopting(plan, item, TEMPLATE, state)
    words = said(document(plan))
    assert "what is proposed stands in the risk register." in words
    assert "Open: " not in words


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
    for words in (
        "Help to live with the illness",
        "12",
        "the head of department",
        "IJ, 4 h a week freed",
        "Nothing else",
        "Not known",
        "Share who do better; More is better; go on from 60; adjust from 40.5",
        "Northside",
    ):
        assert words in found, words
