"""Groups of what is laid out: side by side, in a frame, on a ground of their own; the contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from readiness.describe.colours import PRINT
from readiness.report.document import Callout, Contents, Decision, Run, plain_words
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.forms import HANG, Box, box_field
from readiness.report.pdf.grid import ALL, IN_ROW, NOTHING, Cell, Command, Grid, grid, height, stack
from readiness.report.pdf.lines import TextSpan
from readiness.report.pdf.look import GUTTER, Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Tags
from readiness.report.pdf.text import SetText, TextFlowable

RULED = 5.0
"""Points between a hairline and what stands under it."""

PAD = 3.2 * mm
"""Room within a frame."""

BAR, INSET, LABEL = 3.5, 7.0, 21 * mm
"""The width of a bar at the left, the room beside it, and the column of labels, in points."""

LONG = 40
"""Letters of a label that does not fit beside its words."""

APART = 5.0
"""Points between two columns and what stands over them."""

PAGE = 22.0
"""The width of a page number in the contents, with some room before it; in points."""


def side_by_side(
    columns: Sequence[Sequence[Flowable]], look: Look, tags: Tags, share: float, *, is_ruled: bool
) -> Grid:
    """Two columns that stay together; the left one takes this share of the line."""
    left = (look.line - GUTTER) * share
    style: list[Command] = [("LEFTPADDING", (1, 0), (1, 0), GUTTER)]
    if is_ruled:
        style += [("LINEABOVE", *ALL, 0.4, look.rule), ("TOPPADDING", *ALL, RULED)]
    cells = [stack(column) for column in columns]
    before = 0 if is_ruled else APART
    return grid([cells], [left, look.line - left], tags, style, spaceBefore=before, spaceAfter=4)


def frame(flowables: Sequence[Flowable], look: Look, tags: Tags) -> Grid:
    """A frame around flowables."""
    sides = ("LEFT", "RIGHT", "TOP", "BOTTOM")
    style = [("BOX", *ALL, 1.0, look.ink), *((f"{side}PADDING", *ALL, PAD) for side in sides)]
    return grid([[stack(flowables)]], [look.line], tags, style, spaceBefore=3, spaceAfter=8)


def on_a_page(one: Grid, look: Look, inside: Sequence[Flowable]) -> Iterator[Flowable]:
    """The group, where a page holds it; else what is in it, one after the other."""
    if height(one, look.line) <= look.height:
        yield one
    else:
        yield from inside


def decision(block: Decision, owner: Element, look: Look, runs: Runs) -> Iterator[Flowable]:
    """A box to tick for each way to decide, with its conditions numbered under it."""
    for choice in block.choices:
        item = owner.add("LI")
        box = box_field(item.add("Lbl"), plain_words(choice.words))
        body = item.add("LBody")
        words = runs.words(choice.words, look.types["tick"], body.add("P"))
        yield TextFlowable(words, Box(box, words, look, has_line=False), hang=HANG)
        if not choice.conditions:
            continue
        inner = body.add("L")
        kind = look.of("body", after=3, indent=HANG)
        for number, condition in enumerate(choice.conditions, 1):
            entry = inner.add("LI")
            label = runs.words(f"{number}.", kind, entry.add("Lbl"))
            said = runs.words(condition, kind, entry.add("LBody"))
            yield TextFlowable(said, label, hang=16)


def callout(block: Callout, parent: Element, look: Look, runs: Runs) -> Grid:
    """A title and lines on a ground with a bar at its left, tagged as a division of paragraphs.

    It stays together where a page holds it.
    """
    owner = parent.add("Div")
    kind = look.types["callout" if block.is_lead else "box head"]
    lines = list[TextFlowable]()
    if block.title:
        lines.append(TextFlowable(runs.words(block.title, kind, owner.add("P"))))
    label_kind, word_kind = look.of("head", after=3), look.of("cell", after=3)
    if block.is_lead:
        word_kind = look.of("body")
    for said, words in block.lines:
        paragraph = owner.add("P")
        label = runs.words(said, label_kind, paragraph) if said else None
        if label and len(said) > LONG:
            lines.append(TextFlowable(label))
            label = None
        elif label:
            label.leads_on = True
        hang = LABEL if label else 0.0
        lines.append(TextFlowable(runs.words(words, word_kind, paragraph), label, hang=hang))
    return _on_ground(lines, block, look, runs.tags)


def _on_ground(lines: list[TextFlowable], block: Callout, look: Look, tags: Tags) -> Grid:
    style: list[Command] = [
        ("BACKGROUND", (0, 0), (0, -1), _bar(block, look)),
        ("BACKGROUND", (1, 0), (1, -1), look.shade),
        ("LEFTPADDING", (1, 0), (1, -1), INSET),
        ("RIGHTPADDING", (1, 0), (1, -1), INSET),
        ("TOPPADDING", (0, 0), (-1, 0), INSET - 2),
        *(
            ("BOTTOMPADDING", (1, at), (1, at), line.getSpaceAfter())
            for at, line in enumerate(lines)
        ),
        ("BOTTOMPADDING", (1, -1), (1, -1), lines[-1].getSpaceAfter() + INSET - 1),
    ]
    rows = [(NOTHING, line) for line in lines]
    made = grid(rows, [BAR, look.line - BAR], tags, style, spaceBefore=1, spaceAfter=5)
    is_long = height(made, look.line) > look.height
    made.splitByRow, made.splitInRow = int(is_long), IN_ROW if is_long else 0
    return made


def _bar(block: Callout, look: Look) -> Color:
    if block.tone in ("red", "amber"):
        return HexColor(PRINT[block.tone].fill)
    return look.accent if block.tone == "accent" else look.rule


def contents(block: Contents, owner: Element, look: Look, runs: Runs) -> Grid:
    """The parts with their pages at the right, in two columns."""
    kind, number = look.types["cell"], look.of("head", align="right")
    entries = list[tuple[Cell, Cell]]()
    for entry in block.entries:
        key, title = entry.key, entry.title
        item = owner.add("TOCI").add("Reference")
        link = Element("Link", target=f"#part-{key}", alt=clean(title), within=item)
        is_known = key in runs.pages
        # A name of a part is shown on two lines at most; its heading has all of it.
        words = SetText(
            (TextSpan(title, kind.face, link if is_known else None),),
            kind, item, runs.tags, most_lines=2,
        )  # fmt: skip
        words.leads_on = True
        page = runs.words((Run(str(runs.pages.get(key, ""))),), number, item)
        entries.append((TextFlowable(words), TextFlowable(page)))
    count = -(-len(entries) // 2)
    none = (NOTHING, NOTHING)
    pairs = zip_longest(entries[:count], entries[count:], fillvalue=none)
    rows = [(*left, NOTHING, *right) for left, right in pairs]
    title_width = (look.line - GUTTER) / 2 - PAGE
    widths = [title_width, PAGE, GUTTER, title_width, PAGE]
    style: list[Command] = [
        ("LINEBELOW", (0, 0), (1, -1), 0.4, look.rule),
        ("LINEBELOW", (3, 0), (4, len(entries) - count - 1), 0.4, look.rule),
        ("TOPPADDING", *ALL, 1),
        ("BOTTOMPADDING", *ALL, 3),
    ]
    return grid(rows, widths, runs.tags, style, spaceAfter=8)
