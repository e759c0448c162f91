"""One area in the document: its flags first, then every question with its answer."""

from __future__ import annotations

from readiness.core.answers import answer_words
from readiness.core.flags import Flag
from readiness.core.plan import Plan
from readiness.core.review import Review, sign_of, word_of
from readiness.core.template import Template
from readiness.report.citations import Citations
from readiness.report.document import Block, Heading, Paragraph, Table
from readiness.report.lists import state_words


def area_blocks(
    number: int, key: str, template: Template, plan: Plan, review: Review, cited: Citations
) -> list[Block]:
    """An area's pages."""
    area, state = template.areas[key], review.areas[key]
    blocks: list[Block] = [
        Heading(1, f"{number} {area.title}", starts_page=True),
        Paragraph(f"{state_words(state)}: {state.answered} of {state.asked} answered.", "strong"),
        Paragraph(area.about),
    ]
    if state.flags:
        blocks.append(Heading(2, "Flags"))
    for flag in state.flags:
        blocks += flag_blocks(flag, cited)
    blocks.append(Heading(2, "Questions and answers"))
    rows = [
        (
            item_key,
            item.question,
            _answer(item_key, template, plan, review),
            _state(item_key, review),
        )
        for item_key, item in template.items_of(key)
    ]
    blocks.append(Table(("", "Question", "Answer", "State"), tuple(rows), (0.12, 0.33, 0.39, 0.16)))
    return blocks


def flag_blocks(flag: Flag, cited: Citations) -> list[Block]:
    """A flag with its numbers, why it matters, its sources and what to do."""
    name = "Red flag" if flag.severity == "red" else "Amber flag"
    inputs = "; ".join(f"{one.name}: {one.words}" for one in flag.inputs)
    lines = [f"Because: {inputs}."] if inputs else []
    lines += [
        f"Why: {flag.why} {cited.marks(flag.sources)}",
        *flag.defaults,
        f"To do: {flag.action}",
    ]
    sign = "!" if flag.severity == "red" else "^"
    return [
        Heading(3, f"{sign} {name} {flag.item}"),
        Paragraph(flag.says, "flag"),
        *(Paragraph(line, "note") for line in lines),
    ]


def _answer(key: str, template: Template, plan: Plan, review: Review) -> str:
    said = plan.answer(key)
    nothing = "Worked out from other answers" if review.items[key].answered else "Unanswered"
    lines = [
        f"{label}: {words}" if label else words
        for label, words in answer_words(template, key, plan)
    ] or [nothing]
    if said.reason:
        lines.append(f"Because: {said.reason}")
    if said.note:
        lines.append(f"Note: {said.note}")
    return "\n".join(lines)


def _state(key: str, review: Review) -> str:
    state = review.items[key]
    return f"{sign_of(state)} {word_of(state)}"
