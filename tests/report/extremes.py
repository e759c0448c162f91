"""Documents with nothing in them, and as bad as it gets, for the tests of all renderers."""

from datetime import date, timedelta

from readiness.report.chart import Bar, Bars, Funnel, Gantt, GanttRow, Series, Share, Stage, Weeks
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    FlagBox,
    Heading,
    Paragraph,
    Run,
    SignLines,
    Source,
    Sources,
    Space,
    Table,
    TickBoxes,
    WriteLines,
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
        FlagBox("", "", "", "", ()),
        TickBoxes(()),
        SignLines(()),
        TickBoxes((), are_across=True),
        Figure("", "", Bars((), "")),
        Figure("", "", Weeks(MADE_ON, (), "")),
        Figure("", "", Funnel((), "")),
        Figure("", "", Gantt(MADE_ON, MADE_ON, ())),
        Sources(()),
    )
    return Document("", "", MADE_ON, blocks=blocks)


def _charts(words: str, many: int) -> tuple[Figure, ...]:
    days = tuple((MADE_ON + timedelta(days=day * 9), words) for day in range(many))
    bars = tuple(
        Bar(
            words,
            (Share(words, 10.0**n, words), Share("x", float("nan")), Share("y", -1)),
            n,
            words,
        )
        for n in range(many)
    )
    nothing = tuple(Bar("zero", (Share("none", 0),), 0) for _ in range(3))
    lines = tuple(Series(words, (0.0, None, 1e9, n, n), is_limit=n % 2 == 0) for n in range(many))
    return (
        Figure(words, words, Bars(bars, words, words)),
        Figure("Nothing", "Nothing", Bars(nothing, "hours", "freed")),
        Figure(
            words,
            words,
            Weeks(MADE_ON, lines, words, tuple(range(many)), ((1, words), (99, "no"), (2, words))),
        ),
        Figure(words, words, Funnel(tuple(Stage(words, 1, 2, 1e9) for _ in range(many)), words)),
        Figure(
            words,
            words,
            Gantt(
                MADE_ON,
                MADE_ON + timedelta(days=400),
                tuple(GanttRow(words, ((MADE_ON, MADE_ON),), days) for _ in range(many)),
            ),
        ),
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
            Heading(1, words, starts_page=number % 2 == 0),
            Heading(2, words),
            Paragraph(runs),
            Paragraph(bad),
            Bullets((words, runs), numbered=True),
            Table((words, ""), ((words, runs), (runs, words)), (0.02, 0.98), words),
            FlagBox(words, words, words, words, ((words, runs), ("", words))),
            TickBoxes((words, f"{words}:")),
            SignLines((f"{words}, date",)),
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
        FlagBox("!", "Red flag", "CAP-01", WORST[2], (("Why " * 20, WORST[3]),)),
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
        Bars((), ""),
        Bars((Bar("", (Share("", odd), Share("x", -3.0), Share("y", float("inf"))), odd),), ""),
        Weeks(MADE_ON, (), ""),
        Weeks(MADE_ON, (Series("a", ()), Series("b", (None, odd, None))), "", (7,), ((9, ""),)),
        Weeks(date(9998, 12, 1), (Series("a", (1.0,) * 60),), ""),
        Funnel((), ""),
        Funnel((Stage("", odd, 0, -1),), ""),
        Gantt(MADE_ON, MADE_ON, ()),
        Gantt(date(2027, 1, 1), date(2026, 1, 1), (GanttRow("", ((MADE_ON, MADE_ON),)),)),
        Gantt(date(1, 1, 1), date(9999, 12, 31), (GanttRow("long", days=((MADE_ON, "now"),)),)),
    )
    shown = tuple(Figure(f"Chart {at}", "Nothing.", one) for at, one in enumerate(charts))
    return Document("Empty", "", MADE_ON, blocks=shown)
