"""Charts: no word on another, none outside, none too small, and the numbers of the design."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from readiness.describe.state import SIGNS
from readiness.describe.timeline import Day, Lane, Span
from readiness.report.charts.chart import (
    Bar,
    Bars,
    Chart,
    Finish,
    Panel,
    SquareRow,
    Squares,
    Timeline,
    Weeks,
)
from readiness.report.charts.drawing import picture_of
from readiness.report.charts.picture import SIZE, Box, Label, Line, Picture, fitted, real, steps
from readiness.report.charts.raster import png_of
from readiness.report.document import Figure
from readiness.report.figures import figures_table
from tests.report import gallery
from tests.strategies import examples

WIDTHS = (500.0, 430.0)
FIRST = date(2026, 11, 24)
HOURS = Weeks(
    date(2027, 1, 11),
    tuple(
        Panel(who, "nurse", (5.3,) * 24 + (0.0,) * 4 + (4.7,) * 24, 4.0 + at / 2)
        for at, who in enumerate("ABCD")
    ),
    closed=((11, 11, "Easter"), (24, 27, "Summer holidays"), (39, 39, "Autumn break")),
)
TIMES = gallery.timeline()
GOAL = Bars(
    (
        Bar("The goal", 8, "8 have completed", is_goal=True),
        Bar("Patients allow", 8, "about 8 (6 to 10)", low=6, high=10),
        Bar("Hours and people allow", 6, "about 6 (6 to 7)", 2, low=6, high=7, words="2 missing"),
    ),
    "patients",
    8.0,
    "goal",
)


def labels(chart: Chart, width: float = 500.0) -> list[str]:
    return [one.words for one in picture_of(chart, width).labels]


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of words that stand on each other."""
    shown = [one for one in picture.labels if one.words.strip()]
    found = []
    for at, one in enumerate(shown):
        for other in shown[at + 1 :]:
            is_level = abs(one.y - other.y) < min(one.size, other.size) * 0.75
            apart = (
                one.left + one.width <= other.left + 0.5
                or other.left + other.width <= one.left + 0.5
            )
            if is_level and not apart:
                found.append((one.words, other.words))
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "chart", [HOURS, TIMES, GOAL, gallery.squares(), gallery.finish(), gallery.weeks()]
)
def test_no_word_stands_on_another_or_outside_or_is_too_small(chart: Chart, width: float) -> None:
    picture = picture_of(chart, width)
    assert overlaps(picture) == []
    for one in picture.labels:
        assert one.left >= -0.5, one.words
        assert one.left + one.width <= width + 1.5, one.words
        assert 0 <= one.y <= picture.height, one.words
        assert one.size >= 8


WORDS = st.sampled_from([*gallery.HOSTILE.values(), "", "AB", "short 3.2 h", "many words " * 30])
NUMBERS = st.one_of(st.integers(0, 40), st.floats(allow_nan=True, allow_infinity=True))
DAYS = st.integers(-30, 800).map(lambda days: FIRST + timedelta(days=days))
CHARTS = st.one_of(
    st.builds(
        Bars,
        st.lists(
            st.builds(Bar, WORDS, NUMBERS, WORDS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, WORDS),
            max_size=30,
        ).map(tuple),
        WORDS,
        st.one_of(st.none(), NUMBERS),
        WORDS,
    ),
    st.builds(
        Weeks,
        DAYS,
        st.lists(
            st.builds(
                Panel,
                WORDS,
                WORDS,
                st.lists(NUMBERS, max_size=60).map(tuple),
                st.one_of(st.none(), NUMBERS),
            ),
            max_size=15,
        ).map(tuple),
    ),
    st.builds(
        Timeline,
        DAYS,
        DAYS,
        st.lists(
            st.builds(
                Lane,
                WORDS,
                st.lists(st.builds(Span, DAYS, DAYS, st.booleans(), WORDS), max_size=3).map(tuple),
                st.lists(
                    st.builds(Day, DAYS, st.sampled_from(["set", "late"]), WORDS), max_size=9
                ).map(tuple),
            ),
            max_size=30,
        ).map(tuple),
    ),
    st.builds(
        Squares,
        st.lists(
            st.builds(
                SquareRow,
                WORDS,
                st.lists(st.sampled_from(list(SIGNS)), max_size=60).map(tuple),
                WORDS,
            ),
            max_size=7,
        ).map(tuple),
    ),
)


@pytest.mark.walk
@examples(4)
@given(CHARTS)
def test_any_chart_is_drawn_within_its_width_and_has_its_figures(chart: Chart) -> None:
    picture = picture_of(chart, 500)
    assert picture.height >= 0
    for mark in picture.marks:
        if isinstance(mark, Box):
            assert mark.x >= -1
            assert mark.x + mark.width <= 501
    table = figures_table(Figure("T", "A", chart))
    assert all(len(row) == len(table.header) == len(table.widths) for row in table.rows)


def test_every_question_is_a_square_with_its_sign_and_each_state_stands_in_the_key() -> None:
    said = labels(
        Squares((SquareRow("Capacity", ("red", "red", "amber", "ready"), "2 red, 1 amber"),))
    )
    assert said.count("!") == 3, "two squares, and one in the key"
    assert said.count("+") == 2
    assert {"Capacity", "2 red, 1 amber", "red flag", "amber flag", "ready"} <= set(said)
    assert "open" not in said


def test_no_two_states_share_fill_and_edge() -> None:
    looks = set()
    for state in SIGNS:
        marks = picture_of(Squares((SquareRow("x", (state,)),)), 500).marks
        mark = next(one for one in marks if isinstance(one, Box | Line))
        looks.add((getattr(mark, "fill", ""), getattr(mark, "edge", ""), type(mark)))
    assert len(looks) == len(SIGNS)


def test_what_is_missing_is_hatched_and_the_goal_is_a_broken_line() -> None:
    picture = picture_of(GOAL, 500)
    (missing,) = [one for one in picture.marks if isinstance(one, Box) and one.is_hatched]
    goal = next(one for one in picture.marks if isinstance(one, Line) and one.is_dashed)
    assert missing.x + missing.width == pytest.approx(goal.x), "from 6 to the goal of 8"
    assert "2 missing" in [one.words for one in picture.labels]


def test_weeks_have_one_scale_and_say_the_first_and_the_last_gap() -> None:
    said = labels(HOURS)
    assert "1.3 short" in said, "5.3 needed, 4 freed"
    assert "0.7 short" in said, "4.7 needed, 4 freed"
    assert said.count("8 h") == 4, "room over 5.3 needed and 5.5 freed: 0, 4, 8 in each panel"
    assert {"Easter", "Summer holidays", "Autumn break"} <= set(said)


def test_a_year_of_a_month_makes_way_for_the_year_that_the_chart_is_about() -> None:
    lane = Lane("A lane with a long name", days=(Day(date(2027, 1, 20)),))
    last = date(2028, 3, 1)
    assert {"2027", "2028"} <= set(labels(Timeline(date(2026, 12, 1), last, (lane,)), 280))
    assert "2026" not in labels(Timeline(date(2026, 12, 1), last, (lane,)), 280)
    assert {"2026", "2027"} <= set(labels(Timeline(date(2026, 10, 1), last, (lane,)), 500))


def test_a_gap_of_supervision_is_hatched_and_only_what_deviates_has_words() -> None:
    said = labels(TIMES)
    assert "! not booked" in said
    assert "in the holiday" in said
    assert {"2026", "2027", "Mar", "proposed, not set yet"} <= set(said)


def test_a_picture_for_word_has_200_dots_an_inch_and_the_same_bytes_again() -> None:
    raw = png_of(picture_of(GOAL, 500))
    assert raw == png_of(picture_of(GOAL, 500))
    with Image.open(io.BytesIO(raw)) as image:
        assert image.width == round(500 * 200 / 72)
        assert round(image.info["dpi"][0]) == 200


def test_values_that_cannot_be_drawn_are_none() -> None:
    assert [real(one) for one in (None, float("nan"), float("inf"), -1.0, 2.5)] == [0, 0, 0, 0, 2.5]
    assert steps(0) == (0.0, 1.0)
    assert steps(9.4) == (0, 2, 4, 6, 8, 10)
    assert steps(160) == (0, 50, 100, 150, 200)


def test_a_label_has_at_most_two_lines_and_is_cut_where_that_is_too_little() -> None:
    assert fitted("short", 100) == ["short"]
    cut = fitted("many words in a row " * 9, 60)
    assert len(cut) == 2
    assert cut[1].endswith("...")
    assert all(Label(line, 0, 0, size=SIZE).width <= 60 for line in cut)


def test_the_finish_says_its_three_days_beside_the_end() -> None:
    days = (Day(date(2027, 11, 26), words="as planned"), Day(date(2028, 1, 7), words="likely"),
            Day(date(2028, 3, 31), "risk", "at worst"))  # fmt: skip
    chart = Finish(days, date(2028, 1, 11), "the period ends")
    picture = picture_of(chart, 500)
    assert overlaps(picture) == []
    end = next(one.x for one in picture.marks if isinstance(one, Line) and one.is_dashed)
    likely = next(one for one in picture.labels if one.words == "likely")
    assert likely.left + likely.width <= end, "the line of the end goes through no words"
