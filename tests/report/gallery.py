"""Documents that use every kind of block: as it should be, empty, and as bad as it gets."""

from datetime import date, timedelta

from readiness.report.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Document,
    Figure,
    FlagBox,
    Funnel,
    Gantt,
    GanttRow,
    Heading,
    Paragraph,
    Run,
    Series,
    Share,
    SignLines,
    Source,
    Sources,
    Space,
    Stage,
    Table,
    TickBoxes,
    Weeks,
    WriteLines,
)

TODAY = date(2026, 11, 24)
HOSTILE = (
    "<b>bold",
    '<img src="/etc/passwd">',
    "&amp; </para> ]]>",
    "a\x00b\x1b[31m\u202egpj.exe\u2066",
    "[U+41] \ud800 \ufeff\uffff",
    "W" * 3000,
    "emoji \U0001f600\U0001f389 \u2713 \u4f60\u597d \u0645\u0631\u062d\u0628\u0627 e\u0301",
    "",
    " \n\n \t ",
    "one\u2028two " * 400,
)

PROFILE = Bars(
    tuple(
        Bar(
            area,
            tuple(
                Share(name, value, sign)
                for (name, sign), value in zip(
                    (("ready", "+"), ("partly", "~"), ("open", "o"), ("red", "!")),
                    values,
                    strict=True,
                )
            ),
        )
        for area, values in (
            ("1 Practitioner selection", (7, 1, 1, 1)),
            ("2 Capacity", (5, 2, 1, 2)),
            ("3 Patient inclusion", (6, 3, 1, 0)),
            ("4 Goals and vision", (9, 2, 0, 0)),
            ("5 Monitoring plan", (3, 2, 4, 1)),
        )
    ),
    "questions, by their answer",
)
HOURS = Bars(
    (
        Bar("AB", (Share("sessions", 3), Share("preparation", 1.5), Share("travel", 0.8)), 6, ""),
        Bar("CD", (Share("sessions", 3), Share("preparation", 1.5)), 4, "short 0.5 h"),
        Bar("EF, who also leads the group on Tuesdays", (Share("sessions", 0.4),), 0, "short"),
    ),
    "hours a week",
    "hours that are freed",
)
LOAD = Weeks(
    date(2027, 1, 11),
    (
        Series("needed", tuple(8 + (week % 7) for week in range(52))),
        Series("freed", (16.0,) * 52, is_limit=True),
        Series("freed in summer", (None,) * 24 + (12.0,) * 8 + (None,) * 20, is_limit=True),
    ),
    "hours a week, all practitioners",
    closed=(24, 25, 26, 27, 50, 51),
    marks=((0, "start"), (6, "short"), (7, "short again"), (51, "end of the period")),
)
PATIENTS = Funnel(
    (
        Stage("In the service", 160, 160, 160),
        Stage("Meet the criteria", 18, 22, 30, "about 22 (18 to 30)"),
        Stage("Say yes", 7, 10, 14, "about 10 (7 to 14)"),
        Stage("Finish", 5, 8, 11, "about 8 (5 to 11)"),
    ),
    "patients",
)
TIMES = Gantt(
    date(2026, 11, 1),
    date(2028, 2, 1),
    (
        GanttRow("Prepare", ((date(2026, 11, 1), date(2027, 1, 10)),)),
        GanttRow("Training", (), ((date(2026, 12, 1), "day 1"), (date(2026, 12, 2), "day 2"))),
        GanttRow("Supervision", ((date(2027, 1, 11), date(2027, 6, 30)),)),
        GanttRow(
            "Fidelity reviews",
            (),
            ((date(2027, 7, 12), "6 months"), (date(2028, 1, 10), "12 months")),
        ),
        GanttRow(
            "Re-checks and the decision on going on",
            ((date(2027, 4, 1), date(2027, 12, 1)),),
            ((date(2027, 4, 11), "3 months"), (date(2028, 1, 31), "decision")),
        ),
    ),
)


def every_block() -> Document:
    """One of each kind, as a real document has it."""
    blocks: tuple[Block, ...] = (
        Heading(1, "Summary", starts_page=True),
        Paragraph("In 12 months", "strong"),
        Paragraph("Eight patients have finished, and four practitioners deliver it.", "lead"),
        Paragraph(
            (
                Run("The service has "),
                Run("not yet", strong=True),
                Run(" freed enough hours ["),
                Run("2", link="#egeland"),
                Run("]; see "),
                Run("the practice's own page", link="https://example.org/imr?a=1&b=2"),
                Run(" or write to "),
                Run("the team", link="mailto:team@example.org"),
                Run("."),
            )
        ),
        Heading(2, "Flags"),
        FlagBox(
            "!",
            "Red flag",
            "CAP-01",
            "CD needs 5.3 hours a week; 4 hours are freed.",
            (
                ("Because", "hours needed a week: 5.3; hours freed: 4"),
                ("Why", ("Most felt torn between the new practice and other duties. ", "")[0]),
                ("To do", (Run("Take fewer patients. ["), Run("1", link="#roos"), Run("]"))),
            ),
        ),
        FlagBox("^", "Amber flag, accepted", "SEL-05", "Briefed first is partly in place.", ()),
        Heading(2, "Readiness"),
        Figure("Answers in each area", "Ready: 7 of 10 in the first area, 5 in ...", PROFILE),
        Heading(1, "Capacity"),
        Figure("Hours needed and freed", "AB needs 5.3 of 6 hours.", HOURS),
        Figure("Hours by week", "Between 8 and 14 hours are needed.", LOAD),
        Heading(2, "Assumptions"),
        Table(
            ("Number", "Value", "Basis"),
            (
                ("Preparation, minutes", "30", "our default"),
                ("Travel, minutes", "1,200", (Run("seen in one service ["), Run("1", link="#roos"),
                                              Run("]"))),
            ),
            (0.5, 0.2, 0.3),
            caption="The numbers that the hours rest on.",
            numbers=frozenset({1}),
        ),
        Heading(1, "Patients"),
        Figure("From the service to the finish", "160, 22, 10, 8.", PATIENTS),
        Heading(1, "Timeline"),
        Figure("What happens when", "Training in December 2026.", TIMES),
        Bullets(("First", (Run("Second, "), Run("strong", strong=True)))),
        Heading(3, "Steps"),
        Bullets(("Ask the patients", "Write it down"), numbered=True),
        Table(("", ""), (("Key", "Value"), ("Other", "")), (0.3, 0.7)),
        Table(("A", "B"), (("1", "2"),), (0.5, 0.5), has_row_heads=False),
        Paragraph("Small print.", "small"),
        Paragraph("A note.", "note"),
        Paragraph("A flag.", "flag"),
        Heading(1, "Sources", starts_columns=True),
        Sources(
            (
                Source("roos", 1, "Roos E, and others (2016). A pilot study.", "10.1000/xyz"),
                Source("egeland", 2, "Egeland K, and others (2019). Leaders' handling."),
            )
        ),
    )  # fmt: skip
    cover = (
        Table(("", ""), (("Service", "Riverside"), ("Practice", "IMR")), (0.4, 0.6)),
        Space(8),
        Paragraph("The leader's decision", "strong"),
        TickBoxes(("Go", "Go when the following is in place:", "Not yet")),
        Space(4),
        SignLines(("Accountable leader, date", "Level above")),
    )
    return Document("IMR at Riverside", "Strategy", TODAY, "version 3", cover=cover, blocks=blocks)


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
        Figure("", "", Weeks(TODAY, (), "")),
        Figure("", "", Funnel((), "")),
        Figure("", "", Gantt(TODAY, TODAY, ())),
        Sources(()),
    )
    return Document("", "", TODAY, blocks=blocks)


def _charts(words: str, many: int) -> tuple[Figure, ...]:
    days = tuple((TODAY + timedelta(days=day * 9), words) for day in range(many))
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
            Weeks(TODAY, lines, words, tuple(range(many)), ((1, words), (99, "no"), (2, words))),
        ),
        Figure(words, words, Funnel(tuple(Stage(words, 1, 2, 1e9) for _ in range(many)), words)),
        Figure(
            words,
            words,
            Gantt(
                TODAY,
                TODAY + timedelta(days=400),
                tuple(GanttRow(words, ((TODAY, TODAY),), days) for _ in range(many)),
            ),
        ),
    )


def extreme(many: int = 40) -> Document:
    """Every text in every place hostile or very long, and many of everything."""
    blocks: list[Block] = []
    for number, words in enumerate(HOSTILE):
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
        FlagBox("!", "Red flag", "CAP-01", HOSTILE[9], (("Why " * 20, HOSTILE[5]),)),
        Paragraph((Run("see "), Run("a source with a long name " * 300, link="#same"))),
    ]
    words = HOSTILE[4] + HOSTILE[3] + HOSTILE[0] * 40
    cover = (Paragraph(words), TickBoxes((words,)), SignLines((words,)))
    return Document(
        words, words, TODAY, words, words, names_parts=True, cover=cover, blocks=tuple(blocks)
    )
