"""The document's blocks as HTML."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from readiness.i18n.language import N_, _
from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Decision,
    Document,
    Figure,
    Heading,
    Pair,
    Paragraph,
    Run,
    SignLines,
    Source,
    Sources,
    Space,
    Table,
    TickBoxes,
    Words,
    WriteLines,
    plain_words,
)
from readiness.report.document_text import clean
from readiness.report.figures import figures_table
from readiness.report.html.charts import draw
from readiness.report.html.forms import by_hand
from readiness.report.html.markup import Markup, joined, tag, text
from readiness.report.links import place_of, source_places, source_runs, web_address

UNTITLED = N_("Untitled")
"""Stands for a title in which nothing can be seen."""
_NARROW = 3
"""Most columns of a table that fits on a phone."""
_SHORT = 10
"""Most letters of a row's name that is kept on one line, such as the id of a question."""


def visible(words: str) -> str:
    """The words, or nothing if no reader would see any of them."""
    return words if clean(words).strip() else ""


WIDE_BLANK = 60
"""Millimetres of a line to write on from which on it is for a sentence, not a name or a date."""


class BlockWriter:
    """Turns blocks into HTML one after the other, counting what needs a name of its own."""

    def __init__(self, document: Document) -> None:
        """Prepare for the blocks of one document."""
        self.contents: list[tuple[str, str]] = []
        """The headings of level 1 so far: id and text."""
        self.columns: set[int] = set()
        """Widths of columns so far, in percent of the line."""
        self.spaces: set[int] = set()
        """Heights of rooms left free so far, in millimetres."""
        self._places = source_places(document)
        self._cited: defaultdict[int, int] = defaultdict(int)
        self._listed: set[int] = set()
        self._level = 0
        self._named_by = "title"
        self._count = 0
        self._follows_heading = False

    def write(self, blocks: Iterable[Block]) -> Markup:
        """The blocks as HTML; the references come last, when it is known where they are cited."""
        given = list(blocks)
        first = {at: self._block(one) for at, one in enumerate(given) if not _is_sources(one)}
        last = {at: self._block(one) for at, one in enumerate(given) if _is_sources(one)}
        done = first | last
        return joined(_folded([(one, done[at]) for at, one in enumerate(given)]))

    def _block(self, block: Block) -> Markup:
        makers: dict[type[Block], Callable[..., Markup]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            Callout: self._callout,
            Pair: self._pair,
            Decision: self._decision,
            Contents: lambda _block: Markup(),
            TickBoxes: by_hand,
            SignLines: by_hand,
            WriteLines: by_hand,
            Space: self._space,
            Figure: self._figure,
            Sources: self._sources,
        }
        made = makers[type(block)](block)
        self._follows_heading = isinstance(block, Heading)
        return made

    def _bullets(self, block: Bullets) -> Markup:
        items = [tag("li", self._words(item)) for item in block.items]
        return tag("ol" if block.numbered else "ul", *items) if items else Markup()

    def _pair(self, block: Pair) -> Markup:
        sides = [tag("div", *map(self._block, side)) for side in (block.left, block.right)]
        foot = map(self._block, block.foot)
        return joined([tag("div", *sides, class_="pair"), *foot])

    def _named(self, kind: str) -> str:
        self._count += 1
        return f"{kind}-{self._count}"

    def _heading(self, block: Heading) -> Markup:
        self._level = min(block.level, self._level + 1)
        self._named_by = self._named("part")
        words = visible(block.text) or _(UNTITLED)
        if self._level == 1:
            self.contents.append((self._named_by, visible(block.running) or words))
        begins = block.starts_columns or (block.starts_page and not block.joins)
        starts = "starts-page" if begins else None
        return tag(f"h{self._level + 1}", words, id=self._named_by, class_=starts)

    def _space(self, block: Space) -> Markup:
        height = min(max(round(block.height), 0), 99)
        self.spaces.add(height)
        return tag("div", class_=f"space-{height}")

    def _paragraph(self, block: Paragraph) -> Markup:
        words = self._words(block.text)
        if block.tone == "strong":
            return tag("p", tag("strong", words))
        tone = None if block.tone == "body" else block.tone
        return tag("p", words, class_=tone)

    def _callout(self, block: Callout) -> Markup:
        name = self._named("callout")
        lines = [
            tag("div", tag("dt", label), tag("dd", self._words(words)))
            for label, words in block.lines
            if label
        ]
        bare = [tag("p", self._words(words)) for label, words in block.lines if not label]
        kind = f"callout callout-{block.tone}{' callout-lead' if block.is_lead else ''}"
        return tag(
            "div",
            tag("p", visible(block.title) or _(UNTITLED), class_="title", id=name),
            *bare,
            *([tag("dl", *lines)] if lines else []),
            class_=kind,
            role="group",
            aria_labelledby=name,
        )

    def _decision(self, block: Decision) -> Markup:
        items = []
        for choice in block.choices:
            under = [tag("li", self._words(words)) for words in choice.conditions]
            box = tag("span", "", class_="box", role="img", aria_label=_("box to tick by hand"))
            inner = [tag("ol", *under)] if under else []
            items.append(tag("li", box, tag("div", self._words(choice.words), *inner)))
        return tag("ul", *items, class_="decision") if items else Markup()

    def _words(self, words: Words) -> Markup:
        return text(words) if isinstance(words, str) else joined(self._runs(words))

    def _runs(self, words: Words) -> Iterator[Markup]:
        for run in () if isinstance(words, str) else words:
            shown = _shown(run)
            place = place_of(run, self._places)
            address = web_address(run.link)
            if place and visible(run.text):
                self._cited[place] += 1
                name = f"cited-{place}-{self._cited[place]}"
                yield tag("a", shown, href=f"#source-{place}", id=name)
            elif address and visible(run.text):
                yield tag("a", shown, href=address)
            else:
                yield shown

    def _table(self, block: Table, says: str | None = None) -> Markup:
        caption = block.caption if says is None else says
        if says is None and self._follows_heading:
            caption = ""
        named_by = None if visible(caption) else self._named_by
        inside = [tag("caption", caption)] if visible(caption) else []
        inside.append(self._columns(block.widths))
        if any(map(visible, block.header)):
            cells = [
                _head(cell, "col", at in block.numbers) for at, cell in enumerate(block.header)
            ]
            inside.append(tag("thead", tag("tr", *cells)))
        rows = (tag("tr", *self._row(block, row)) for row in block.rows)
        inside.append(tag("tbody", *rows, class_="to-fill" if block.row_height else None))
        table = tag("table", *inside, aria_labelledby=named_by)
        if len(block.widths) <= _NARROW:
            return table
        label = {"aria_labelledby": named_by} if named_by else {"aria_label": caption}
        return tag("div", table, class_="scroll", tabindex="0", role="group", **label)

    def _columns(self, widths: tuple[float, ...]) -> Markup:
        whole = sum(widths) or 1.0
        shares = [round(100 * width / whole) for width in widths]
        self.columns.update(shares)
        return tag("colgroup", *(tag("col", class_=f"column-{share}") for share in shares))

    def _row(self, block: Table, row: tuple[Words, ...]) -> Iterator[Markup]:
        for at, cell in enumerate(row):
            words, is_number = self._words(cell), at in block.numbers
            shown = visible(plain_words(cell)) if at == 0 and block.has_row_heads else ""
            if shown:
                yield _head(words, "row", is_number, is_short=len(shown) <= _SHORT)
            else:
                yield tag("td", words, class_="number" if is_number else None)

    def _figure(self, block: Figure) -> Markup:
        name = self._named("figure")
        title, says = f"{name}-title", f"{name}-says"
        picture = draw(block.chart, name, aria_labelledby=title, aria_describedby=says)
        figures = figures_table(block)
        table = self._table(figures, _("The figures: {caption}").format(caption=figures.caption))
        return tag(
            "figure",
            tag("figcaption", visible(block.title) or _(UNTITLED), id=title),
            *([tag("p", block.note, class_="small")] if visible(block.note) else []),
            picture,
            tag("p", block.alt, id=says, class_="small alt"),
            tag("details", tag("summary", _("The figures as a table")), table),
        )

    def _sources(self, block: Sources) -> Markup:
        items = [self._source(source) for source in block.sources]
        return tag("ol", *items, class_="sources") if items else Markup()

    def _source(self, source: Source) -> Markup:
        place = self._places[source.key]
        name = None if place in self._listed else f"source-{place}"
        self._listed.add(place)
        back = [
            tag(
                "a",
                "↑",
                tag(
                    "span",
                    _("back to where source {number} is cited, place ").format(
                        number=source.number
                    ),
                    class_="unseen",
                ),
                str(at),
                href=f"#cited-{place}-{at}",
                class_="back",
            )
            for at in range(1, self._cited[place] + 1)
        ]
        return tag(
            "li", self._words(source_runs(source)), " ", *back, id=name, value=str(source.number)
        )


def _shown(run: Run) -> Markup:
    if run.state:
        kind = f"chip chip-{run.state.replace(' ', '-')}"
        return tag("span", run.text, class_=kind)
    ink = "lacking" if run.is_lacking else "soft" if run.is_soft else None
    shown: Markup = tag("strong", run.text) if run.strong else text(run.text)
    shown = tag("span", shown, class_=ink) if ink else shown
    kind = "blank wide" if run.blank > WIDE_BLANK else "blank"
    return joined([shown, tag("span", "", class_=kind)]) if run.blank else shown


def _folded(pieces: list[tuple[Block, Markup]]) -> Iterator[Markup]:
    """The blocks, those of parts for looking up folded under their heading."""
    rest = list(pieces)
    while rest:
        block, made = rest.pop(0)
        if not (isinstance(block, Heading) and block.is_folded):
            yield made
            continue
        inside = list[Markup]()
        while rest and not (isinstance(rest[0][0], Heading) and rest[0][0].level == 1):
            inside.append(rest.pop(0)[1])
        yield tag("details", tag("summary", made), *inside, class_="part")


def _is_sources(block: Block) -> bool:
    return isinstance(block, Sources)


def _head(words: str, scope: str, is_number: bool, *, is_short: bool = False) -> Markup:  # noqa: FBT001
    kind = "number" if is_number else "short" if is_short else None
    return tag("th", words, scope=scope, class_=kind) if visible(words) else tag("td", "")
