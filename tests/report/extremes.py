"""Documents with nothing in them, and as bad as it gets, for the tests of all renderers."""

from datetime import date, timedelta

from readiness.describe.timeline import Day, Lane, Span
from readiness.report.charts.chart import (
    Bar,
    Bars,
    Finish,
    Panel,
    SquareRow,
    Squares,
    Timeline,
    Weeks,
)
from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Choice,
    Contents,
    ContentsEntry,
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
    WriteLines,
    chip,
)
from tests.report.gallery import HOSTILE, MADE_ON

WORST = (
    "",
    " \n\n \t ",
    "one\u2028two " * 400,
    "W" * 3000,
    *(words for name, words in HOSTILE.items() if name != "long"),
)


def empty() -> Document:
    """Nothing but what must be there, and charts without anything in them."""
    blocks = (
        Heading(3, ""),
        Paragraph(""),
        Bullets(()),
        Table((), (), ()),
        Table(("a",), (), (1,)),
        Callout("", ()),
        TickBoxes(()),
        SignLines(()),
        TickBoxes((), are_across=True),
        Figure("", "", Bars((), "")),
        Figure("", "", Squares(())),
        Figure("", "", Weeks(MADE_ON, ())),
        Figure("", "", Timeline(MADE_ON, MADE_ON, ())),
        Sources(()),
    )
    return Document("", "", MADE_ON, blocks=blocks)


def _charts(words: str, many: int) -> tuple[Figure, ...]:
    odd = float("nan")
    days = tuple(Day(MADE_ON + timedelta(days=day * 9), "late", words) for day in range(many))
    bars = tuple(
        Bar(words, 10.0**n, words, odd if n % 2 else 3.0, odd, -1.0, 1e9, words)
        for n in range(many)
    )
    panels = tuple(
        Panel(words, words, (0.0, 1e9, n, odd), n or None, 2, words) for n in range(many)
    )
    end = MADE_ON + timedelta(days=400)
    states = ("red", "not asked") * many
    return (
        Figure(words, words, Squares(tuple(SquareRow(words, states, words) for _ in range(9)))),  # type: ignore[arg-type]
        Figure(words, words, Bars(bars, words, 1e4, words), words),
        Figure("Nothing", "Nothing", Bars((Bar("zero", 0.0),) * 3, "hours", 0.0, "freed")),
        Figure(words, words, Weeks(MADE_ON, panels, ((0, 0, words), (1, 99, words)))),
        Figure(
            words,
            words,
            Timeline(
                MADE_ON,
                end,
                tuple(Lane(words, (Span(end, MADE_ON, words=words),), days) for _ in range(many)),
                ((MADE_ON, end),),
                MADE_ON,
            ),
        ),
        Figure(words, words, Finish(days[:3], MADE_ON, words)),
    )


def extreme(many: int = 40) -> Document:
    """Every text in every place hostile or very long, and many of everything."""
    blocks: list[Block] = []
    for number, words in enumerate(WORST):
        runs = (Run(words), Run(words, strong=True, link="https://example.org/" + "a" * 300))
        bad = (Run("a", link="javascript:alert(1)"), Run("b", link="file:///etc/passwd"),
               Run("c", link="#none"), Run("d", link="https://exa mple.org"))  # fmt: skip
        blocks += [
            Heading(3, words),
            Heading(
                1, words, starts_page=number % 2 == 0, fits_page=True, key=words, running=words
            ),
            Heading(2, words),
            Paragraph(runs),
            Paragraph(bad),
            Bullets((words, runs), numbered=True),
            Table((words, ""), ((words, runs), (runs, words)), (0.02, 0.98), words),
            Callout(words, ((words, runs), ("", words)), is_lead=True),
            Pair((Paragraph(words), Bullets((words,))), (Callout(words, ((words, words),)),)),
            Decision((Choice(runs, (words, runs)), Choice(words))),
            Contents(words, (ContentsEntry(words, words), ContentsEntry(f"key {number}", words))),
            Paragraph(
                (
                    chip("red", words),
                    Run(words, is_lacking=True),
                    Run(words, is_soft=True, blank=900.0),
                )
            ),
            TickBoxes((words, f"{words}:")),
            SignLines((f"{words}, date",)),
            SignLines((f"{words}, date", words), are_across=True),
            TickBoxes((words[:60], "Not sure", f"{words[:20]}:") * 4, are_across=True),
            TickBoxes((words, "Not sure"), are_across=True),
            WriteLines(words, 99, unit=words),
            WriteLines("", 0),
            WriteLines("W" * 90, is_short=True, unit="u" * 30),
            WriteLines(words[:30], is_short=True, unit=words[:40]),
            Heading(2, words, keeps_part=True),
            Table(("a", words), (("", words),) * 3, (1, 2), row_height=500.0),
            Table(("", ""), ((words, ""),), (1, 2), row_height=9),
            *_charts(words, 5),
            Sources((Source(f"key {number}", number, words, words), Source("same", 1, words))),
        ]
    blocks += [
        *_charts("many", many * 5),
        Space(9000),
        Table(("n",), tuple((str(number),) for number in range(many * 5)), (1,)),
        Table(tuple("abcdefgh"), (("W" * 200,) * 8,) * 3, (1,) * 8, numbers=frozenset({3})),
        Table(("a", "b"), (("1",), ("1", "2", "3")), (0.5, 0.5)),
        Heading(1, "W" * 90, starts_columns=True),
        *_charts("many words that go on", 30),
        Callout(WORST[2], (("Why " * 20, WORST[3]),)),
        Paragraph((Run("see "), Run("a source with a long name " * 300, link="#same"))),
    ]
    words = "".join(HOSTILE[name] for name in ("bidi", "controls", "tag")) * 40
    cover = (Paragraph(words), TickBoxes((words,)), SignLines((words,)))
    return Document(
        words, words, MADE_ON, words, words, names_parts=True, cover=cover, blocks=tuple(blocks)
    )


def empty_charts() -> Document:
    """Charts without figures, and with figures that cannot be drawn."""
    odd = float("nan")
    charts = (
        Squares(()),
        Squares((SquareRow("", ()),)),
        Bars((), ""),
        Bars((Bar("", odd, missing=odd, target=odd, low=odd, high=float("inf")),), ""),
        Weeks(MADE_ON, ()),
        Weeks(MADE_ON, (Panel("a", "", (), None), Panel("b", "", (odd, -1.0), odd))),
        Weeks(date(9996, 12, 1), (Panel("a", "", (1.0,) * 60, 1.0),)),
        Timeline(MADE_ON, MADE_ON, ()),
        Timeline(date(2027, 1, 1), date(2026, 1, 1), (Lane("", (Span(MADE_ON, MADE_ON),)),)),
        Timeline(
            date(2000, 1, 1), date(2100, 12, 31), (Lane("long", days=(Day(MADE_ON, words="now"),)),)
        ),
    )
    shown = tuple(Figure(f"Chart {at}", "Nothing.", one) for at, one in enumerate(charts))
    return Document("Empty", "", MADE_ON, blocks=shown)
