"""The patient funnel in bars and words."""

from __future__ import annotations

from textual.content import Content

from readiness.domain.patients.funnel import FunnelStage, PatientFunnel
from readiness.domain.patients.funnel_words import NAMES, range_words, whole
from readiness.i18n.language import N_, _
from readiness.tui.characters import Characters
from readiness.tui.plain import plain, wrapped

HEADS = {"fit": N_("Fit"), "agree": N_("Say yes"), "start": N_("Start"), "complete": N_("Complete")}
"""What each stage is called before its bar."""

LEFT, LONGEST = 10, 60
"""Columns of a stage's name, and of a bar at most."""

HAVE, SPARE, TARGET, MUTED = "$have", "$spare", "bold $target", "$text-muted"


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
        words = _("At worst   about {worst} complete, with the worst dropout reckoned with.")
        said = words.format(worst=whole(funnel.worst))
        lines += [plain(row) for row in wrapped(said, width, "  ")]
    return [*lines, *_legend(wanted, chars)]


def _legend(wanted: float | None, chars: Characters) -> list[Content]:
    pieces = [
        plain(f"{chars.have} ", HAVE), plain(_("at least") + "   ", MUTED),
        plain(f"{chars.spare} ", SPARE), plain(_("up to (where studies differ)"), MUTED),
    ]  # fmt: skip
    if wanted is not None:
        words = _("wanted: {n}").format(n=whole(wanted))
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
