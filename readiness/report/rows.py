"""Parts of the document and their rows; what nobody has answered yet folds into one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import Value
from readiness.i18n.language import _
from readiness.i18n.words import first_down, first_up, listed
from readiness.report.document import Block, Heading, Paragraph, Run, Table, Words, as_runs

FEW = 2
"""Rows without an answer that stand as rows; more say nothing one by one."""


@dataclass(frozen=True)
class Row:
    """A label and what is said there, or words for that nothing is."""

    label: str
    words: Words
    is_known: bool = True
    """Whether anything was answered."""


def rows_table(
    rows: Sequence[Row], widths: tuple[float, float], caption: str, *, is_dense: bool = False
) -> list[Block]:
    """The rows as a table, and a line that names those without an answer, if they are many or all.

    Rows that lack an answer for different reasons (not answered, not asked) get a line for each.
    """
    lacking = [row for row in rows if not row.is_known]
    is_folded = len(lacking) > FEW or (len(lacking) == len(rows) and len(rows) > 1)
    shown = [row for row in rows if row.is_known or not is_folded]
    blocks: list[Block] = []
    if shown:
        said = tuple((row.label, row.words) for row in shown)
        blocks.append(Table(("", ""), said, widths, caption, is_dense=is_dense))
    if not is_folded:
        return blocks
    reasons = dict.fromkeys(str(row.words) for row in lacking)
    for reason in reasons:
        names = [first_down(row.label) for row in lacking if str(row.words) == reason]
        words = _("{reason}: {names}.")
        said_of = words.format(reason=first_up(reason.rstrip(".")), names=listed(names))
        blocks.append(Paragraph(said_of, "small"))
    return blocks


def entries_table(
    entries: Iterable[Mapping[str, Value]],
    parts: Mapping[str, Part],
    shares: Mapping[str, float],
    caption: str,
    *,
    is_dense: bool = True,
) -> list[Table]:
    """A row an entry, with these of its fields in columns of these shares of the line.

    A dash where nothing was said; no table where there is no entry.
    """
    rows = tuple(tuple(_cell(parts[name], entry.get(name)) for name in shares) for entry in entries)
    header = tuple(parts[name].label for name in shares)
    return [Table(header, rows, tuple(shares.values()), caption, is_dense=is_dense)] if rows else []


def _cell(part: Part, said: Value | None) -> str:
    return "-" if said in (None, "") else value_words(part, said)


def with_heading(title: str, blocks: Sequence[Block]) -> list[Block]:
    """Blocks under a heading of their own; where only a sentence or two is left, in its line."""
    said = [block for block in blocks if isinstance(block, Paragraph)]
    if len(said) < len(blocks) or not said:
        return [Heading(2, title), *blocks]
    words = [run for one in said for run in (Run(" "), *as_runs(one.text))]
    return [Paragraph((Run(f"{title}.", strong=True), *words), "small")]


def part(title: str, key: str, running: str, *, joins: bool = True) -> Heading:
    """The heading of a part: what is the case, as its title, and its name for the heads of pages.

    A part has pages of its own; one with little to say goes on where the part before ends, unless
    that one is to be read alone.
    """
    return Heading(
        1, title, starts_page=True, joins=joins, fits_page=True, key=key, running=running
    )
