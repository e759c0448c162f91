"""A label and its words: what is told about one thing, for each front to lay out in its own way."""

from __future__ import annotations

from collections.abc import Iterable

from readiness.domain.record import Record


class Detail(Record, kw_only=False):
    """One thing that is told about another, such as why a flag matters."""

    label: str
    """What it is, as people read it; empty where the words are a whole sentence of their own."""
    text: str
    """The words."""
    is_minor: bool = False
    """Whether it only says where the one before it comes from, so that it may stand back."""

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.label}: {self.text}" if self.label else self.text


def with_text(details: Iterable[Detail]) -> list[Detail]:
    """Those that have words."""
    return [one for one in details if one.text.strip()]
