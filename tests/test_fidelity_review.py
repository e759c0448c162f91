"""A fidelity review: rated alone, shown together, settled; nothing is told before all finished."""

import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.effect import Effect
from readiness.app.operations.fidelity import (
    Rating,
    adopt_advice,
    begin_rating,
    keep_rating,
    scored,
    show_scores,
    standing_of_raters,
    take_in,
)
from readiness.app.operations.record import understood
from readiness.app.session import Session
from readiness.cli.main import main
from readiness.describe.fidelity import (
    coefficients,
    comparison_lines,
    criteria_of,
    criterion_label,
    criterion_line,
    criterion_sign,
    review_line,
    total_words,
)
from readiness.domain.checklist.follow_up import Criterion
from readiness.domain.followup.record_place import RecordPlace, record_place
from readiness.domain.followup.scale import score_limits
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.records import row_parts_of
from readiness.line.console import Console
from readiness.line.rating import rate_alone
from readiness.storage.answers_file import read_answers
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import imr, team

DAY, REVIEW = date(2027, 7, 12), "2027-07-12"
NR = (5, 4, 5, 5, 2, 4, 3, 4, 4, 3, 3, 2, 3)
KH = (5, 4, 5, 4, 2, 4, 4, 4, 4, 3, 1, 2, 3)
PLAN = f"""format = 2
template = "imr"
start = 2027-01-11

[fidelity.{REVIEW}]
scale = "imr_fidelity"
raters = ["NR", "KH"]
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    return Session.open(path, Library(), lambda: date(2027, 7, 13))


def rated(session: Session, rater: str, scores: tuple[int, ...], *, finished: bool = True) -> Path:
    rating = begin_rating(session, DAY, rater)
    assert isinstance(rating, Rating)
    for key, score in zip(rating.scale.items, scores, strict=False):
        about = ("one session", False) if (rater, key) == ("KH", "coping") else ("", True)
        rating = scored(rating, key, score, sure=about[1], evidence=about[0])
    return keep_rating(rating, finished=finished).path


def refusal(found: object) -> str:
    assert isinstance(found, InvalidValue)
    return f"{found.why}; {found.todo}"


def shown(session: Session) -> None:
    files = [rated(session, "NR", NR), rated(session, "KH", KH)]
    assert isinstance(take_in(session, DAY, files), Effect)


def test_two_rate_alone_and_are_shown_together(session: Session) -> None:
    first = rated(session, "NR", NR)
    assert first.name == "plan.2027-07-12.NR.answers.toml"
    assert session.plan.id
    assert refusal(take_in(session, DAY, [first])) == (
        "not finished: KH; wait, or say why the scores are shown early"
    )
    second = rated(session, "KH", KH, finished=False)
    assert standing_of_raters(session, DAY) == [("NR", True), ("KH", False)]
    assert "not finished: KH" in refusal(take_in(session, DAY, [first, second]))
    assert session.plan.scores == {}
    shown(session)
    row = session.plan.scores[REVIEW]["coping"]
    assert row == {"NR": 3, "KH": 1, "evidence": "KH: one session, not sure"}
    fields = session.plan.fidelity[REVIEW]
    assert fields["revealed_on"] == date(2027, 7, 13)
    assert "revealed_early" not in fields
    assert (fields["scale_version"], fields["low"], fields["high"]) == ("rev. 3-24-05", 1, 5)
    assert "fixed since" in refusal(take_in(session, DAY, [first, second]))
    assert "fixed since" in refusal(begin_rating(session, DAY, "NR"))


def test_scores_are_shown_early_only_with_a_reason_that_is_kept(session: Session) -> None:
    found = take_in(session, DAY, [rated(session, "NR", NR)], "KH is on leave until October")
    assert isinstance(found, Effect)
    assert session.plan.fidelity[REVIEW]["revealed_early"] == "KH is on leave until October"
    assert found.said == "Recorded: review of 12 July 2027, scores of NR."


def test_who_left_the_last_criteria_out_has_no_score_there(session: Session) -> None:
    files = [rated(session, "NR", NR), rated(session, "KH", KH[:3])]
    assert isinstance(take_in(session, DAY, files), Effect)
    rows = session.plan.scores[REVIEW]
    assert [sorted(set(row) - {"evidence"}) for row in rows.values()][2:4] == [["KH", "NR"], ["NR"]]


def test_a_rating_goes_on_where_it_was_left(session: Session) -> None:
    rated(session, "KH", KH[:3], finished=False)
    again = begin_rating(session, DAY, "KH")
    assert isinstance(again, Rating)
    assert [one.value for one in again.answers.said.values()] == [5, 4, 5]
    changed = scored(again, "curriculum", 2, sure=True, evidence="")
    assert list(changed.answers.said)[2] == "curriculum"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('kind = "fidelity rating"', 'kind = "workshop answers"', "this is no fidelity rating"),
        (REVIEW, "2027-07-13", "it is a rating of another plan or another day"),
        ('who = "KH"', 'who = "ZZ"', '"ZZ" does not rate this review'),
        ('template = "imr_fidelity"', 'template = "core"', "it is rated by another scale"),
    ],
)
def test_a_rating_that_belongs_elsewhere_is_not_taken_in(
    session: Session, before: str, after: str, said: str
) -> None:
    path = rated(session, "KH", KH)
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    assert said in refusal(take_in(session, DAY, [path]))
    assert said in refusal(begin_rating(session, DAY, "KH"))


def test_who_rates_what_by_which_scale_is_recorded_first(session: Session) -> None:
    assert '"ZZ" does not rate this review; use one of NR, KH' in refusal(
        begin_rating(session, DAY, "ZZ")
    )
    other = date(2027, 8, 1)
    assert "there is no review of 2027-08-01" in refusal(begin_rating(session, other, "NR"))
    assert "there is no review of 2027-08-01" in refusal(take_in(session, other, []))
    session.set(FieldRef(table="fidelity", entry=REVIEW, part="scale"), "of our own")
    assert "no scale of that name" in refusal(begin_rating(session, DAY, "NR"))


def test_a_file_that_cannot_be_read_counts_as_not_finished(session: Session) -> None:
    rated(session, "NR", NR).write_text("kind = ", "utf-8")
    assert standing_of_raters(session, DAY) == [("NR", None), ("KH", None)]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("value = 5", 'value = "five"', "has the score five, and goes from 1 to 5"),
        ("value = 5", "value = 9", "People in a session has the score 9, and goes from 1 to 5"),
        ("people_in_session", "people", '"people" is no criterion of the scale'),
    ],
)
def test_a_score_that_the_scale_does_not_have_is_refused(
    session: Session, before: str, after: str, said: str
) -> None:
    path = rated(session, "KH", (5,))
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    found = refusal(take_in(session, DAY, [path], "early"))
    assert found.startswith(f"{path.name}: ")
    assert found.endswith(f"{said}; ask the rater to score that again")
    assert session.plan.scores == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("coping NR=9", "NR: 9 is too large; write 5 or less"),
        ("coping settled=0", "settled: 0 is too small; write 1 or more"),
        ("of_ours NR=3", '"of_ours" is no criterion of the scale; use one of people_in_session'),
    ],
)
def test_a_score_that_is_recorded_is_one_of_the_scale(
    session: Session, words: str, said: str
) -> None:
    assert said in refusal(understood(session, ["score", REVIEW, *words.split()]))


def test_the_criteria_of_the_core_are_the_components_of_the_practice() -> None:
    template = Library().load("five_areas")
    practice = template.practice.model_copy(update={"components": ("Goals", "Homework")})
    template = template.model_copy(update={"practice": practice})
    plan = team("AB").entering("fidelity", REVIEW, {"scale": "core", "raters": ("NR",)})
    wrong = record_place(plan, template, "score", REVIEW, "coping", DAY)
    assert refusal(wrong) == '"coping" is no criterion of the scale; use one of part_1, part_2'
    found = record_place(plan, template, "score", REVIEW, "part_2", DAY)
    assert isinstance(found, RecordPlace)
    assert (found.parts["NR"].low, found.parts["NR"].high) == (0, 2)
    theirs = plan.entering("fidelity", REVIEW, {"scale": "their own", "raters": ("NR",)})
    found = record_place(theirs, template, "score", REVIEW, "coping", DAY)
    assert isinstance(found, RecordPlace)
    assert found.parts == row_parts_of(theirs.fidelity[REVIEW])


def test_two_files_of_one_rater_are_never_taken_one_for_the_other(session: Session) -> None:
    first = rated(session, "KH", KH)
    copy, other = first.with_name("copy.toml"), first.with_name("other.toml")
    copy.write_text(first.read_text("utf-8"), "utf-8")
    other.write_text(first.read_text("utf-8").replace("value = 4", "value = 3", 1), "utf-8")
    assert refusal(take_in(session, DAY, [first, other], "early")) == (
        "plan.2027-07-12.KH.answers.toml and other.toml are both ratings of KH, and differ; take "
        "in the one that counts"
    )
    assert isinstance(take_in(session, DAY, [first, copy], "early"), Effect)


def test_raters_of_any_name_have_files_of_their_own(session: Session) -> None:
    names = ("AB/CD", "AB:CD", "..", "Åse Ø.")
    session.set(FieldRef(table="fidelity", entry=REVIEW, part="raters"), names)
    paths = [rated(session, name, KH) for name in names]
    assert [path.name.split(".", 2)[2] for path in paths] == [
        "AB%2FCD.answers.toml",
        "AB%3ACD.answers.toml",
        "...answers.toml",
        "Åse Ø..answers.toml",
    ]
    assert standing_of_raters(session, DAY) == [(name, True) for name in names]
    paths[0].write_bytes(paths[1].read_bytes())
    assert "it is the rating of AB:CD; put that file" in refusal(
        begin_rating(session, DAY, "AB/CD")
    )


def test_a_criterion_may_have_limits_of_its_own() -> None:
    scale = imr().fidelity["imr_fidelity"]
    own = {"one": Criterion(number=1, label="One", low=0, high=2)}
    assert score_limits(scale.model_copy(update={"items": own}), "one") == (0, 2)
    assert score_limits(scale, "coping") == (1, 5)


def told(session: Session) -> list[str]:
    return list(comparison_lines(session.plan, session.template, REVIEW))


def test_the_comparison_tells_counts_points_and_the_widest_gap_first(session: Session) -> None:
    shown(session)
    assert told(session)[:4] == [
        "10 of 13 the same, 12 within one point; KH scored 0.15 lower on the whole.",
        "11 Coping skills: NR 3, KH 1, not settled.",
        "4 Handouts: NR 5, KH 4, not settled.",
        "7 Goals followed up: NR 3, KH 4, not settled.",
    ]
    assert told(session)[4] == "3 criteria have no score yet: no total."
    for key, score, reason in (
        ("coping", 2, "One session only."), ("handouts", 4, ""), ("goals_followed", 4, ""),
    ):  # fmt: skip
        session.set(FieldRef(table="fidelity", entry=REVIEW, row=key, part="settled"), score)
        if reason:
            session.set(FieldRef(table="fidelity", entry=REVIEW, row=key, part="reason"), reason)
    assert told(session)[1] == "11 Coping skills: NR 3, KH 1, settled 2. One session only."
    # 5 4 5 4 2 4 4 4 4 3 2 2 3 make 46, so 3.54.
    assert told(session)[4] == (
        "Lowest: 5 Significant others, 11 Coping skills and 12 Relapse prevention. Settled 3.54: "
        "moderate (a convention, not a tested limit)."
    )


def test_advice_is_adopted_declined_or_neither(session: Session) -> None:
    shown(session)
    for key in ("coping", "relapse", "handouts"):
        session.set(FieldRef(table="fidelity", entry=REVIEW, row=key, part="advice"), "Role play")
    ref = FieldRef(table="fidelity", entry=REVIEW, row="relapse", part="declined")
    session.set(ref, "no time")
    session.set(FieldRef(table="actions", entry="1", part="from"), f"fidelity.{REVIEW}.handouts")
    assert told(session)[-3:] == [
        "Advice on 4 Handouts: Role play (action 1)",
        "Advice on 11 Coping skills: Role play (neither adopted nor declined)",
        "Advice on 12 Relapse prevention: Role play (declined: no time)",
    ]


def test_raters_who_agree_and_scales_without_bands(session: Session) -> None:
    take_in(session, DAY, [rated(session, "NR", (5,) * 13), rated(session, "KH", (5,) * 13)])
    assert told(session)[0] == "13 of 13 the same, 13 within one point."
    plan, template = session.plan, session.template
    own = plan.entering("fidelity", REVIEW, {"own_staff": "yes"})
    assert total_words(own, template, REVIEW).endswith("rated by the service itself: no band.")
    scale = template.fidelity["imr_fidelity"]

    def with_scale(**changes: object) -> str:
        found = {"imr_fidelity": scale.model_copy(update=changes)}
        return total_words(plan, template.model_copy(update={"fidelity": found}), REVIEW)

    assert with_scale(bands=()).endswith("Settled 5.")
    assert with_scale(total="none") == "This scale has no total."
    assert with_scale(total="none", about="A check.") == "A check."
    low = plan
    for key in scale.items:
        low = low.scoring(REVIEW, key, {"settled": 1})
    assert "Settled 1: low" in total_words(low, template, REVIEW)
    none = plan.entering("fidelity", REVIEW, {"scale": "gone"})
    assert "does not have the scale" in total_words(none, template, REVIEW)
    assert criterion_label(template, none, REVIEW, "goals_set") == "goals set"
    swapped = plan.scoring(REVIEW, "coping", {"NR": 3})
    lines = list(comparison_lines(swapped, template, REVIEW))
    assert "NR scored 0.15 lower" in lines[0]


def test_without_scores_there_is_only_what_is_missing() -> None:
    plan = team("AB").entering("fidelity", REVIEW, {"scale": "imr_fidelity", "raters": ("NR",)})
    assert list(comparison_lines(plan, imr(), REVIEW)) == [
        "13 criteria have no score yet: no total."
    ]


def test_coefficients_are_for_research_over_many_reviews() -> None:
    plan = team("AB")
    for number in (1, 2, 3):
        review = f"2027-0{number}-01"
        shown_on = {"raters": ("NR", "KH"), "revealed_on": date(2027, number, 2)}
        plan = plan.entering("fidelity", review, shown_on)
        for key, pair in enumerate(zip(NR, KH, strict=True)):
            plan = plan.scoring(review, f"c{key}", dict(zip(("NR", "KH"), pair, strict=True)))
        found = coefficients(plan)
        assert (found is None) == (number < 3)
    hidden = plan.entering("fidelity", "2027-03-01", {"revealed_on": None})
    assert coefficients(hidden) is None
    assert found is not None
    assert found["kappa_quadratic"] == pytest.approx(0.804)
    assert found["icc_2_1"] == pytest.approx(0.818, abs=0.01)


def typing(lines: list[str]) -> tuple[Console, list[str]]:
    typed: Iterator[str] = iter(lines)
    printed = list[str]()
    return Console(
        lambda: next((f"{one}\n" for one in typed), ""), printed.append, echoes=True
    ), printed


def test_a_rater_is_asked_criterion_by_criterion(session: Session) -> None:
    rating = begin_rating(session, DAY, "KH")
    assert isinstance(rating, Rating)
    lines = ["b", "9", "5", "four of five charts", "", "b", "4", "", "no", "3", "", ""]
    console, printed = typing([*lines, "", "q"])
    rating = rate_alone(console, rating)
    said = "".join(printed)
    assert "1 People in a session, 1 to 5. Now: none." in said
    assert "Type a whole number from 1 to 5." in said
    assert "Score with your own copy of the scale: SAMHSA IMR kit" in said
    held = rating.answers.said
    assert (held["people_in_session"].value, held["people_in_session"].sure) == (4, False)
    assert held["programme_length"].value == 3
    assert not rating.answers.finished
    rest = [part for _ in range(11) for part in ("4", "", "")]
    console, printed = typing(["", "", *rest, "yes"])
    finished = rate_alone(console, rating)
    assert finished.answers.finished
    assert len(finished.answers.said) == 13
    console, _printed = typing(["" for _ in range(13)] + ["no"])
    assert not rate_alone(console, keep_rating(rating, finished=False)).answers.finished


def test_a_score_is_kept_also_where_the_input_ends_behind_it(session: Session) -> None:
    rating = begin_rating(session, DAY, "KH")
    assert isinstance(rating, Rating)
    for lines, evidence, sure in (
        (["5"], "", True), (["4", "two charts"], "two charts", True), (["3", "q"], "", True),
        (["b", "2", "b", "1", "one chart", "perhaps", "not sure"], "one chart", False),
    ):  # fmt: skip
        rate_alone(typing(lines)[0], rating)
        said = read_answers(rating.path).answers.said["people_in_session"]
        assert (said.note, said.sure) == (evidence, sure)
    assert said.value == 1


def run(*given: str) -> int:
    return main(list(given))


def test_the_commands_tell_who_has_finished_and_then_the_comparison(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(session.path)
    first, second = (str(rated(session, *one)) for one in (("NR", NR), ("KH", KH)))
    assert run("fidelity", path, REVIEW) == 0
    assert capsys.readouterr().out == "NR: finished.\nKH: finished.\n"
    assert run("fidelity", path, REVIEW, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "format": 1,
        "review": REVIEW,
        "raters": [{"rater": "NR", "finished": True}, {"rater": "KH", "finished": True}],
    }
    assert run("fidelity", path, REVIEW, "--take-in", first) == 2
    assert "Nothing is shown: not finished: KH" in capsys.readouterr().err
    assert run("fidelity", path, REVIEW, "--take-in", first, second, "--today", "2027-07-13") == 0
    assert "- 10 of 13 the same, 12 within one point" in capsys.readouterr().out
    assert run("fidelity", path, REVIEW, "--json") == 0
    found: Mapping[str, object] = json.loads(capsys.readouterr().out)
    assert found["research"] is None
    assert run("fidelity", path, "2027-08-01") == 2
    assert run("rate", path, "--review", REVIEW, "--rater", "NR") == 2
    assert "Nothing is rated: the scores of this review were shown" in " ".join(
        capsys.readouterr().err.split()
    )


def test_a_third_rater_who_differs_is_settled_with_a_reason_too(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    path, score = str(session.path), ("score", "2027-07-01", "11")
    three = ("review", "2027-07-01", "scale=imr_fidelity", "raters=NR,KH,TL")
    assert run("record", path, *three) == 0
    assert run("record", path, *score, "NR=3", "KH=3", "settled=3") == 0
    assert run("record", path, *score, "TL=1", "settled=2") == 2
    assert "the raters' scores differ; say why" in capsys.readouterr().err
    assert run("record", path, *score, "TL=1", "settled=2", "reason=One session") == 0


def test_advice_becomes_an_action_by_the_command_too(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    shown(session)
    session.save()
    path, today = str(session.path), ("--today", "2027-07-13")
    settled = ("record", path, "score", REVIEW, "11", "settled=2")
    assert run(*settled, *today) == 2
    assert "the raters' scores differ; say why it is settled so" in capsys.readouterr().err
    assert run(*settled, "reason=One session", "advice=Role play", *today) == 0
    assert run("fidelity", path, REVIEW, "--adopt", "handouts") == 2
    assert "There is no advice on 4 Handouts in the review of 12 July" in capsys.readouterr().err
    assert run("record", path, "score", REVIEW, "handouts", "declined=No time") == 2
    assert "there is no advice to decline" in " ".join(capsys.readouterr().err.split())
    assert run("fidelity", path, REVIEW, "--adopt", "11", "--json") == 2
    assert "--adopt prints no JSON" in capsys.readouterr().err
    assert run("fidelity", path, REVIEW, "--adopt", "11") == 0
    assert "action 1, from the advice on 11 Coping skills" in capsys.readouterr().err
    plan = PlanFile.open(session.path, Library()).plan
    assert plan.scores[REVIEW]["coping"]["settled"] == 2
    assert dict(plan.actions["1"]) == {
        "name": "Coping skills",
        "action": "Role play",
        "justification": "Advice of the fidelity review of 12 July 2027",
        "from": f"fidelity.{REVIEW}.coping",
    }
    assert run("fidelity", path, REVIEW, "--adopt", "coping") == 2
    assert "is action 1 already" in capsys.readouterr().err


def test_a_review_is_told_in_one_line_and_each_criterion_with_its_sign(session: Session) -> None:
    plan, template = session.plan, session.template
    shown_later = "12 July 2027: the scores are not shown to each other yet."
    assert review_line(plan, template, REVIEW) == shown_later
    empty = plan.entering("fidelity", REVIEW, {"revealed_on": DAY})
    assert criterion_line(empty, template, REVIEW, "coping") == "11 Coping skills: no score yet."
    assert criterion_sign(empty, template, REVIEW, "coping") == "."
    shown(session)
    for key in ("coping", "relapse"):
        session.set(FieldRef(table="fidelity", entry=REVIEW, row=key, part="advice"), "Role play")
    own = session.plan.scoring(REVIEW, "of_ours", {"NR": 1})
    keys = criteria_of(own, template, REVIEW)
    assert (keys[0], keys[-1]) == ("coping", "of_ours")
    assert [criterion_sign(own, template, REVIEW, key) for key in keys[:4]] == ["^", "^", "^", "+"]
    assert criterion_line(own, template, REVIEW, "goals_set") == "6 Goals set: NR 4, KH 4."
    assert review_line(session.plan, template, REVIEW) == (
        "12 July 2027: 3 scores to settle and 2 pieces of advice open. "
        "3 criteria have no score yet: no total."
    )
    for key in ("coping", "handouts", "goals_followed"):
        session.set(FieldRef(table="fidelity", entry=REVIEW, row=key, part="settled"), 4)
    assert review_line(session.plan, template, REVIEW).startswith(
        "12 July 2027: 2 pieces of advice open. Lowest: "
    )


def test_advice_that_was_declined_is_no_action(session: Session) -> None:
    shown(session)
    for part, text in (("advice", "Role play"), ("declined", "no time")):
        session.set(FieldRef(table="fidelity", entry=REVIEW, row="coping", part=part), text)
    effect = adopt_advice(session, DAY, "coping")
    assert effect.said == "The advice on 11 Coping skills was declined; take that out first."
    assert not session.plan.actions


def test_ratings_beside_the_plan_are_shown_and_one_that_cannot_be_read_is_told(
    session: Session,
) -> None:
    rated(session, "NR", NR)
    assert show_scores(session, DAY).said.startswith("Nothing is shown: not finished: KH; ")
    path = rated(session, "KH", KH)
    whole = path.read_text("utf-8")
    path.write_text("kind = ", "utf-8")
    assert path.name in show_scores(session, DAY).said
    path.write_text(whole, "utf-8")
    assert show_scores(session, DAY).is_done
    assert session.plan.scores[REVIEW]["coping"]["KH"] == 1


def test_options_that_would_change_nothing_are_told(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(session.path)
    assert run("rate", path, "--review", REVIEW, "--rater", "KH", "--kiosk", "-o", "x.toml") == 2
    assert "--review takes no --output and --kiosk" in capsys.readouterr().err
    assert run("rate", path, "--rater", "KH") == 2
    assert "--rater goes with --review alone." in capsys.readouterr().err
    assert run("fidelity", path, REVIEW, "--early", "KH is away") == 2
    assert "--early goes with --take-in alone." in capsys.readouterr().err


def test_who_scored_nothing_is_told_of_no_file(
    session: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["rate", str(session.path), "--review", REVIEW, "--rater", "KH"]
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    run(*given)
    assert "Nothing was scored, so there is no file." in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO("5\n\n\nq\n"))
    run(*given)
    assert "Your scores are in plan.2027-07-12.KH.answers.toml." in capsys.readouterr().err
