# ruff: noqa: E501
"""Documents that use every kind of block, kind or hostile, for the tests of all renderers."""

from datetime import date

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

MADE_ON = date(2026, 11, 24)
TONES = ("body", "small", "strong", "note", "lead", "dense")
HOSTILE = {
    "tag": "<b>bold",
    "script": "<script>alert(1)</script></style></title><svg onload=alert(1)>",
    "image": '<img src="/etc/passwd">',
    "entity": "&amp; &lt;tag&gt; </para> ]]> -->",
    "quotes": '" onmouseover="alert(1)\' } @import url(x);',
    "controls": "nul\x00esc\x1b[31mbell\x07c1\x85\x9bend\x0b\x0c",
    "bidi": "safe\u202edesrever\u2066\u2069\u200f",
    "never": "half\ud800\ufffe\uffff\U0001ffff\ufdd0",
    "field": "{ PAGE } \\* MERGEFORMAT %s {0}",
    "scripts": "Ærøy Жизнь 你好 مرحبا \U0001f468\u200d\U0001f469 e\u0301",
    "lines": "one\r\ntwo\rthree\u2028four\tfive",
    "blank": " \u200e\ufeff ",
    "long": "W" * 10_000,
}
"""Texts that a person or a file could hold, by what is wrong with them."""


def squares(word: str = "") -> Squares:
    return Squares(
        (
            SquareRow(f"Capacity{word}", ("red", "amber", "partly", "ready"), f"1 red{word}"),
            SquareRow("Goals", ("open", "unanswered", "accepted", "not applicable", "not asked")),
        )
    )


def bars(word: str = "") -> Bars:
    return Bars(
        bars=(
            Bar(f"The goal{word}", 8, f"8 have completed{word}", is_goal=True),
            Bar(
                "Hours and people allow, with a long title",
                6,
                "about 6",
                2,
                low=6,
                high=7,
                words=f"2 missing{word}",
            ),
            Bar("AB", 0.3, target=4.0, words="0.3 h"),
        ),
        unit=f"patients{word}",
        goal=8.0,
        goal_name=f"goal{word}",
    )


def weeks(word: str = "") -> Weeks:
    needed = (*[5.3] * 6, 0.0, 0.0, *[5.1] * 12, 3.0)
    return Weeks(
        first=date(2026, 11, 30),
        panels=(
            Panel(f"CD{word}", f"nurse{word}", needed, 4.0, 15, f"CD leaves on 1 March.{word}"),
            Panel("AB", "", needed, None),
        ),
        closed=((6, 7, f"Christmas{word}"),),
    )


def timeline(word: str = "") -> Timeline:
    return Timeline(
        first=date(2026, 11, 1),
        last=date(2027, 12, 31),
        lanes=(
            Lane(
                f"Supervision{word}",
                (
                    Span(date(2026, 11, 10), date(2027, 3, 20)),
                    Span(date(2027, 3, 20), date(2027, 12, 1), is_missing=True, words=f"! not booked{word}"),
                ),
            ),
            Lane(
                "Reviews",
                days=(Day(date(2027, 3, 1), "late", f"in the holiday{word}"), Day(date(2027, 3, 20)),
                      Day(date(2027, 11, 30), "proposed", "decision"), Day(date(2027, 6, 1), "risk")),
                is_strong=True,
            ),
            Lane("Nothing yet"),
        ),
        closed=((date(2027, 7, 1), date(2027, 8, 1)),),
        start=date(2027, 1, 11),
    )  # fmt: skip


def finish(word: str = "") -> Finish:
    points = (
        Day(date(2027, 11, 26), words=f"as planned{word}"),
        Day(date(2028, 3, 31), "risk", "at worst"),
    )
    return Finish(points, date(2028, 1, 11), f"the period ends{word}")


def blocks(word: str = "") -> tuple[Block, ...]:
    """Every kind of block; the word is put into each of its texts."""
    cited = (
        Run(f"Fidelity falls{word} "),
        Run(f"[1]{word}", link="#egeland"),
        Run(".", strong=True),
    )
    links = (
        Run("site", link="https://example.org/a?b=c&d"),
        Run("mail", link="mailto:lead@example.org"),
        Run("script", link="javascript:alert(1)"),
        Run("file", link="file:///etc/passwd"),
        Run("nowhere", link="#unknown"),
    )
    rows = (("AB", "nurse", "3.5"), (f"CD{word}", cited, "12"), ("EF", f"psychologist{word}", "0"))
    return (
        Heading(1, f"Summary{word}", starts_page=True, key="summary", running=f"The sum{word}"),
        *(Paragraph(f"A {tone} paragraph{word}", tone) for tone in TONES),  # type: ignore[arg-type]
        Paragraph(cited),
        Paragraph(links),
        Heading(3, f"A heading that skips a level{word}"),
        Bullets((f"first point{word}", cited)),
        Bullets(("step one", f"step two{word}"), numbered=True),
        Bullets(("step one again",), numbered=True),
        Bullets(()),
        Heading(2, "Tables"),
        Table(("Who", f"Role{word}", "Hours"), rows, (0.2, 0.6, 0.2), f"Hours{word}", numbers=frozenset({2})),
        Table(("", ""), ((f"Service{word}", "North"), ("", f"no head{word}")), (0.4, 0.6)),
        Table(("", "Question", "Answer", "State"), (("SEL-01", "Who?", f"AB{word}", "+ ready"),), (1, 3, 3, 1)),
        Table(("One", "Two"), (("a", f"b{word}"),), (1, 1), has_row_heads=False),
        Paragraph((chip("red", f"1.3 short{word}"), Run(" "), Run(f"! no date{word}", is_lacking=True),
                   Run(f"soft{word}", is_soft=True), Run("Owner ", blank=30))),
        Callout(f"The verdict{word}", (("", f"Three red flags{word}."), (f"Hours{word}", cited)), "red", is_lead=True),
        Callout("Calm", (("Money", "not stated"),), "calm"),
        Pair((Paragraph(f"left{word}"), Bullets(("one",))), (Callout(f"right{word}", ()),)),
        Pair((Paragraph(f"asked{word}"),), (Paragraph("answer"),), (Paragraph(f"note{word}"),), 0.4, is_ruled=True),
        Decision((Choice((Run("Start", strong=True), Run(f" as planned{word}.")), (f"hours are freed{word}",)), Choice("Not yet"))),
        Decision(()),
        Contents("Contents", (ContentsEntry("summary", f"The summary{word}"), ContentsEntry("nowhere", "Nowhere"))),
        TickBoxes((f"Go{word}", "Go when the following is in place:", "Not yet")),
        TickBoxes(()),
        TickBoxes((f"Yes{word}", "Partly", "Not applicable, because:"), are_across=True),
        TickBoxes((f"Yes{word}", "No"), are_across=True, label=f"Signed{word}:", ticked=frozenset({1})),
        TickBoxes((f"Yes{word}", "No"), ticked=frozenset({0})),
        TickBoxes((), are_across=True),
        WriteLines(f"Length of a session{word}:", is_short=True, unit=f"minutes{word}"),
        WriteLines(f"In what words{word}:", 3),
        Heading(2, f"Who{word}?", keeps_part=True),
        Table(("Practitioner", "Hours"), ((f"{word}", ""),) * 2, (1, 1), row_height=8),
        WriteLines("Note:"),
        SignLines((f"Accountable leader, date{word}", "Senior management, date", "Witness")),
        SignLines((f"Leader, date{word}", "Management, date"), are_across=True),
        SignLines((), are_across=True),
        Space(6),
        Heading(1, "Charts"),
        *(Figure(f"{name}{word}", f"{name} shows{word} this: 5 h needed, 4 h freed.", chart)
          for name, chart in (("Squares", squares(word)), ("Bars", bars(word)), ("Weeks", weeks(word)),
                              ("Time chart", timeline(word)), ("Finish", finish(word)))),
        Heading(1, "Sources", starts_columns=True),
        Sources((
            Source("egeland", 1, f"Egeland KM. Fidelity{word}.", "10.1007/s10597-019-00430-8"),
            Source("text", 2, "A report. doi:10.1000/182. Cited.", "10.1000/182"),
            Source("none", 3, "A book without a DOI.", ""),
            Source("odd", 4, "Not a DOI.", "javascript:alert(1)"),
        )),
    )  # fmt: skip


def every_block(word: str = "") -> Document:
    """A document of all kinds of blocks."""
    return Document(
        title=f"IMR at Riverside{word}",
        subtitle=f"Strategy for bringing in IMR{word}",
        made_on=MADE_ON,
        version=f"state 7 of 24 November 2026{word}",
        cover=(
            Table(("", ""), (("Service", f"Riverside{word}"),), (0.4, 0.6)),
            Space(8),
            TickBoxes(("Go", "Not yet")),
        ),
        blocks=blocks(word),
    )


def only_words(words: str) -> Document:
    """A document in which every text is the same words."""
    figures: tuple[Block, ...] = (
        Figure(words, words, Squares((SquareRow(words, ("red",), words),)), words),
        Figure(words, words, Bars((Bar(words, 1.0, words, words=words),), words, 1.0, words)),
        Figure(words, words, Weeks(MADE_ON, (Panel(words, words, (1.0,), 1.0, 0, words),), ((0, 0, words),))),
        Figure(words, words, Timeline(MADE_ON, MADE_ON, (Lane(words, (), (Day(MADE_ON, words=words),)),))),
        Figure(words, words, Finish((Day(MADE_ON, words=words),), MADE_ON, words)),
    )  # fmt: skip
    return Document(
        title=words,
        subtitle=words,
        made_on=MADE_ON,
        version=words,
        language=words,
        names_parts=True,
        cover=(
            SignLines((words,)),
            TickBoxes((words,)),
            TickBoxes((words,), are_across=True),
            WriteLines(words, 2, unit=words),
        ),
        blocks=(
            Heading(1, words),
            Paragraph((Run(words, link=words), Run(words, link=f"#{words}"))),
            Bullets((words,)),
            Table((words,) * 4, ((words,) * 4,), (1, 1, 1, 1), words),
            *figures,
            Sources((Source(words, 1, words, words),)),
        ),
    )
