"""From the document's words to spans of type, with links only where they are safe."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.lib.units import mm

from readiness.report.document import Words
from readiness.report.links import web_address
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.lines import BLANK, LACKING, SOFT, TextSpan
from readiness.report.pdf.look import Type
from readiness.report.pdf.tags import Element, Tags
from readiness.report.pdf.text import SetText

NO_PAGES: Mapping[str, int] = {}
"""Before the pages were laid out once."""


class Runs:
    """Makes words of runs, and the elements of their links."""

    def __init__(
        self, tags: Tags, keys: frozenset[str], pages: Mapping[str, int] = NO_PAGES
    ) -> None:
        """Links that begin with "#" lead to these keys only; `pages` is where headings stand."""
        self.tags, self.keys, self.pages = tags, keys, pages

    def words(self, said: Words, kind: Type, element: Element) -> SetText:
        """The words in this type as part of an element."""
        return SetText(self.spans(said, kind, element), kind, element, self.tags)

    def spans(self, said: Words, kind: Type, element: Element) -> tuple[TextSpan, ...]:
        """The words in spans; a link becomes an element in `element`."""
        if isinstance(said, str):
            return (TextSpan(said, kind.face),)
        spans = list[TextSpan]()
        for run in said:
            face = "Body" if run.is_soft else kind.face
            face = "Body-Bold" if run.strong or run.state or run.is_lacking else face
            target = self._target(run.link) if run.text.strip() else ""
            link = (
                Element("Link", target=target, alt=clean(run.text), within=element)
                if target
                else None
            )
            look = run.state or (SOFT if run.is_soft else LACKING if run.is_lacking else "")
            if run.text:
                spans.append(TextSpan(run.text, face, link, look))
            if run.blank:
                spans.append(TextSpan("", face, None, BLANK, run.blank * mm / kind.size))
        return tuple(spans)

    def _target(self, link: str) -> str:
        """Where a link may lead; empty for nowhere."""
        if link.startswith("#"):
            return link if link[1:] in self.keys else ""
        return web_address(link)
