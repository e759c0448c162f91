"""What is filled in by hand: boxes to tick, lines to write and to sign on."""

from collections.abc import Iterable

from readiness.i18n.language import _
from readiness.report.document import SignLines, TickBoxes, WriteLines
from readiness.report.html.markup import Markup, joined, tag


def by_hand(block: TickBoxes | SignLines | WriteLines) -> Markup:
    """Boxes to tick or lines to sign or write on, as HTML for print."""
    if isinstance(block, WriteLines):
        return _write_lines(block)
    if isinstance(block, SignLines):
        kind = "signs across" if block.are_across else "signs"
        return _labels(kind, (tag("li", label) for label in block.labels))
    kind = "ticks across" if block.are_across else "ticks"
    ticked = (at in block.ticked for at in range(len(block.labels)))
    before = [tag("p", block.label)] if block.label else []
    return joined([*before, _labels(kind, map(_tick, block.labels, ticked))])


def _write_lines(block: WriteLines) -> Markup:
    rest = tag("span", "", class_="rest")
    first = tag("p", f"{block.label} ", rest, f" {block.unit}", class_="write")
    more = tag("p", rest, class_="write", aria_hidden="true")
    return joined([first, *[more] * (block.count - 1)])


def _tick(label: str, is_ticked: bool) -> Markup:  # noqa: FBT001 - one of many, by map
    says = _("box, ticked") if is_ticked else _("box to tick by hand")
    kind = "box ticked" if is_ticked else "box"
    box = tag("span", "", class_=kind, role="img", aria_label=says)
    rest = [tag("span", "", class_="rest")] if label.rstrip().endswith(":") else []
    return tag("li", box, tag("span", label), *rest)


def _labels(kind: str, items: Iterable[Markup]) -> Markup:
    made = list(items)
    return tag("ul", *made, class_=kind) if made else Markup()
