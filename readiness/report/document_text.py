"""Text on its way into HTML and Word: nothing that steers, hides or reorders."""

import re

from readiness.i18n.language import N_, _

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_REORDERING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_HIDING = (0xFEFF, *range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))
_CONTROLS = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))
_NEVER = (
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)),
)
_TABLE: dict[int, str] = {
    **dict.fromkeys((*_REORDERING, *_HIDING), ""),
    **dict.fromkeys((*_CONTROLS, *_NEVER), "\N{REPLACEMENT CHARACTER}"),
    0x09: " ",
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def clean(text: str) -> str:
    """The text with line feeds as its only line ends, and without what no reader can see.

    Direction marks and hidden letters are taken out; control characters, and what neither XML nor
    HTML may hold, are shown as the replacement character.
    """
    return _LINE_ENDS.sub("\n", text).translate(_TABLE)


def language_tag(language: str) -> str:
    """The language of a document, or English if it is not a language tag."""
    return language if _LANGUAGE.fullmatch(language) else "en"


PAGE = N_("Page {number} of {total}")
"""The foot of a page."""


def page_words() -> tuple[str, str]:
    """What stands before the number of a page, and between it and how many there are."""
    before, rest = _(PAGE).split("{number}")
    return before, rest.split("{total}")[0]
