"""Writes the PDFs that veraPDF judges into a folder; by hand: python -m tests.report.judged FOLDER.

The last one, broken.pdf, has lost its tags: a judge that passes it is no judge.
"""

import io
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Literal

import pikepdf

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import ACTIONS, TABLES
from readiness.domain.ratings.questions import questions_of
from readiness.domain.rules.review import Review, review
from readiness.report.agreement import agreement_document
from readiness.report.blank import blank_document
from readiness.report.document import Document
from readiness.report.outline import outline
from readiness.report.pack.paper_form import paper_form
from readiness.report.pack.papers import handout, invitation, papers
from readiness.report.pdf.render import render
from readiness.report.rater_form.page import RoleForm
from readiness.report.record_forms import TITLES, record_form
from readiness.report.theme import Theme
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from tests.report import extremes, gallery
from tests.report.extremes import WORST
from tests.workshops import workshop

TODAY = date(2026, 11, 24)
PAPERS: tuple[Literal["a4", "letter"], ...] = ("a4", "letter")


def documents() -> dict[str, Document]:
    """By name: the worked example, plans from empty to hostile, and every kind of block."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.toml"
        path.write_text(example_plan_text(), "utf-8")
        file = PlanFile.open(path, Library())
    template, example = file.template, file.plan
    plans = {
        "example": example,
        "empty-plan": Plan(),
        "full": full(template, example),
        "hostile": hostile(template, example),
    }

    def state_of(plan: Plan) -> Review:
        return review(template, plan, TODAY)

    made = {name: outline(template, plan, state_of(plan), TODAY) for name, plan in plans.items()}
    state = state_of(plans["full"])
    for name, options in {"brief": {"is_brief": True}, "shared": {"is_shared": True}}.items():
        made[name] = outline(template, plans["full"], state, TODAY, **options)
    made |= {
        "blank": blank_document(template, TODAY),
        "blank-short": blank_document(template, TODAY, is_short=True),
        "blank-known": blank_document(template, TODAY, example),
        "blank-hostile": blank_document(template, TODAY, plans["hostile"]),
        "agreement": agreement_document(template, example, state_of(example), TODAY),
        "agreement-full": agreement_document(template, plans["full"], state, TODAY),
        "agreement-hostile": agreement_document(
            template, plans["hostile"], state_of(plans["hostile"]), TODAY
        ),
        "agreement-empty": agreement_document(template, Plan(), state_of(Plan()), TODAY),
    }
    made |= {
        f"form-{kind}": one
        for kind in TITLES
        if (one := record_form(template, kind, TODAY)) is not None
    }
    return (
        made
        | of_a_workshop(template, plans["hostile"])
        | {
            "every-block": gallery.every_block(),
            "no-block": extremes.empty(),
            "extreme": extremes.extreme(),
        }
    )


def of_a_workshop(template: Template, hostile: Plan) -> dict[str, Document]:
    """Its forms on paper, the invitation, the facilitator's papers, and the page to take home."""
    held, asked = workshop("full", "topics", closes=TODAY), questions_of(template)
    every = " ".join(WORST)
    evil = {key: one.model_copy(update={"words": every}) for key, one in asked.items()}
    missing = {"1": {"item": "INC-03", "what": every, "who": every, "by": TODAY}}
    over = held.model_copy(update={"missing": missing, "finished": TODAY})
    agreed = {"workshop": over.id, "answer": "no", "reason": every, "against": 1}
    plan = hostile.entering("agreed", "GOAL-09", agreed)
    return {
        "rating": paper_form(RoleForm(held, asked, "practitioner"), TODAY),
        "rating-hostile": paper_form(RoleForm(held, evil, "leader"), TODAY),
        "invitation": invitation(held, asked, TODAY),
        "handout": handout(held, Plan(), template, TODAY),
        "handout-hostile": handout(over, plan, template, TODAY),
        **{f"pack-{name}": one for name, one in papers(held, TODAY).items()},
    }


def full(template: Template, plan: Plan) -> Plan:
    """A note on every question, many practitioners and many rows."""
    for number in range(40):
        plan = plan.with_person(f"P{number}", "nurse")
    for key, item in template.items.items():
        plan = plan.noting(key, f"About this: {item.question} " * 3)
        for name, part in item.row_parts.items():
            if part.kind == "text":
                for number in range(1, 9):
                    plan = plan.answering_row(key, str(number), name, f"{name} {number}")
    for number in range(60):
        fields = {
            name: f"{name} {number}" for name, part in ACTIONS.parts.items() if not part.options
        }
        fields |= {"item": list(template.items)[number % len(template.items)]}
        plan = plan.entering("actions", str(number), fields | {"when": TODAY, "done_on": None})
    return plan


def hostile(template: Template, plan: Plan) -> Plan:
    """Every text hostile, or very long."""
    for number, (key, item) in enumerate(template.items.items()):
        words = WORST[number % len(WORST)]
        plan = plan.noting(key, words)
        for name, part in item.parts.items():
            if part.kind == "text":
                plan = plan.answering(key, name, words)
    every = " ".join(WORST)
    for table, one in TABLES.items():
        fields = {name: every for name, part in one.parts.items() if part.kind == "text"}
        plan = plan.entering(table, every[:60], fields)
    return plan.described(plan=every, service=every).with_person("<b>&]]>", every)


def main() -> None:
    """Write them."""
    folder = Path(sys.argv[1])
    theme = Theme(organisation="Riverside & <Sons>", footer="Internal \u2713", accent="#5b2a86")
    for name, document in documents().items():
        for paper in PAPERS:
            (folder / f"{name}-{paper}.pdf").write_bytes(render(document, page=paper))
    whole = render(gallery.every_block(), theme=theme)
    (folder / "themed-a4.pdf").write_bytes(whole)
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(folder / "broken.pdf")


if __name__ == "__main__":
    main()
