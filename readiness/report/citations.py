"""Numbering the sources in the order they are cited."""

from collections.abc import Iterable

from readiness.core.template import Template


class Citations:
    """Gives each cited source its number."""

    def __init__(self, template: Template) -> None:
        """Cite from a template's references."""
        self._references = template.references
        self._numbers: dict[str, int] = {}

    def marks(self, keys: Iterable[str]) -> str:
        """The numbers in brackets, or the word that it is our default."""
        known = [key for key in keys if key in self._references]
        numbers = [self._numbers.setdefault(key, len(self._numbers) + 1) for key in known]
        return f"[{', '.join(str(number) for number in numbers)}]" if numbers else "(our default)"

    def references(self) -> list[str]:
        """The reference list: the cited sources by number."""
        lines = []
        for key, number in self._numbers.items():
            one = self._references[key]
            doi = f"doi:{one.doi}" if one.doi else ""
            year = f"({one.year})" if one.year else ""
            pieces = [f"{one.authors} {year}".strip(), one.title, one.where, doi]
            lines.append(f"[{number}] {'. '.join(piece for piece in pieces if piece)}.")
        return lines or ["No source is cited."]
