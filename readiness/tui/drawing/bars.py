"""Bars on a scale from nothing: hours, patients, their funnel, answers of groups side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from readiness.describe.practitioner import left_words
from readiness.describe.reveal import TallyRow
from readiness.domain.patients.funnel import FunnelStage, PatientFunnel
from readiness.domain.patients.funnel_words import NAMES, range_words, whole_patients, worst_words
from readiness.i18n.language import N_, _
from readiness.i18n.words import number_words
from readiness.tui.characters import Characters
from readiness.tui.line_text import cleaned, cut, plain, wrapped

HAVE, MISSING, SPARE, TARGET, MUTED = (
    "$have",
    "$missing",
    "$spare",
    "bold $target",
    "$text-muted",
)
"""Styles of a bar's parts, and of words beside it."""

FEWEST = 4
"""Columns of a bar at least."""


@dataclass(frozen=True)
class Bar:
    """One bar: what is needed against what there is."""

    name: str
    needed: float
    freed: float | None
    """None where nobody has said."""

    @property
    def left(self) -> str:
        """What is left over or missing, in words."""
        if self.freed is None:
            return _("hours not said")
        return left_words(self.freed - self.needed)


def hour_bars(people: Mapping[str, Mapping[str, object]]) -> list[Bar]:
    """A bar for each practitioner whose hours can be worked out, those who are short first."""
    found = []
    for who, facts in people.items():
        needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
        if isinstance(needed, int | float):
            found.append(Bar(who, needed, freed if isinstance(freed, int | float) else None))
    return sorted(found, key=lambda one: (one.freed or 0) - one.needed)


def bars_drawn(bars: list[Bar], width: int, chars: Characters) -> Iterator[Content]:
    """The bars, and their scale below."""
    if not bars:
        return
    name = min(max(len(cleaned(one.name)) for one in bars), 12)
    head = max(len(_said(one)) for one in bars)
    tail = max(len(one.left) for one in bars)
    room = max(width - name - head - tail - 4, FEWEST)
    top = max(max(one.needed, one.freed or 0) for one in bars) or 1  # nobody needs anything yet
    for one in bars:
        drawn = bar(one, top, room, chars)
        style = f"bold {MISSING}" if one.left.startswith("!") else MUTED
        yield Content.assemble(
            plain(f"{cleaned(one.name):<{name}.{name}} ", "bold"),
            plain(f"{_said(one):<{head}} "),
            drawn,
            " " * max(room + 1 - drawn.cell_length, 0),
            plain(f" {one.left}", style),
        )
    yield plain(" " * (name + head + 2) + _scale(top, room), MUTED)


def _said(one: Bar) -> str:
    freed = "?" if one.freed is None else number_words(one.freed)
    return _("{n} of {of}").format(n=number_words(one.needed), of=freed)


def bar(one: Bar, top: float, room: int, chars: Characters) -> Content:
    """The bar of one practitioner: hours needed, freed, and missing or left over.

    `top` is the hours at the end of the scale and `room` its columns; a line marks what is freed.
    """

    def columns(number: float) -> int:
        return min(max(round(number / top * room), 0), room)

    needed = columns(one.needed)
    freed = columns(one.freed) if one.freed is not None else needed
    have = min(needed, freed)
    pieces = [plain(chars.have * have, HAVE)]
    if one.freed is not None and needed > freed:
        pieces += [plain(chars.target, TARGET), plain(chars.missing * (needed - have), MISSING)]
    elif freed > needed:
        pieces += [plain(chars.spare * (freed - have), SPARE), plain(chars.target, TARGET)]
    elif one.freed is not None:
        pieces.append(plain(chars.target, TARGET))
    return Content.assemble(*pieces)


def _scale(top: float, room: int) -> str:
    """Whole hours under the bars, as many as are read without touching."""
    step = next((one for one in (1, 2, 5, 10, 20, 50) if top / one * 4 <= room), 100)
    line = [" "] * (room + 14)
    for hours in range(0, int(top) + 1, step):
        at, said = round(hours / top * room), str(hours)
        line[at : at + len(said)] = said
    words = "".join(line).rstrip()
    return " ".join((words, _("h a week")))


@dataclass(frozen=True)
class Likely:
    """Patients: what is wanted, or how many are likely with what there is."""

    name: str
    middle: float | None
    low: float | None = None
    high: float | None = None


def goal_bars(
    goal: float | None, likely: list[Likely], width: int, chars: Characters
) -> list[Content]:
    """The goal, and under it how many are likely to complete, on one scale; what is missing."""
    known = [one for one in likely if one.middle is not None]
    tops = [goal or 0, *(one.high or one.middle or 0 for one in known)]
    top = max([*tops, 1])
    name = max(len(one.name) for one in [*likely, Likely(_("goal"), 0)])
    room = max(width - name - 14, 6)

    def columns(number: float) -> int:
        return round(number / top * room)

    lines = []
    if goal is not None:
        drawn = plain(chars.spare * columns(goal), SPARE)
        lines.append(_goal_line(_("goal"), name, drawn, number_words(goal), "bold"))
    for one in likely:
        if one.middle is None:
            lines.append(_goal_line(one.name, name, Content(""), _("not known"), MUTED))
            continue
        have = columns(one.middle)
        pieces = [plain(chars.have * have, HAVE)]
        if goal is not None and whole_patients(one.middle) < goal:
            pieces.append(plain(chars.missing * max(columns(goal) - have, 1), MISSING))
        elif one.high is not None and columns(one.high) > have:
            pieces.append(plain(chars.rule * (columns(one.high) - have - 1) + chars.end, MUTED))
        said = str(whole_patients(one.middle))
        if one.low is not None and one.high is not None:
            said += f" ({whole_patients(one.low)}-{whole_patients(one.high)})"
        lines.append(_goal_line(one.name, name, Content.assemble(*pieces), said, ""))
    least = min((one.middle or 0 for one in known), default=goal or 0)
    if goal is not None and whole_patients(least) < goal:
        words = _("{n} missing").format(n=number_words(goal - whole_patients(least)))
        lines.append(plain(f"{'':{name}} {words}", f"bold {MISSING}"))
    return lines


def _goal_line(called: str, name: int, drawn: Content, said: str, style: str) -> Content:
    return Content.assemble(
        plain(f"{called:<{name}} ", style or MUTED), drawn, plain(f" {said}", style)
    )


HEADS = {"fit": N_("Fit"), "agree": N_("Say yes"), "start": N_("Start"), "complete": N_("Complete")}
"""What each stage is called before its bar."""

LEFT, LONGEST = 10, 60
"""Columns of a stage's name, and of a bar at most."""


def funnel_lines(
    funnel: PatientFunnel, wanted: float | None, width: int, chars: Characters
) -> list[Content]:
    """A bar for each stage: likely up to the low end, spare from there to the high end.

    A line stands at how many are wanted.
    """
    lines: list[Content] = []
    if funnel.is_estimate:
        words = _("o Those who fit are estimated, which is often generous.")
        lines += [plain(row) for row in wrapped(words, width, "  ")]
    for stage in funnel.stages:
        lines += _stage(stage, funnel.fit, wanted, width, chars)
    if funnel.worst is not None:
        lines += [plain(row) for row in wrapped(worst_words(funnel), width, "  ")]
    return [*lines, *_legend(wanted, chars)]


def _legend(wanted: float | None, chars: Characters) -> list[Content]:
    pieces = [
        plain(f"{chars.have} ", HAVE), plain(_("at least") + "   ", MUTED),
        plain(f"{chars.spare} ", SPARE), plain(_("up to (where studies differ)"), MUTED),
    ]  # fmt: skip
    if wanted is not None:
        words = _("wanted: {n}").format(n=whole_patients(wanted))
        pieces += [plain(f"   {chars.target} ", TARGET), plain(words, MUTED)]
    return [Content(""), Content.assemble(*pieces)]


def _stage(
    stage: FunnelStage, top: float, wanted: float | None, width: int, chars: Characters
) -> list[Content]:
    room = max(min(width - LEFT - 1, LONGEST), 8)

    def columns(number: float) -> int:
        return min(max(round(number / top * room), 0), room) if top > 0 else 0

    low, high = columns(stage.low), columns(stage.high)
    cells = [(chars.have, HAVE)] * low + [(chars.spare, SPARE)] * (high - low)
    at = columns(wanted) if wanted is not None else None
    if at is not None and at <= room:
        cells += [(" ", "")] * (at - len(cells))
        cells.insert(at, (chars.target, TARGET))
    drawn = Content("").join(plain(sign, style) for sign, style in cells)
    words = f"{'':{LEFT}}{range_words(stage)} {NAMES[stage.name]}"
    below = [plain(row, MUTED) for row in wrapped(words, width, " " * LEFT)]
    return [Content.assemble(plain(f"{_(HEADS[stage.name]):<{LEFT}}", "bold"), drawn), *below]


COUNT = 5
"""Columns of a number and the spaces at its sides."""

Tallies = Mapping[str, Sequence[TallyRow]]
"""The head of each group to its answers."""

BETWEEN, LEAST, MOST_EACH, MOST_BESIDE = 3, 8, 4, 3
"""Columns between two groups, the fewest for the bars, and the most that one person takes; the most
groups beside one another."""


def tallies_drawn(groups: Tallies, width: int, chars: Characters) -> list[Content]:
    """As many groups beside one another as there is room for, the others under them."""
    rows = [row for rows in groups.values() for row in rows]
    top = max((row.many for row in rows), default=0)
    bars = max((len(row.answer) for row in rows), default=0) + COUNT + LEAST
    least = max([bars, *map(len, groups)])
    fit = (width + BETWEEN) // (least + BETWEEN)
    step = max(min(fit, MOST_BESIDE, len(groups)), 1)
    room = (width + BETWEEN) // step - BETWEEN
    blocks = [_block(head, rows, top, room, chars) for head, rows in groups.items()]
    lines = list[Content]()
    for first in range(0, len(blocks), step):
        if lines:
            lines.append(Content(""))
        beside = zip_longest(*blocks[first : first + step], fillvalue=Content(""))
        lines += [_joined(row, room) for row in beside]
    return lines


def _joined(row: Sequence[Content], room: int) -> Content:
    *before, last = row
    pieces = list[Content | str]()
    for one in before:
        pieces += [one, " " * (room + BETWEEN - one.cell_length)]
    return Content.assemble(*pieces, last)


def _block(
    head: str, rows: Sequence[TallyRow], top: int, room: int, chars: Characters
) -> list[Content]:
    name = min(max(len(row.answer) for row in rows), room // 2)
    one = min(MOST_EACH, max(room - name - COUNT, 1) / max(top, 1))
    lines = [plain(cut(head, room), "bold")]
    for row in rows:
        drawn = max(round(row.many * one), min(row.many, 1))
        sign = chars.spare if row.is_beside else chars.have
        lines.append(
            Content.assemble(
                plain(f"{cut(row.answer, name):<{name}} "),
                plain(f"{row.many:>3} ", "" if row.many else MUTED),
                plain(sign * drawn, MUTED if row.is_beside else HAVE),
            )
        )
    return lines
