"""HTML files to check: the worked example, an empty plan, every block, hostile texts."""  # noqa: INP001

import sys
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.blank import blank_document
from readiness.report.document import Document
from readiness.report.html.render import render
from readiness.report.outline import outline
from readiness.report.theme import Theme
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from tests.report.extremes import empty_charts
from tests.report.gallery import HOSTILE, every_block, only_words

TODAY = date(2026, 11, 24)


def of_plan(template: Template, plan: Plan) -> Document:
    """The document of a plan."""
    return outline(template, plan, review(template, plan, TODAY), TODAY)


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
        **{f"only-{name}": only_words(words) for name, words in HOSTILE.items()},
    }
    for name, document in pages.items():
        (folder / f"{name}.html").write_text(render(document), "utf-8")
    theme = Theme("Riverside <b>", "Internal", _logo(), accent="#5b2a86", shade="#f3ecfa")
    (folder / "themed.html").write_text(render(pages["example"], theme=theme), "utf-8")


def _logo() -> bytes:
    into = BytesIO()
    Image.new("RGBA", (120, 40), "#5b2a8680").save(into, "PNG")
    return into.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
