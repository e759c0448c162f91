"""Groups of what is laid out: side by side, in a frame, on a ground of their own; the contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from readiness.describe.colours import PRINT
from readiness.report.document import Callout, Contents, Decision, Run, plain_words
from readiness.report.pdf.boxed import LONG, Boxed, Line
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.forms import HANG, Box, box_field
from readiness.report.pdf.lines import TextSpan
from readiness.report.pdf.look import GUTTER, Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Tags
from readiness.report.pdf.text import SetText, TextFlowable, rule

RULED = 5.0
"""Points between a hairline and what stands under it."""

PAD = 3.2 * mm
"""Room within a frame."""


class Stack:
    """Flowables under each other that are never split."""

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        """Keep them in order."""
        self.flowables = flowables

    def fit(self, width: float) -> float:
        """Measure them in this width; returns their height."""
        self.places = list[float]()
        y, after = 0.0, 0.0
        for at, one in enumerate(self.flowables):
            y += max(after, float(one.getSpaceBefore())) if at else 0.0
            self.places.append(y + float(one.wrap(width, 10_000)[1]))
            y = self.places[-1]
            after = float(one.getSpaceAfter())
        self.height = y
        return y

    def draw(self, flowable: Flowable, left: float, top: float) -> None:
        """Draw them from the top, on the canvas of the flowable that holds them."""
        for one, low in zip(self.flowables, self.places, strict=True):
            one.drawOn(flowable.canv, left, top - low)


class SideBySide(Flowable):
    """Two columns that stay together."""

    spaceBefore, spaceAfter = 0, 4  # noqa: N815 - reportlab's names

    def __init__(
        self,
        columns: list[list[Flowable]],
        look: Look,
        tags: Tags,
        share: float = 0.5,
        *,
        is_ruled: bool = False,
    ) -> None:
        """Keep what stands in each column; it was made for its share of a line."""
        super().__init__()
        self.columns, self.look, self.tags, self.share = columns, look, tags, share
        self.stacks = [Stack(column) for column in columns]
        self.over = RULED if is_ruled else 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.left = (width - GUTTER) * self.share
        widths = (self.left, width - GUTTER - self.left)
        fits = [stack.fit(wide) for stack, wide in zip(self.stacks, widths, strict=True)]
        self.height = max(fits) + self.over
        return width, self.height

    def least(self, width: float) -> float:
        """It is never split."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Draw the left column, then the right one: in the order of reading."""
        if self.over:
            with self.tags.artifact(self.canv):
                rule(self.canv, (0, self.look.line, self.height), 0.4, self.look.rule)
        for stack, x in zip(self.stacks, (0.0, self.left + GUTTER), strict=True):
            stack.draw(self, x, self.height - self.over)


class Frame(Flowable):
    """A frame around flowables."""

    spaceBefore, spaceAfter = 3, 8  # noqa: N815 - reportlab's names

    def __init__(self, flowables: list[Flowable], look: Look, tags: Tags) -> None:
        """Keep them in order."""
        super().__init__()
        self.flowables, self.look, self.tags = flowables, look, tags
        self.stack = Stack(flowables)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.height = self.stack.fit(width - 2 * PAD) + 2 * PAD
        return width, self.height

    def least(self, width: float) -> float:
        """It is never split."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Draw the frame and what is in it."""
        with self.tags.artifact(self.canv):
            self.canv.setStrokeColor(self.look.ink)
            self.canv.setLineWidth(1.0)
            self.canv.rect(0.5, 0.5, self.look.line - 1, self.height - 1, stroke=1, fill=0)
        self.stack.draw(self, PAD, self.height - PAD)


def on_a_page(
    one: SideBySide | Frame, look: Look, inside: Sequence[Flowable]
) -> Iterator[Flowable]:
    """The group, where a page holds it; else what is in it, one after the other."""
    if one.wrap(look.line, 0)[1] <= look.height:
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


def callout(block: Callout, parent: Element, look: Look, runs: Runs) -> Boxed:
    """A title and lines on a ground, tagged as a division of paragraphs."""
    owner = parent.add("Div")
    kind = look.types["callout" if block.is_lead else "box head"]
    lines: list[Line] = []
    if block.title:
        lines.append((None, runs.words(block.title, kind, owner.add("P"))))
    label_kind, word_kind = look.of("head", after=3), look.of("cell", after=3)
    if block.is_lead:
        word_kind = look.of("body")
    for said, words in block.lines:
        paragraph = owner.add("P")
        label = runs.words(said, label_kind, paragraph) if said else None
        if label and len(said) > LONG:
            lines.append((None, label))
            label = None
        elif label:
            label.leads_on = True
        lines.append((label, runs.words(words, word_kind, paragraph)))
    return Boxed(lines, _bar(block, look), look, runs.tags)


def _bar(block: Callout, look: Look) -> Color:
    if block.tone in ("red", "amber"):
        return HexColor(PRINT[block.tone].fill)
    return look.accent if block.tone == "accent" else look.rule


class ContentsList(Flowable):
    """The parts with their pages, in two columns."""

    spaceAfter = 8  # noqa: N815 - reportlab's name

    def __init__(self, block: Contents, owner: Element, look: Look, runs: Runs) -> None:
        """Make an entry for each part."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        kind = look.types["cell"]
        self.entries = list[tuple[SetText, SetText]]()
        for entry in block.entries:
            key, title = entry.key, entry.title
            item = owner.add("TOCI").add("Reference")
            link = Element("Link", target=f"#part-{key}", alt=clean(title), within=item)
            is_known = key in runs.pages
            span = TextSpan(title, kind.face, link if is_known else None)
            words = SetText((span,), kind, item, runs.tags)
            words.leads_on = True
            page = str(runs.pages.get(key, ""))
            number = look.of("head", align="right")
            self.entries.append((words, runs.words((Run(page),), number, item)))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        half = (width - GUTTER) / 2
        for words, page in self.entries:
            words.fit(half - 24)
            # A name of a part is shown on two lines at most; its heading has all of it.
            words.lines = words.lines[:2]
            page.fit(20)
        self.rows = -(-len(self.entries) // 2)
        columns = (self.entries[: self.rows], self.entries[self.rows :])
        self.height = max(sum(self._high(one) for one in column) for column in columns)
        return width, self.height

    def _high(self, entry: tuple[SetText, SetText]) -> float:
        return max(1, len(entry[0].lines)) * entry[0].kind.leading + 4

    def draw(self) -> None:
        """Set each entry with its page at the right, and a hairline under it."""
        half, y = (self.look.line - GUTTER) / 2, self.height
        for at, entry in enumerate(self.entries):
            if at == self.rows:
                y = self.height
            x = (half + GUTTER) * (at >= self.rows)
            words, page = entry
            words.draw(self.canv, x, y - 1)
            page.draw(self.canv, x + half - 20, y - 1)
            y -= self._high(entry)
            with self.tags.artifact(self.canv):
                rule(self.canv, (x, x + half, y + 1), 0.4, self.look.rule)
