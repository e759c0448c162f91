"""Charts: no word on another, none outside, and everything that is left out is said."""

import io
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from readiness.report.chart import (
    Bar,
    Bars,
    Chart,
    Funnel,
    Gantt,
    GanttRow,
    Series,
    Share,
    Stage,
    Weeks,
)
from readiness.report.pdf.charts.lanes import lanes
from readiness.report.pdf.charts.pen import LEAD, Align, ChartPen, figure, fitted, real, steps, tint
from readiness.report.pdf.figures import drawing
from readiness.report.pdf.fonts import load_fonts
from readiness.report.pdf.look import look
from readiness.report.theme import Theme, contrast
from tests.report import gallery
from tests.strategies import examples

LOOK = look(Theme(), "a4")
WIDTH, ROOM = LOOK.line, LOOK.height - 100
FIRST = date(2026, 11, 24)


PROFILE = Bars(
    tuple(
        Bar(
            area,
            tuple(
                Share(name, value, sign)
                for (name, sign), value in zip(
                    (("ready", "+"), ("partly", "~"), ("open", "o"), ("red", "!")),
                    values,
                    strict=True,
                )
            ),
        )
        for area, values in (
            ("1 Practitioner selection", (7, 1, 1, 1)),
            ("2 Capacity", (5, 2, 1, 2)),
            ("3 Patient inclusion", (6, 3, 1, 0)),
            ("4 Goals and vision", (9, 2, 0, 0)),
            ("5 Monitoring plan", (3, 2, 4, 1)),
        )
    ),
    "questions, by their answer",
)
HOURS = Bars(
    (
        Bar("AB", (Share("sessions", 3), Share("preparation", 1.5), Share("travel", 0.8)), 6, ""),
        Bar("CD", (Share("sessions", 3), Share("preparation", 1.5)), 4, "short 0.5 h"),
        Bar("EF, who also leads the group on Tuesdays", (Share("sessions", 0.4),), 0, "short"),
    ),
    "hours a week",
    "hours that are freed",
)
LOAD = Weeks(
    date(2027, 1, 11),
    (
        Series("needed", tuple(8 + (week % 7) for week in range(52))),
        Series("freed", (16.0,) * 52, is_limit=True),
        Series("freed in summer", (None,) * 24 + (12.0,) * 8 + (None,) * 20, is_limit=True),
    ),
    "hours a week, all practitioners",
    closed=(24, 25, 26, 27, 50, 51),
    marks=((0, "start"), (6, "short"), (7, "short again"), (51, "end of the period")),
)
PATIENTS = Funnel(
    (
        Stage("In the service", 160, 160, 160),
        Stage("Meet the criteria", 18, 22, 30, "about 22 (18 to 30)"),
        Stage("Say yes", 7, 10, 14, "about 10 (7 to 14)"),
        Stage("Finish", 5, 8, 11, "about 8 (5 to 11)"),
    ),
    "patients",
)
TIMES = Gantt(
    date(2026, 11, 1),
    date(2028, 2, 1),
    (
        GanttRow("Prepare", ((date(2026, 11, 1), date(2027, 1, 10)),)),
        GanttRow("Training", (), ((date(2026, 12, 1), "day 1"), (date(2026, 12, 2), "day 2"))),
        GanttRow("Supervision", ((date(2027, 1, 11), date(2027, 6, 30)),)),
        GanttRow(
            "Fidelity reviews",
            (),
            ((date(2027, 7, 12), "6 months"), (date(2028, 1, 10), "12 months")),
        ),
        GanttRow(
            "Re-checks and the decision on going on",
            ((date(2027, 4, 1), date(2027, 12, 1)),),
            ((date(2027, 4, 11), "3 months"), (date(2028, 1, 31), "decision")),
        ),
    ),
)


class Watched(ChartPen):
    """Remembers where words were set."""

    def __init__(self, height: float) -> None:
        super().__init__(Canvas(io.BytesIO()), height, LOOK)
        self.placed: list[tuple[str, float, float, float]] = []

    def words(
        self,
        text: str,
        at: tuple[float, float],
        align: Align = "left",
        width: float = 1000.0,
        **more: Any,
    ) -> float:
        wide = super().words(text, at, align, width, **more)
        left = at[0] - {"left": 0.0, "right": wide, "middle": wide / 2}[align]
        if wide:
            self.placed.append((text, left, left + wide, at[1]))
        return wide


def drawn(chart: Chart) -> Watched:
    load_fonts()
    made = drawing(chart, WIDTH, ROOM)
    assert made.height <= ROOM
    pen = Watched(made.height)
    made.draw(pen)
    for text, left, right, y in pen.placed:
        assert left >= -0.5, text
        assert right <= WIDTH + 0.5, text
        assert LEAD / 2 - 3 <= y <= made.height - 2, text
    places = sorted(pen.placed, key=lambda one: one[3])
    for at, (text, left, right, y) in enumerate(places):
        for other, start, end, below in places[at + 1 :]:
            if below - y >= LEAD - 2:
                break
            assert end <= left + 0.2 or start >= right - 0.2, f"{text!r} on {other!r}"
    return pen


def said(chart: Chart) -> str:
    return " ".join(text for text, *_ in drawn(chart).placed)


WORDS = st.one_of(
    st.sampled_from(tuple(gallery.HOSTILE.values())),
    st.sampled_from(["", "AB", "short 3.2 h", "sessions", "\u4f60\u597d " * 30]),
    st.text(max_size=60),
)
NUMBERS = st.one_of(
    st.just(0.0),
    st.integers(0, 40),
    st.floats(allow_nan=True, allow_infinity=True),
    st.floats(0, 1e6),
)
DAYS = st.integers(-30, 800).map(lambda days: FIRST + timedelta(days=days))
BARS = st.builds(
    Bars,
    st.lists(
        st.builds(
            Bar,
            WORDS,
            st.lists(st.builds(Share, WORDS, NUMBERS, WORDS), max_size=4).map(tuple),
            st.one_of(st.none(), NUMBERS),
            WORDS,
        ),
        max_size=30,
    ).map(tuple),
    WORDS,
    WORDS,
)
WEEKS = st.builds(
    Weeks,
    DAYS,
    st.lists(
        st.builds(
            Series,
            WORDS,
            st.lists(st.one_of(st.none(), NUMBERS), max_size=60).map(tuple),
            st.booleans(),
        ),
        max_size=10,
    ).map(tuple),
    WORDS,
    st.lists(st.integers(-2, 80), max_size=4).map(tuple),
    st.lists(st.tuples(st.integers(-2, 80), WORDS), max_size=9).map(tuple),
)
FUNNELS = st.builds(
    Funnel,
    st.lists(st.builds(Stage, WORDS, NUMBERS, NUMBERS, NUMBERS, WORDS), max_size=25).map(tuple),
    WORDS,
)
GANTTS = st.builds(
    Gantt,
    DAYS,
    DAYS,
    st.lists(
        st.builds(
            GanttRow,
            WORDS,
            st.lists(st.tuples(DAYS, DAYS), max_size=3).map(tuple),
            st.lists(st.tuples(DAYS, WORDS), max_size=12).map(tuple),
        ),
        max_size=40,
    ).map(tuple),
)


@examples(8)
@given(st.one_of(BARS, WEEKS, FUNNELS, GANTTS))
@example(PROFILE)
@example(HOURS)
@example(LOAD)
@example(PATIENTS)
@example(TIMES)
def test_no_word_stands_on_another_or_outside(chart: Chart) -> None:
    drawn(chart)


def test_bars_say_each_value_its_sign_and_what_stands_at_the_end() -> None:
    text = said(PROFILE)
    for words in (
        "1 Practitioner selection",
        "+ 7",
        "! 2",
        "+ ready",
        "questions, by their answer",
    ):
        assert words in text
    hours = said(HOURS)
    assert "short 0.5 h" in hours
    assert "hours that are freed" in hours


def test_the_line_across_a_bar_does_not_hide_its_value() -> None:
    parts = (Share("a", 4), Share("b", 4))
    for mark in (1.0, 2.0, 3.0, 6.0):
        assert said(Bars((Bar("x", parts, mark),), "h", "freed")).split().count("4") >= 2


def test_two_hundred_bars_end_with_a_count_of_the_rest() -> None:
    bars = tuple(Bar(f"bar {number}", (Share("x", number),)) for number in range(200))
    text = said(Bars(bars, "hours"))
    shown = [number for number in range(200) if f"bar {number} " in f"{text} "]
    assert f"and {200 - len(shown)} more, not drawn" in text
    assert shown == list(range(len(shown)))


def test_a_long_key_ends_with_a_count_of_the_rest() -> None:
    shares = tuple(Share(f"name {number}", 1) for number in range(30))
    assert "and 18 more" in said(Bars((Bar("x", shares),), "hours"))


@pytest.mark.parametrize(
    "chart",
    [Bars((), ""), Weeks(FIRST, (), ""), Funnel((), ""), Gantt(FIRST, FIRST, ())],
)
def test_a_chart_of_nothing_says_so(chart: Chart) -> None:
    assert "Nothing to show yet." in said(chart)


def test_many_stages_rows_and_lines_are_counted() -> None:
    stages = tuple(Stage("s", 1, 2, 3) for _ in range(60))
    assert "more stages, not drawn" in said(Funnel(stages, "people"))
    rows = tuple(GanttRow(f"row {number}", days=((FIRST, "x"),)) for number in range(99))
    assert "more, not drawn" in said(Gantt(FIRST, FIRST + timedelta(days=90), rows))
    series = tuple(Series(f"line {number}", (1.0, 2.0)) for number in range(12))
    assert "and 4 more lines, not drawn" in said(Weeks(FIRST, series, "h"))


def test_weeks_name_their_lines_months_marks_and_closed_weeks() -> None:
    text = said(LOAD)
    for words in ("needed", "freed in summer", "Jan 2027", "Jun", "short again", "no sessions"):
        assert words in text


def test_a_funnel_shows_its_ranges_in_words() -> None:
    text = said(PATIENTS)
    for words in ("Meet the criteria", "about 22 (18 to 30)", "160", "patients"):
        assert words in text


def test_a_gantt_names_days_months_and_years() -> None:
    text = said(TIMES)
    for words in ("Supervision", "day 1", "day 2", "12 months", "decision", "2028", "Dec"):
        assert words in text


def test_marks_without_room_for_words_are_still_lines() -> None:
    series = (Series("needed", (1.0,) * 52),)
    marks = tuple((week, "a long word at a week") for week in range(20))
    chart = Weeks(FIRST, series, "h", marks=marks)
    assert 4 <= said(chart).count("a long word at a week") < 20


def test_words_side_by_side_get_lanes_of_their_own() -> None:
    assert lanes([(0, 10), (5, 10), (20, 10), (6, 10)], 100, 2) == [0, 1, 0, -1]
    assert lanes([(95, 10), (80, 10)], 100, 2) == [0, 0]
    assert lanes([(0, 5)], 100, 0) == [-1]


def test_steps_are_round_and_reach_the_top() -> None:
    assert steps(0) == (0.0, 1.0)
    assert steps(9.4) == (0, 2, 4, 6, 8, 10)
    assert steps(160) == (0, 50, 100, 150, 200)


def test_values_that_cannot_be_drawn_are_none() -> None:
    assert [real(one) for one in (None, float("nan"), float("inf"), -1.0, 2.5)] == [0, 0, 0, 0, 2.5]
    assert [figure(one) for one in (0.0, 2.5, 2.04, 1200.0)] == ["0", "2.5", "2", "1,200"]


def test_a_label_has_at_most_two_lines() -> None:
    load_fonts()
    assert fitted("short", 100) == ["short"]
    assert len(fitted("many words in a row " * 9, 60)) == 2


def test_patterns_differ_in_black_and_white() -> None:
    accent = LOOK.accent
    shades = [accent, tint(accent, 0.62), tint(accent, 0.86), Color(1, 1, 1)]
    hexes = [f"#{shade.hexval()[2:]}" for shade in shades]
    grey = [contrast(one, "#000000") for one in hexes]
    assert grey == sorted(grey)
    assert all(after / before > 1.1 for before, after in pairwise(grey))
    assert contrast(hexes[0], "#ffffff") >= 3
