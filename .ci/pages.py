"""HTML files to check: the worked example, an empty plan, every block, forms, hostile texts."""  # noqa: INP001

import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.ratings.questions import questions_of
from readiness.domain.rules.review import review
from readiness.report.agreement import agreement_document
from readiness.report.blank import blank_document
from readiness.report.document import Document
from readiness.report.html.render import render
from readiness.report.outline import outline
from readiness.report.pack.wall_cards import wall_cards
from readiness.report.rater_form.page import RoleForm, form_page
from readiness.report.theme import Theme
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from tests.report.extremes import empty_charts
from tests.report.gallery import HOSTILE, every_block, only_words
from tests.workshops import QUESTIONS, workshop

TODAY = date(2026, 11, 24)


def of_plan(template: Template, plan: Plan) -> Document:
    """The document of a plan."""
    return outline(template, plan, review(template, plan, TODAY), TODAY)


def of_workshops(short: str) -> Iterator[tuple[str, str]]:
    """The forms of a workshop that asks everything, in both languages, and its wall cards."""
    evil = {
        key: one.model_copy(update={"words": short, "room": short})
        for key, one in QUESTIONS.items()
    }
    whole = workshop("full", "topics", closes=TODAY)
    yield "rating-hostile", form_page(RoleForm(whole, evil, "practitioner"), "en")
    yield "wall-cards-hostile", wall_cards(whole, evil, "en")
    for code in ("en", "nb"):
        speak_in(code)
        asked = questions_of(Library().load("imr"))
        for role in ("leader", "practitioner"):
            yield f"rating-{role}-{code}", form_page(RoleForm(whole, asked, role), code)
        yield f"wall-cards-{code}", wall_cards(whole, asked, code)
    speak_in("en")


def main(folder: Path) -> None:
    """Write the files."""
    plan = folder / "example.toml"
    plan.write_text(example_plan_text(), "utf-8")
    example = PlanFile.open(plan, Library())
    short = " ".join(words for name, words in HOSTILE.items() if name != "long")
    hostile = example.plan.noting("SEL-01", HOSTILE["long"]).described(plan=short, service=short)
    pages = {
        "example": of_plan(example.template, example.plan),
        "empty": of_plan(example.template, Plan()),
        "hostile": of_plan(example.template, hostile.with_person(short[:60], short)),
        "blocks": every_block(),
        "hostile-blocks": every_block(short),
        "charts": empty_charts(),
        "blank": blank_document(example.template, TODAY),
        "blank-known": blank_document(example.template, TODAY, example.plan),
        "agreement": agreement_document(
            example.template,
            example.plan,
            review(example.template, example.plan, TODAY),
            TODAY,
        ),
        **{f"only-{name}": only_words(words) for name, words in HOSTILE.items()},
    }
    for name, document in pages.items():
        (folder / f"{name}.html").write_text(render(document), "utf-8")
    for name, page in of_workshops(short):
        (folder / f"{name}.html").write_text(page, "utf-8")
    theme = Theme("Riverside <b>", "Internal", _logo(), accent="#5b2a86", shade="#f3ecfa")
    (folder / "themed.html").write_text(render(pages["example"], theme=theme), "utf-8")


def _logo() -> bytes:
    into = BytesIO()
    Image.new("RGBA", (120, 40), "#5b2a8680").save(into, "PNG")
    return into.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
