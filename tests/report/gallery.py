"""Documents that use every kind of block, kind or hostile, for the tests of all renderers."""

from datetime import date

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

MADE_ON = date(2026, 11, 24)
TONES = ("body", "small", "strong", "flag", "note", "lead")
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


def bars(word: str = "") -> Bars:
    shares = (Share(f"sessions{word}", 3.5, "S"), Share(f"supervision{word}", 1.0, "V"))
    return Bars(
        bars=(
            Bar(f"AB, nurse{word}", shares, 4.0, f"short 0.5 h{word}"),
            Bar(f"CD, occupational therapist with a long title{word}", (shares[0],), 4.0),
            Bar("EF", (Share("other", 0.2, "O"), Share("travel", 0.1)), None, "0.3 h"),
        ),
        unit="hours a week",
        mark_name=f"hours freed{word}",
    )


def weeks(word: str = "") -> Weeks:
    needed = (*[2.0] * 6, None, None, *[5.5] * 12, 3.0)
    return Weeks(
        first=date(2026, 11, 30),
        series=(
            Series(f"hours needed{word}", needed),
            Series("group sessions", (1.0,) * 20),
            Series(f"hours freed{word}", (4.0,) * 21, is_limit=True),
        ),
        unit="hours",
        closed=(4, 5),
        marks=((0, f"start{word}"), (8, "short"), (9, "second group starts")),
    )


def funnel(word: str = "") -> Funnel:
    return Funnel(
        stages=(
            Stage(f"Asked{word}", 18, 20, 24, f"about 20 (18 to 24){word}"),
            Stage("Agree", 10, 12, 15, "about 12 (10 to 15)"),
            Stage("Finish", 7, 9, 11),
        ),
        unit=f"patients{word}",
    )


def gantt(word: str = "") -> Gantt:
    return Gantt(
        first=date(2026, 11, 1),
        last=date(2027, 12, 31),
        rows=(
            GanttRow(f"Training{word}", ((date(2026, 11, 10), date(2026, 12, 20)),)),
            GanttRow(
                "Reviews",
                days=((date(2027, 3, 1), f"first review{word}"), (date(2027, 3, 20), "re-check"),
                      (date(2027, 11, 30), "decision"), (date(2027, 6, 1), "")),
            ),
            GanttRow("Nothing yet"),
        ),
    )  # fmt: skip


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
        Heading(1, f"Summary{word}", starts_page=True),
        *(Paragraph(f"A {tone} paragraph{word}", tone) for tone in TONES),  # type: ignore[arg-type]
        Paragraph(cited),
        Paragraph(links),
        Heading(3, f"A heading that skips a level{word}"),
        Bullets((f"first point{word}", cited)),
        Bullets(("step one", f"step two{word}"), numbered=True),
        Bullets(("step one again",), numbered=True),
        Bullets(()),
        Heading(2, "Tables"),
        Table(("Who", f"Role{word}", "Hours"), rows, (0.2, 0.6, 0.2), f"Hours{word}", numbers=frozenset({2})),  # noqa: E501
        Table(("", ""), ((f"Service{word}", "North"), ("", f"no head{word}")), (0.4, 0.6)),
        Table(("", "Question", "Answer", "State"), (("SEL-01", "Who?", f"AB{word}", "+ ready"),), (1, 3, 3, 1)),  # noqa: E501
        Table(("One", "Two"), (("a", f"b{word}"),), (1, 1), has_row_heads=False),
        FlagBox("!", f"Red flag{word}", "CAP-01", f"CD is short{word}.", (("Because", f"5 h{word}"), ("Why", cited))),  # noqa: E501
        FlagBox("^", "Amber flag, accepted", "GOAL-02", "No date.", ()),
        FlagBox("-", "Note", "", "Neither.", (("To do", "nothing"),)),
        TickBoxes((f"Go{word}", "Go when the following is in place:", "Not yet")),
        TickBoxes(()),
        TickBoxes((f"Yes{word}", "Partly", "Not applicable, because:"), are_across=True),
        TickBoxes((), are_across=True),
        WriteLines(f"Length of a session{word}:", is_short=True, unit=f"minutes{word}"),
        WriteLines(f"In what words{word}:", 3),
        Heading(2, f"Who{word}?", keeps_part=True),
        Table(("Practitioner", "Hours"), ((f"{word}", ""),) * 2, (1, 1), row_height=8),
        WriteLines("Note:"),
        SignLines((f"Accountable leader, date{word}", "Senior management, date", "Witness")),
        Space(6),
        Heading(1, "Charts"),
        *(Figure(f"{name}{word}", f"{name} shows{word} this: 5 h needed, 4 h freed.", chart)
          for name, chart in (("Bars", bars(word)), ("Weeks", weeks(word)),
                              ("Funnel", funnel(word)), ("Time chart", gantt(word)))),
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
        Figure(words, words, Bars((Bar(words, (Share(words, 1.0, words),), 1.0, words),), words, words)),  # noqa: E501
        Figure(words, words, Weeks(MADE_ON, (Series(words, (1.0,)),), words, (), ((0, words),))),
        Figure(words, words, Funnel((Stage(words, 1, 2, 3, words),), words)),
        Figure(words, words, Gantt(MADE_ON, MADE_ON, (GanttRow(words, (), ((MADE_ON, words),)),))),
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
            FlagBox(words, words, words, words, ((words, words),)),
            *figures,
            Sources((Source(words, 1, words, words),)),
        ),
    )
