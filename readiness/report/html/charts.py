"""Charts as SVG: legible without colour, with words at what they mean, on a phone and in print."""

from collections.abc import Iterable

from readiness.i18n.dates import plus_weeks
from readiness.i18n.language import _
from readiness.i18n.words import number_words
from readiness.report.chart import Bar, Bars, Chart, Funnel, Gantt, GanttRow, Series, Weeks
from readiness.report.figures import share_names, week_count
from readiness.report.html.markup import Markup
from readiness.report.html.svg import (
    LINE,
    WIDTH,
    SvgSheet,
    lines_of,
    share_of_time,
    sound,
    ticks,
    width_of,
)

BAR = 20.0
"""Height of a bar, in units."""
PLOT = 170.0
"""Height of the lines over weeks, in units."""
GAP = 8.0
"""Room between two bars, in units."""
LEFT = 34.0
"""Room for the scale left of the lines over weeks, in units."""
_SIGN_ROOM = 14.0
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LINES = 4
"""Kinds of line for what is needed, and as many for limits."""


def draw(chart: Chart, name: str, **attributes: str) -> Markup:
    """The chart as one SVG element; the name sets its parts apart from those of other charts."""
    sheet = SvgSheet(name)
    if isinstance(chart, Bars):
        _bars(sheet, chart)
    elif isinstance(chart, Weeks):
        _weeks(sheet, chart)
    elif isinstance(chart, Funnel):
        _funnel(sheet, chart)
    else:
        _gantt(sheet, chart)
    return sheet.done(**attributes)


def _bars(sheet: SvgSheet, chart: Bars) -> None:
    names = share_names(chart)
    steps = ticks(max([0.0, *(_length(bar) for bar in chart.bars)]))
    for bar in chart.bars:
        sheet.paragraph(bar.label, class_="strong")
        _bar(sheet, bar, names, WIDTH / steps[-1])
    _scale(sheet, steps, chart.unit)
    signs = {share.name: share.sign for bar in chart.bars for share in bar.shares}
    entries: list[tuple[int | str, str]] = [
        (at, f"{signs[one]}  {one}" if signs[one] else one) for at, one in enumerate(names)
    ]
    if any(bar.mark is not None for bar in chart.bars):
        entries.append(("mark", chart.mark_name or _("Mark")))
    sheet.key(entries)


def _length(bar: Bar) -> float:
    return max(sum(sound(share.value) for share in bar.shares), sound(bar.mark))


def _bar(sheet: SvgSheet, bar: Bar, names: list[str], scale: float) -> None:
    x, top = 0.0, sheet.y + 1
    sheet.y = top + BAR
    for share in bar.shares:
        long = sound(share.value) * scale
        if long > 0:
            sheet.box(x, top, (long, BAR), names.index(share.name))
        if share.sign and long >= _SIGN_ROOM:
            sheet.words(share.sign[:1], x + 4, top + BAR - 5, "halo")
        x += long
    if bar.mark is not None:
        at = sound(bar.mark) * scale
        sheet.line(at, top - 3, (at, top + BAR + 3), "mark")
        x = max(x, at)
    _words_at_end(sheet, bar.words, x)


def _words_at_end(sheet: SvgSheet, words: str, x: float) -> None:
    """Words behind a bar that ends at x, or below it where there is no room."""
    if words and x + 6 + width_of(words) <= WIDTH:
        sheet.words(words, x + 6, sheet.y - 5)
    else:
        sheet.paragraph(words)
    sheet.y += GAP


def _scale(sheet: SvgSheet, steps: list[float], unit: str) -> None:
    sheet.line(0, sheet.y, (WIDTH, sheet.y), "axis")
    for step in steps:
        x = step / steps[-1] * WIDTH
        sheet.line(x, sheet.y, (x, sheet.y + 4), "axis")
        anchor = "start" if step == 0 else "end" if step == steps[-1] else "middle"
        sheet.words(number_words(step), x, sheet.y + LINE, "soft", anchor)
    sheet.y += LINE
    sheet.paragraph(unit, class_="soft")


def _weeks(sheet: SvgSheet, chart: Weeks) -> None:
    count = max(week_count(chart), 1)
    wide = (WIDTH - LEFT) / count
    sheet.paragraph(chart.unit, class_="soft")
    _marks(sheet, chart, wide)
    steps = ticks(max([0.0, *(sound(value) for one in chart.series for value in one.values)]))
    top, foot = sheet.y, sheet.y + PLOT
    for week in sorted(set(chart.closed)):
        sheet.box(LEFT + week * wide, top, (wide, PLOT), "lines")
    last = plus_weeks(chart.first, count)
    sheet.months_along((chart.first, last), top, foot, LEFT)
    for step in steps:
        y = foot - step / steps[-1] * PLOT
        sheet.line(LEFT, y, (WIDTH, y), "axis" if step == 0 else "grid")
        sheet.words(number_words(step), LEFT - 6, y + 4, "soft", "end")
    kinds = _line_kinds(chart.series)
    for at, (one, kind) in enumerate(kinds):
        points = [
            (LEFT + (week + 0.5) * wide, foot - min(sound(value) / steps[-1], 1.0) * PLOT)
            for week, value in enumerate(one.values)
            if value is not None
        ]
        _line_over_weeks(sheet, one, kind, wide, points)
        if points:
            # Needs are named where they end and limits where they begin, so that both can be read.
            x, y = points[0 if one.is_limit else -1]
            sheet.words(_letter(at), x, y - 5, "halo", "middle")
    sheet.y = foot + 2 * LINE
    sheet.key((kind, _series_words(at, one)) for at, (one, kind) in enumerate(kinds))
    if chart.closed:
        sheet.key([(1, _("no sessions"))])


def _letter(at: int) -> str:
    return _LETTERS[at % len(_LETTERS)]


def _series_words(at: int, one: Series) -> str:
    return f"{_letter(at)}  {one.name}{' (limit)' if one.is_limit else ''}"


def _line_kinds(series: Iterable[Series]) -> list[tuple[Series, str]]:
    """Each line with its class: whole lines for what is needed, broken ones for limits."""
    seen, found = {True: 0, False: 0}, []
    for one in series:
        number = seen[one.is_limit] % _LINES
        found.append((one, f"{'limit' if one.is_limit else 'need'} line-{number}"))
        seen[one.is_limit] += 1
    return found


def _line_over_weeks(
    sheet: SvgSheet, one: Series, kind: str, wide: float, points: list[tuple[float, float]]
) -> None:
    path, before = [], -wide * 2
    for x, y in points:
        path.append(f"{'L' if x - before < wide * 1.5 else 'M'}{x:.1f} {y:.1f}")
        before = x
    if path:
        sheet.shape("path", kind, d="".join(path), fill="none")
    every = max(1, len(points) // 8)
    for x, y in [] if one.is_limit else points[::every]:
        sheet.shape("circle", "point", cx=x, cy=y, r=2.5)


def _marks(sheet: SvgSheet, chart: Weeks, wide: float) -> None:
    """Words over the weeks that they belong to, in as many lines as keep them apart."""
    ends: list[float] = []
    placed = []
    for week, word in sorted(chart.marks):
        shown = (lines_of(word, WIDTH / 2) or [""])[0]
        x, room = LEFT + (week + 0.5) * wide, width_of(shown)
        left = min(x, WIDTH - room)
        lane = _free_lane(ends, left, left + room + 6)
        placed.append((x, left, lane, shown))
    base = sheet.y
    sheet.y = base + len(ends) * LINE + GAP
    for x, left, lane, shown in placed:
        y = base + (lane + 1) * LINE
        sheet.line(x, y, (x, sheet.y + PLOT), "event")
        sheet.words(shown, left, y - 4, "halo")


def _free_lane(ends: list[float], start: float, end: float) -> int:
    """The first line of words with room from start to end; takes it."""
    for lane, taken in enumerate(ends):
        if taken <= start:
            ends[lane] = end
            return lane
    ends.append(end)
    return len(ends) - 1


def _funnel(sheet: SvgSheet, chart: Funnel) -> None:
    highest = max([0.0, *(sound(max(one.low, one.middle, one.high)) for one in chart.stages)])
    steps = ticks(highest)
    scale = WIDTH / steps[-1]
    for one in chart.stages:
        sheet.paragraph(one.label, class_="strong")
        low, middle, high = (sound(value) * scale for value in (one.low, one.middle, one.high))
        top = sheet.y + 1
        sheet.y = top + BAR
        if low > 0:
            sheet.box(0, top, (low, BAR), 0)
        if high > low:
            sheet.box(low, top, (high - low, BAR), 1)
        sheet.line(middle, top - 3, (middle, top + BAR + 3), "mark")
        _words_at_end(sheet, one.words or number_words(one.middle), max(high, middle))
    _scale(sheet, steps, chart.unit)
    sheet.key([(0, _("at least")), (1, _("up to")), ("mark", _("in the middle"))])


def _gantt(sheet: SvgSheet, chart: Gantt) -> None:
    top = sheet.y
    for row in chart.rows:
        sheet.paragraph(row.label, class_="strong")
        _gantt_row(sheet, chart, row)
    sheet.months_along((chart.first, chart.last), top, sheet.y, 0)
    sheet.line(0, sheet.y, (WIDTH, sheet.y), "axis")
    sheet.y += 2 * LINE


def _gantt_row(sheet: SvgSheet, chart: Gantt, row: GanttRow) -> None:
    top = sheet.y + 3
    for first, last in row.spans:
        x, end = (share_of_time(day, chart.first, chart.last) * WIDTH for day in (first, last))
        sheet.box(x, top, (max(end - x, 3.0), 12), 0)
    ends: list[float] = []
    for day, word in sorted(row.days):
        x = share_of_time(day, chart.first, chart.last) * WIDTH
        sheet.shape("path", "day", d=f"M{x:.1f} {top - 2:.1f}l7 8l-7 8l-7-8z")
        shown = (lines_of(word, WIDTH / 2) or [""])[0]
        if shown:
            room = width_of(shown)
            left = min(x, WIDTH - room)
            lane = _free_lane(ends, left, left + room + 8)
            sheet.words(shown, left, top + 12 + (lane + 1) * LINE, "halo")
    sheet.y = top + 12 + len(ends) * LINE + GAP
