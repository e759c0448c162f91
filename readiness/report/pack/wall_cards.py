"""Wall cards: a question a page, large enough to be read across a room; printed from a browser.

A web page and not a PDF of ours: it is a page of large type and nothing else, and shows on a
projector as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.workshop import Workshop
from readiness.i18n.language import _
from readiness.report.html.markup import Markup, tag, whole_page
from readiness.report.rater_form.page import offered_words

STYLE = """\
@page { size: A4 landscape; margin: 15mm; }
body { margin: 0; color: #1b1f24; background: #ffffff;
  font-family: "Noto Sans", "Segoe UI", sans-serif; }
h1 { font-size: 16pt; margin: 1rem; }
section { break-after: page; min-height: 90vh; padding: 1rem; display: flex; flex-direction: column;
  justify-content: space-between; overflow-wrap: break-word; }
h2 { font-size: 40pt; line-height: 1.2; margin: 0; }
.room { font-size: 22pt; color: #4f5a65; }
ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; margin: 0; padding: 0; }
li { flex: 1 1 8rem; border: 2px solid #6b7782; min-height: 10rem; padding: .5rem 1rem;
  font-size: 20pt; }
@media print { h1 { display: none; } }
"""


def wall_cards(workshop: Workshop, questions: Mapping[str, Question], language: str) -> str:
    """The cards of a workshop: nothing about oneself, which is never talked about in the room."""
    title = _("Wall cards")
    cards = _cards(workshop, questions)
    body = tag("body", tag("main", tag("h1", f"{title}: {workshop.id}"), *cards))
    return whole_page(title, STYLE, body, language)


def _cards(workshop: Workshop, questions: Mapping[str, Question]) -> Iterator[Markup]:
    for item in workshop.asked:
        one = questions.get(item)
        if one is not None and not one.is_sensitive and not one.is_text:
            asks = tag("p", one.room, class_="room") if one.room else ""
            words = [tag("li", words) for words in offered_words(one).values()]
            yield tag("section", tag("div", tag("h2", one.words), asks), tag("ul", *words))
