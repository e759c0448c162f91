"""Texts of every kind that has broken a program somewhere, and plans that are full of them."""

from collections.abc import Iterator
from itertools import cycle

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.kind import LONGEST_TEXT
from readiness.domain.kinds.registry import validate
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.entry_table import EntryTable
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES

CLASSES: dict[str, tuple[str, ...]] = {
    "blank": ("", " ", "\u00a0\u2003\u3000", "\u200b", "\u2800\u3164"),
    "words of the file": ("yes", "None", "not sure", "not applicable", "null", "true", "undefined"),
    "numbers": ("0", "-1e309", "1e999", "NaN", "-0", "0x1F", "1_000", "1,5", "٣٫١٤", "²½Ⅷ", "١٢٣"),
    "dates": ("2027-02-30", "0000-00-00", "9999-12-31", "24:60:60Z"),
    "quotes": ("'", '"', '"""', "'''", '""""', "\\", '\\"', "„x“ ‘y’ «z»"),
    "TOML": (
        "\\u0041 \\n C:\\new",
        "trailing \\",
        "\n leading",
        "# no comment",
        "[answers.SEL-01]",
        "[[people]]\na = 1",
        "a = 1",
        "'''\n[plan]\n'''",
        "<<<<<<< HEAD\n=======\n>>>>>>> theirs",
    ),
    "line ends": ("a\nb\n\nc\n", "a\u2028b\u2029c\x85d\x0be\x0cf", "tab\there\t"),
    "format strings": (
        "{part} {threshold} {0.__class__}",
        "{",
        "}{",
        "%s %n %(x)s %d%%",
        "${x} $$",
    ),
    "shell": (
        "$HOME `id` $(id)",
        "; rm -rf ./nowhere #",
        "| cat && false &",
        "-rf --help",
        "~root",
    ),
    "SQL": ("'; DROP TABLE plan; --", "1' OR '1'='1"),
    "formulas": ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", '=HYPERLINK("x")'),
    "HTML": (
        "<b>&amp;<script>alert(1)</script>",
        '" onmouseover="alert(1)',
        "</style></title></svg>",
        "&#x3c;img src=x onerror=y&#62;",
        "javascript:alert(1)",
        "<!--",
    ),
    "XML": ("]]>", "<![CDATA[", '<!DOCTYPE a [<!ENTITY b "c">]>', "&b;", "<?xml?>", "</w:t></w:p>"),
    "reportlab": (
        "<para><font color='red'>",
        "<br/><img src='x'/>",
        "</para>",
        "<onDraw name='x'/>",
    ),
    "markup of the terminal": (
        "[bold]x[/] [/] [@click=app.quit]go[/]",
        "[type=x, v={'a[0]'}] [/",
        "[link=file:///x]y[/link]",
        "\\[",
        ":smile: $accent",
    ),
    "Markdown": ("# A\n- b\n[c](d)", "```\n|a|b|\n", "**_~~`"),
    "names of files": (
        "../../nowhere/x",
        "CON PRN NUL.txt",
        "C:\\a\\..\\b",
        "\\\\host\\a",
        "file:///x",
        ".",
    ),
    "addresses": (
        "https://example.org/?a=b&c=<d>",
        "https://[::1",
        "mailto:x@y",
        "http://" + "a." * 400,
    ),
    "control characters": (
        "\x00",
        "a\x00b",
        "\x07\x08\x1b[31mred\x1b]0;title\x07",
        "\x1b[2J\x1b]52;c;eA==\x07\x1bP",
        "\x7f\x80\x9b31m",
        "".join(map(chr, range(32))).replace("\r", ""),
    ),
    "direction": ("\u202eright to left\u202c \u2066x\u2069", "\u200f\u200e\u061c", "abc\u202e"),
    "zero width": ("\u200b\u200c\u200d\u2060", "\ufeffmark", "x\u00ady", "\U000e0041\U000e007f"),
    "no characters": ("\ufffd\ufffe\uffff", "\ufdd0\U0010ffff", "\ue000\U000f0000"),
    "combining": ("Z\u0351\u0357\u0309a\u0334\u0321lgo", "\u0301", "a" + "\u0300" * 400),
    "emoji": (
        "\U0001f469\u200d\U0001f4bb \U0001f1f3\U0001f1f4",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "\U0001f44d\U0001f3fd \u2764\ufe0f 1\ufe0f\u20e3 \U0001f3f4\U000e0067\U000e007f",
    ),
    "letters": ("Ærø, İstanbul, ıI, Straße, ﬁn, Å Å", "ÆØÅ æøå", "ǅ ŉ ΰ", "ﷺ"),
    "East Asia": ("漢字 かな 한국어 ｗｉｄｅ", "ไทย हिन्दी မြန်မာ", "\U0002070e\U00010348𝕳𝖎"),
    "right to left": ("العربية עברית", "abc שלום 123 مرحبا", "\u0627\u0644\u0644\u0647"),
    "long": (
        "x" * LONGEST_TEXT,
        ("word " * 200).strip(),
        "\n" * 300 + "x",
        "漢" * 3000,
        "<" * 2000,
    ),
}
"""Each class with its texts; all of them are texts that a plan may hold."""

TEXTS = [(name, text) for name, texts in CLASSES.items() for text in texts]
"""Every text with the class it is of."""

GROUPS = [
    [text for name in list(CLASSES)[start::6] for text in CLASSES[name]] for start in range(6)
]
"""The same texts in a few groups of many kinds each, for what takes its time."""

NOT_IN_A_FILE = ("\ud800", "a\udfffb", "\udc80")
"""Halves of characters, which no file in UTF-8 can hold."""

LINE_ENDS = ("a\r\nb", "a\rb", "\r", "\r\n\r\n", "a\n\rb")
"""Ends of lines of other systems; a plan keeps each as one line feed."""


def filled(template: Template, *texts: str) -> Plan:
    """A plan with these texts, one after the other, in every field that takes one, and as names.

    Where a field reads a text as a word of its own, such as none, it holds what that means.
    """
    following = cycle(texts)
    plan = Plan(template="imr", template_version=template.version)
    plan = plan.described(plan=next(following), service=next(following))
    names = ["1", *dict.fromkeys(text[:60] for text in texts if text.strip())][:8]
    for who in ("AB", *names[1:]):
        plan = plan.with_person(who, next(following))
        for name, (_, part) in template.person_parts().items():
            plan = plan.answering_person(who, name, _said(part, following))
    for key, item in template.items.items():
        plan = plan.noting(key, next(following))
        for name, part in item.parts.items():
            plan = plan.answering(key, name, _said(part, following))
        for row in names if any(part.kind == "text" for part in item.row_parts.values()) else []:
            for name, part in item.row_parts.items():
                plan = plan.answering_row(key, row, name, _said(part, following))
    for sheet, one in TABLES.items():
        for key in _keys(one, names):
            fields = {name: _said(part, following) for name, part in one.parts.items()}
            plan = plan.entering(sheet, key, fields)
    return plan


def _keys(table: EntryTable, names: list[str]) -> list[str]:
    """As many names of entries: those, or days or months where the table is kept by them."""
    days = [f"2027-0{1 + number}-12" for number in range(len(names))]
    called = {"day": days, "month": [day[:7] for day in days]}.get(table.key, names)
    assert all(map(table.takes, called))
    return called


def _said(part: Part, texts: Iterator[str]) -> Value | None:
    """What the plan holds where a person gave the next text for a field; None if it takes none."""
    found = validate(part, next(texts)) if part.kind == "text" else None
    return None if isinstance(found, InvalidValue) else found
