"""The HTML file: all that the document says, in sound and harmless HTML."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.document import Document, Heading, Paragraph, Run, Source, Sources, Table
from readiness.report.document_text import clean, language_tag
from readiness.report.html.render import render
from readiness.report.outline import outline
from readiness.storage.templates import Library
from tests.report.extremes import empty_charts
from tests.report.gallery import HOSTILE, every_block, only_words
from tests.strategies import examples, plans

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
VOID = {"meta", "br", "col", "img"}
ACTIVE = {"script", "iframe", "object", "embed", "img", "image", "base", "form", "input", "link"}
EVERY = every_block()
PAGE = render(EVERY)


class Page(HTMLParser):
    """A reader of the HTML that insists on matching tags and notes what it sees."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.of: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        self.of.setdefault(tag, []).append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)
        for tag in set(self.open):
            self.of[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [given for name, given in self.tags if name == tag]

    def ids(self) -> list[str]:
        return [given["id"] for _, given in self.tags if "id" in given]


def shown(words: str) -> str:
    """The words as a reader sees them in HTML."""
    return " ".join(clean(words).split())


def test_every_text_of_every_block_is_on_the_page() -> None:
    page = Page(PAGE)
    for words in (
        "IMR at Riverside", "Strategy for bringing in IMR", "made on 24 November 2026",
        "state 7 of 24 November 2026", "A lead paragraph", "A dense paragraph", "first point",
        "step two", "psychologist", "no head", "Three red flags.",
        "Go when the following is in place:", "Senior management, date",
        "Bars shows this: 5 h needed, 4 h freed.", "2 missing", "CD leaves on 1 March.",
        "in the holiday", "30 November 2027: decision", "The verdict", "! 1.3 short",
        "Start as planned.", "hours are freed", "! no date",
        "A book without a DOI.",
    ):  # fmt: skip
        assert words in page.text, words


def test_headings_come_in_order_under_one_title() -> None:
    page = Page(PAGE)
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.of["h2"] == ["Contents", "Summary", "Charts", "Sources"]
    assert page.of["h3"] == ["A heading that skips a level", "Tables", "Who?"]


def test_landmarks_language_title_and_skip_link_are_there() -> None:
    page = Page(PAGE)
    assert Counter(tag for tag, _ in page.tags)["main"] == 1
    assert {"header", "main", "footer", "nav", "details"} <= set(page.of)
    assert page.all("html") == [{"lang": "en"}]
    assert page.of["title"] == ["IMR at Riverside"]
    assert page.all("a")[0] == {"href": "#main", "class": "skip"}
    assert all(table in page.text for table in ("Hours", "Who", "Role"))


def test_ids_are_unique_and_every_inner_link_leads_somewhere() -> None:
    page = Page(PAGE)
    ids = page.ids()
    assert len(set(ids)) == len(ids)
    for _, attributes in page.tags:
        for key in ("href", "aria-labelledby", "aria-describedby"):
            wanted = attributes.get(key, "")
            if key != "href" or wanted.startswith("#"):
                assert not wanted or wanted.lstrip("#") in ids


def test_citations_lead_to_sources_and_back() -> None:
    targets = [given["href"] for given in Page(PAGE).all("a")]
    assert targets.count("#source-1") == 4
    assert [one for one in targets if one.startswith("#cited-1-")] == [
        f"#cited-1-{at}" for at in (1, 2, 3, 4)
    ]
    assert "#source-2" not in targets


def test_only_web_and_mail_links_are_links() -> None:
    outer = [one["href"] for one in Page(PAGE).all("a") if not one["href"].startswith("#")]
    assert outer == [
        "https://example.org/a?b=c&d",
        "mailto:lead@example.org",
        "https://doi.org/10.1007/s10597-019-00430-8",
        "https://doi.org/10.1000/182",
    ]
    text = Page(PAGE).text
    assert "nowhere" in text
    assert "doi:javascript:alert(1)" in text


def test_tables_have_captions_and_scopes() -> None:
    page = Page(PAGE)
    scopes = Counter(given.get("scope") for given in page.all("th"))
    assert scopes["col"] >= 3 + 3 + 2
    assert scopes["row"] >= 3 + 1 + 1
    assert None not in scopes
    assert "" not in page.of["th"]
    assert "The figures: Bars" in page.of["caption"]
    unnamed = [one for one in page.all("table") if "aria-labelledby" in one]
    assert len(page.of["caption"]) + len(unnamed) == len(page.all("table"))


def test_charts_are_pictures_with_words_and_figures() -> None:
    page = Page(PAGE)
    pictures = page.all("svg")
    assert len(pictures) == 5
    assert all(one["role"] == "img" for one in pictures)
    assert page.of["figcaption"] == ["Squares", "Bars", "Weeks", "Time chart", "Finish"]
    assert "Fullest week of the month" in page.text
    fills = {given["class"] for given in page.all("rect") if "class" in given}
    assert {"f-have", "f-red-fill s-red-edge", "f-band"} <= fills
    assert any(given.get("fill", "").startswith("url(#") for given in page.all("rect"))


def test_nothing_outside_is_asked_for_and_nothing_acts() -> None:
    page = Page(PAGE)
    assert not ACTIVE & set(page.of)
    policies = [one["content"] for one in page.all("meta") if "http-equiv" in one]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'; style-src 'sha256-")
    for _, attributes in page.tags:
        assert not {"src", "srcset", "style"} & attributes.keys()
        assert not [key for key in attributes if key.startswith("on")]
    style = PAGE[PAGE.index("<style>") : PAGE.index("</style>")]
    assert "@import" not in style
    assert "url(" not in style


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name: str) -> None:
    words = HOSTILE[name]
    raw = render(only_words(words))
    page = Page(raw)
    assert not ACTIVE & set(page.of)
    assert raw.count("</style>") == raw.count("</title>") == raw.count("<body>") == 1
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", raw
    )
    assert "javascript" not in "".join(one["href"] for one in page.all("a"))
    assert shown(words) in page.text.replace("  ", " ")
    assert set(page.of) - {"br"} <= set(Page(render(only_words("kind"))).of)
    raw.encode()


def test_hostile_words_in_every_place_of_a_document() -> None:
    for name, words in HOSTILE.items():
        page = Page(render(every_block(words)))
        assert page.text.count(shown(words)[:20]) > 25, name


def test_charts_without_sound_figures_are_drawn_all_the_same() -> None:
    raw = render(empty_charts())
    assert len(Page(raw).all("svg")) == 10
    for _, attributes in Page(raw).tags:
        assert not [one for one in attributes.values() if re.search(r"\b(nan|inf)\b", one)]


def test_two_hundred_rows_and_a_few_headings() -> None:
    rows = tuple((f"P{at}", f"nurse {at}") for at in range(200))
    page = Page(render(replace(EVERY, cover=(), blocks=(Table(("Who", "Role"), rows, (1, 2)),))))
    assert len(page.all("tr")) == 201
    assert "nurse 199" in page.text
    assert "nav" not in page.of


def test_a_source_listed_twice_and_cited_from_the_cover_is_one_place() -> None:
    twice = Sources((Source("a", 1, "First."), Source("a", 1, "First again.")))
    cover = (Paragraph((Run("[1]", link="#a"),)),)
    page = Page(render(Document("T", "", TODAY, cover=cover, blocks=(twice, Sources(())))))
    assert page.ids().count("source-1") == 1
    assert "#cited-1-1" in [one["href"] for one in page.all("a")]


def test_what_cannot_be_seen_is_named() -> None:
    page = Page(render(Document("\u200e", "", TODAY, blocks=(Heading(1, " "),))))
    assert page.of["h1"] == page.of["h2"] == ["Untitled"]


def test_the_language_is_a_language() -> None:
    assert language_tag("nb-NO") == "nb-NO"
    assert language_tag('en" onload="x') == "en"


def test_the_same_document_gives_the_same_text() -> None:
    assert render(every_block()) == PAGE


@pytest.mark.walk
@examples(0.5)
@given(plans(TEMPLATE))
def test_any_plan_makes_an_html_file(plan: Plan) -> None:
    made = outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY)
    page = Page(render(made))
    assert shown(made.title) in page.text or "Untitled" in page.text


@pytest.mark.walk
@examples(4)
@given(st.text(st.characters(), max_size=60))
def test_any_text_can_stand_anywhere(words: str) -> None:
    page = Page(render(only_words(words)))
    assert not ACTIVE & set(page.of)
