"""The questions as a form to fill in by hand: empty, or with what a plan knows already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.domain.checklist.template import FULL, SHORT, Item, Template, asked_in
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import date_words
from readiness.report.blank_answers import (
    ROW_HEIGHT,
    answer_blocks,
    note_block,
    people_tables,
    person_columns,
)
from readiness.report.context import version_of
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Pair,
    Paragraph,
    Run,
    Sources,
    Table,
    as_runs,
)
from readiness.report.links import Citations
from readiness.report.sections.cover import EMPTY_CONDITION, decision_blocks

RULES = (
    N_(
        "Tick the box that fits, or write on the line. Not sure is an answer: it shows what is "
        "open. So is an empty line."
    ),
    N_("Strike out what is no longer so, and write beside it what is."),
    N_(
        "Use initials or roles for staff. Write nothing about a single patient, only how many "
        "there are."
    ),
    N_(
        "Some questions only the practitioners can answer, or leader and practitioners together; "
        "it stands under the question. Give them the form as well."
    ),
)
KNOWN_ONLY = RULES[1]
"""A rule for a form in which something stands already."""

TYPED_NEW = N_(
    "For the person who types it in: `readiness new {plan} --template {template}` makes the plan "
    "file, `readiness {plan}` opens it, and `readiness ask {plan}` asks in plain lines, where "
    "`go {example}` leads straight to a question."
)
TYPED = N_(
    "For the person who types it in: `readiness {plan}` opens the plan, and `readiness ask {plan}` "
    "asks in plain lines, where `go {example}` leads straight to a question."
)

ASKED_OF = {
    "practitioners": N_("For the practitioners."),
    "both": N_("For leader and practitioners."),
}

QUESTION, PERSONAL = 0.42, 0.62
"""How much of the line a question takes beside its answers, and beside a few boxes."""

CONDITIONS = 3
"""Empty lines for conditions of a start."""


def blank_document(
    template: Template,
    made_on: date,
    plan: Plan | None = None,
    *,
    is_short: bool = False,
    plan_name: str = "plan.toml",
) -> Document:
    """The form to fill in by hand: every question, or only those of the short form.

    With a plan, the questions that it asks, and what it knows stands where it would be written.
    `plan_name` is the file into which the answers are typed.
    """
    keys = _asked(template, plan, made_on, is_short=is_short)
    known, cited = plan or Plan(), Citations(template)
    count = n_("{n} question", "{n} questions", len(keys)).format(n=len(keys))
    is_brief = len(keys) < len(template.items)
    kind = _("Short form to fill in by hand") if is_brief else _("Form to fill in by hand")
    blocks = [
        *_opening(template, plan),
        *_people(template, known, keys, cited),
        *_areas(template, known, keys, cited),
        *_ending(template, plan, keys, plan_name),
        Heading(1, _("Sources")),
        Sources(cited.sources()),
    ]
    title = template.name
    version = _("version {version}").format(version=template.version)
    if plan is not None:
        title, version = plan.plan or plan.service or template.name, version_of(plan)
    return Document(
        title=title,
        subtitle=f"{kind}: {count}",
        made_on=made_on,
        version=version,
        language=template.language,
        names_parts=True,
        blocks=tuple(blocks),
    )


def _asked(template: Template, plan: Plan | None, made_on: date, *, is_short: bool) -> list[str]:
    """The questions of the form, in order; a plan asks also what it has answers to."""
    if plan is None or is_short:
        asked = asked_in(template, SHORT if is_short else FULL)
        return [key for key in template.items if key in asked]
    state = review(template, plan, made_on)
    return [key for key, item in state.items.items() if item.counts]


def _opening(template: Template, plan: Plan | None) -> Iterator[Block]:
    rows = tuple(_particulars(plan or Plan()))
    yield Table(("", ""), rows, (0.3, 0.7), _("What the form is about"), row_height=ROW_HEIGHT)
    yield Paragraph(_("How to fill it in"), "strong")
    rules = RULES if plan is not None else [one for one in RULES if one != KNOWN_ONLY]
    yield Bullets(tuple(map(_, rules)))
    yield Paragraph(template.about, "small")


def _particulars(plan: Plan) -> Iterator[tuple[str, str]]:
    yield _("Plan"), plan.plan
    yield _("Service"), plan.service
    yield _("First day with patients"), date_words(plan.start) if plan.start else ""
    yield (
        _("Who decides on the start, and when"),
        ", ".join(filter(None, (plan.decider, date_words(plan.meeting) if plan.meeting else ""))),
    )
    yield _("Filled in by, date"), ""


def _people(template: Template, plan: Plan, keys: list[str], cited: Citations) -> Iterator[Block]:
    """Everything that is asked of each practitioner, once: a row each."""
    items = {key: template.items[key] for key in keys}
    columns = person_columns(items)
    if not columns:
        return
    title = _("The practitioners")
    yield Heading(1, title, key="practitioners")
    yield Paragraph(_("A row each. A column is a question, which stands below in its own words."))
    yield from people_tables(columns, plan)
    for key, item in items.items():
        if _is_personal(item):
            yield _question(key, item, plan, cited, PERSONAL)


def _is_personal(item: Item) -> bool:
    """Whether everything it asks is asked of each practitioner."""
    return bool(item.person_parts) and not (item.parts or item.row_parts)


def _areas(template: Template, plan: Plan, keys: list[str], cited: Citations) -> Iterator[Block]:
    for number, area in enumerate(template.areas, 1):
        items = {key: item for key, item in template.items_of(area) if key in keys}
        asked = [key for key, item in items.items() if not _is_personal(item)]
        if not asked:
            continue
        title = f"{number} {template.areas[area].title}"
        yield Heading(1, title, key=f"area-{area}")
        yield Paragraph(template.areas[area].about, "strong")
        yield from (_question(key, items[key], plan, cited, QUESTION) for key in asked)


def _question(key: str, item: Item, plan: Plan, cited: Citations, share: float) -> Pair:
    """What is asked and why it matters at the left, room for the answer at the right."""
    hints = [_(ASKED_OF[item.asked_of])] if item.asked_of in ASKED_OF else []
    hints += [" ".join(words.split()) for words in (item.help, item.personal) if words]
    if item.person_parts and not _is_personal(item):
        hints.append(_("What each practitioner answers stands in the table of the practitioners."))
    why = as_runs(cited.cite(item.why, item.sources))
    matters = Run(_("Why it matters:") + " ", strong=True)
    left: list[Block] = [
        Heading(2, f"{key}  {item.question}", keeps_part=True),
        *([Paragraph(" ".join(hints), "small")] if hints else []),
        Paragraph((matters, *why), "small"),
    ]
    right = tuple(answer_blocks(key, item, plan))
    return Pair(tuple(left), right, (note_block(key, plan),), share, is_ruled=True)


def _ending(
    template: Template, plan: Plan | None, keys: list[str], plan_name: str
) -> Iterator[Block]:
    """The decision, and how all of it gets into the program."""
    _word, *decision = decision_blocks(plan or Plan(), (EMPTY_CONDITION,) * CONDITIONS)
    yield Heading(1, _("The decision"), keeps_part=True, key="decision")
    yield from decision
    words = _(TYPED_NEW) if plan is None else _(TYPED)
    example = keys[0] if keys else "SEL-01"
    said = words.format(plan=plan_name, template=template.id, example=example)
    pieces = said.split("`")
    yield Paragraph(
        tuple(Run(piece, strong=at % 2 == 1) for at, piece in enumerate(pieces)), "small"
    )
