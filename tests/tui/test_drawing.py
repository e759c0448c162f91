"""Charts in letters: bars, columns, the goal and the timeline, reckoned by hand."""

from datetime import date

import pytest

from readiness.describe.timeline import Day, Lane, Span
from readiness.tui.characters import ASCII, BASIC, FULL, LEVELS, fitting, samples
from readiness.tui.drawing.bars import Bar, Likely, bars_drawn, goal_bars
from readiness.tui.drawing.columns import WeekColumn, chart_drawn, column_chart
from readiness.tui.drawing.lanes import lanes_drawn

pytestmark = pytest.mark.no_cover
CODE_PAGE_437 = set("█▓▒░▀▄▌▐■─│┌┐└┘├┤┬┴┼═║╔╗╚╝·")
UTF, MODERN = "utf-8", {"LANG": "nb_NO.UTF-8", "TERM": "xterm-256color"}


def test_no_level_holds_characters_that_its_terminals_lack() -> None:
    letters = {name: set("".join(vars(one).values())) for name, one in LEVELS.items()}
    assert all(letter.isascii() for letter in letters[ASCII])
    assert all(letter.isascii() or letter in CODE_PAGE_437 for letter in letters[BASIC])
    assert letters[FULL] <= CODE_PAGE_437 | set("►□▁▂▃▄▅▆▇ ")
    assert len(samples()) == 3


@pytest.mark.parametrize(
    ("environ", "encoding", "platform", "level"),
    [
        (MODERN, UTF, "linux", FULL),
        (MODERN, "latin-1", "linux", ASCII),
        ({**MODERN, "TERM": "linux"}, UTF, "linux", BASIC),
        ({**MODERN, "TERM": "dumb"}, UTF, "linux", ASCII),
        ({"LANG": "C"}, UTF, "linux", ASCII),
        ({"LANG": "ja_JP.UTF-8"}, UTF, "linux", ASCII),
        ({}, UTF, "win32", BASIC),
        ({"WT_SESSION": "x"}, UTF, "win32", FULL),
    ],
)
def test_the_level_follows_what_the_terminal_says(
    environ: dict[str, str], encoding: str, platform: str, level: str
) -> None:
    assert fitting(environ, encoding, platform) == level


def test_a_bar_shows_what_is_missing_beyond_what_is_freed_and_what_is_left_before_it() -> None:
    bars = [Bar("CD", 5, 4), Bar("AB", 5, 6), Bar("XY", 3, None)]
    short, spare, unknown, scale = (str(one) for one in bars_drawn(bars, 50, LEVELS[ASCII]))
    # 50 columns less 2 for the name, 6 for "5 of 4", 14 for "hours not said" and 4 between: 24,
    # so that 6 hours take 24 columns and one takes 4.
    assert short == "CD 5 of 4 ################|%%%%     ! 1 short"
    assert spare == "AB 5 of 6 ####################::::| 1 to spare"
    assert unknown == "XY 3 of ? ############              hours not said"
    assert scale == "          0   1   2   3   4   5   6 h a week"


def test_hours_that_are_all_nothing_yet_are_drawn_too() -> None:
    nobody, scale = (str(one) for one in bars_drawn([Bar("AB", 0, 0)], 50, LEVELS[ASCII]))
    assert (nobody.split(), scale.split()) == (
        ["AB", "0", "of", "0", "|", "0", "to", "spare"],
        ["0", "1", "h", "a", "week"],
    )
    narrow = [str(one) for one in bars_drawn([Bar("AB", 5, 4.999)], 12, LEVELS[ASCII])]
    assert "0 to spare" in narrow[0], narrow


def test_the_goal_stands_beside_what_patients_and_hours_allow() -> None:
    likely = [Likely("patients", 8, 6, 10), Likely("hours", 6, 6, 7)]
    # 42 columns less 8 for the names and 14 for the numbers: 20, so that 10 patients take them all.
    goal, patients, hours, missing = (str(one) for one in goal_bars(8, likely, 42, LEVELS[ASCII]))
    assert goal == "goal     :::::::::::::::: 8"
    assert patients == "patients ################---] 8 (6-10)"
    assert hours == "hours    ############%%%% 6 (6-7)"
    assert missing.strip() == "2 missing"
    nearly = goal_bars(7, [Likely("hours", 6.9, 6.2, 7.8)], 42, LEVELS[ASCII])
    assert str(nearly[1]).endswith(" 6 (6-7)")  # nobody completes by nine tenths
    assert str(nearly[2]).strip() == "1 missing"
    (unknown,) = goal_bars(None, [Likely("hours", None)], 42, LEVELS[ASCII])
    assert str(unknown) == "hours  not known"


def test_columns_stand_on_a_scale_from_nothing_and_a_line_says_what_is_freed() -> None:
    week = WeekColumn(date(2027, 1, 4), 6, 4, is_closed=False)
    closed = WeekColumn(date(2027, 1, 11), 0, 0, is_closed=True)
    rows = [str(one) for one in column_chart([week, closed], 4, 3, 6, LEVELS[ASCII])]
    assert rows == ["       6  % ", " freed 4 -# ", "       2  #.", "          J "]


@pytest.mark.parametrize(
    ("freed", "rows"),
    [
        (0.1, ["      40  %", "      20  %", "     0.1 -J"]),
        (0, ["      40  %", "      20  %", " freed 0 -J"]),
        (15, ["      40  %", "      20  %", "freed 15 -J"]),
        (25.5, ["      51  %", "    25.5 -#", "          J"]),
        (None, ["      40  #", "      20  #", "          J"]),
    ],
)
def test_a_chart_of_columns_keeps_to_its_rows_however_little_is_freed(
    freed: float | None, rows: list[str]
) -> None:
    week = WeekColumn(date(2027, 1, 4), 40, freed, is_closed=False)
    *chart, said = (str(one) for one in chart_drawn([week], 2, LEVELS[ASCII]))
    assert chart == rows
    assert ("freed" in said) == (freed is not None)


def test_the_timeline_names_months_and_what_is_unusual() -> None:
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    lanes = [
        Lane("Supervision", (
            Span(first, date(2027, 7, 1)),
            Span(date(2027, 7, 1), last, is_missing=True, words="! not booked"),
        )),
        Lane("Reviews", days=(
            Day(date(2027, 3, 1), "set"),
            Day(date(2027, 5, 1), "proposed"),
            Day(date(2027, 7, 12), "late", "^ in: Summer"),
        )),
    ]  # fmt: skip
    months, supervision, reviews = (
        str(one).rstrip() for one in lanes_drawn(lanes, first, last, 74, LEVELS[ASCII])
    )
    assert months.split() == [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    assert supervision[14] == "["
    assert "%% ! not booked %%" in supervision
    assert reviews.replace(" ", "").startswith("Reviews*o*^in:Summer")


def test_the_timeline_holds_nothing_that_is_over_or_beyond_its_end() -> None:
    first, last = date(2027, 7, 1), date(2027, 12, 31)
    lanes = [
        Lane("Asking", (Span(date(2027, 1, 1), date(2027, 3, 1)),)),
        Lane("Sessions", (Span(date(2027, 1, 1), date(2029, 1, 1)),)),
        Lane("Reviews", days=(Day(date(2027, 3, 1), "set"), Day(date(2028, 3, 1), "set"))),
    ]
    _months, asking, sessions, reviews = (
        str(one).rstrip() for one in lanes_drawn(lanes, first, last, 34, LEVELS[ASCII])
    )
    assert (asking, reviews) == ("Asking", "Reviews")
    assert sessions == "Sessions      [------------------]"
