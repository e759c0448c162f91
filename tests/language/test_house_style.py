"""Sentences that the house style did away with stand in no message, no template and no document."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import readiness
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.html.render import render as to_html
from readiness.report.outline import outline
from readiness.storage.example import worked_example
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library

CATALOGUE = Path(readiness.__file__).parent / "locale" / "nb" / "LC_MESSAGES" / "readiness.po"
TEMPLATES = Path(readiness.__file__).parents[1] / "templates"
TODAY = date(2026, 11, 24)

BEFORE = (
    r"[Hh]ours fall short in",
    r"first in week",
    r"All together need",
    r"Reckoned from other answers",
    r"Where the plan does not fit itself",
    r"amber flags are up",
    r"“Weekly, all the way” is only partly",
    r"“Leader knows it” is only partly",
    r"“What is expected” is only partly",
    r"“Briefed first” is only partly",
    r"no later date for hearing",
    r"The first round needs .*; of the",
    r"as good as its weakest",
    r"If every place is filled",
    r"A patient who starts first",
    r"worst overrun that was seen",
    r"Owner: nobody",
    r"The action .* has no date",
    r"falls in: ",
    r"more, see the appendix",
    r"hours a week that are missing \(",
    r"[Ll]evel above",
)
"""What each was before, as far as it is told from what it is now."""

BEFORE_NB = (
    r"Regnet ut fra andre svar",
    r"er bare delvis på plass",
    r"faller i: ",
    r"En pasient som begynner først",
    r"Ansvarlig: ingen",
    r"til, se vedlegget",
    r"[Nn]ivået over",
)
"""The same in Norwegian."""


def sentences_of(table: object) -> Iterator[str]:
    """The texts of a template, but for those that an earlier version had."""
    if isinstance(table, str):
        yield " ".join(table.split())
    elif isinstance(table, dict):
        for key, inner in table.items():
            yield from sentences_of(inner) if key != "earlier" else ()
    elif isinstance(table, list):
        for inner in table:
            yield from sentences_of(inner)


def told(language: str) -> Iterator[str]:
    """Every message of a language, the sentences of its templates, and what documents say."""
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="nb"):
            said = message.id if language == "en" else message.string
            yield from [said] if isinstance(said, str) else said
    name = "template.toml" if language == "en" else "template.nb.toml"
    for one in TEMPLATES.glob(f"*/{name}"):
        yield from sentences_of(tomllib.loads(one.read_text("utf-8")))
    speak_in(language)
    template, example = worked_example(Library())
    for plan in (example, Plan(template="imr")):
        state = review(template, plan, TODAY)
        for is_brief in (False, True):
            made = outline(template, plan, state, TODAY, is_brief=is_brief)
            # All formats show the same blocks.
            yield from re.sub(r"<[^>]+>", "\n", to_html(made)).splitlines()


@pytest.mark.parametrize(("language", "gone"), [("en", BEFORE), ("nb", BEFORE_NB)])
def test_what_the_house_style_did_away_with_is_gone(language: str, gone: tuple[str, ...]) -> None:
    patterns = [re.compile(one) for one in gone]
    left = {
        (one.pattern, said[:200]) for said in told(language) for one in patterns if one.search(said)
    }
    assert not left
