"""The action plan, in the fields that published plans usually lack."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.describe.action import due_words, owner_words, state_words
from readiness.domain.plan.tables import ACTIONS
from readiness.domain.schedule.actions import SOURCES_OF_FIELDS, Action, actions_of, gaps
from readiness.i18n.language import N_, _, n_
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Heading, Paragraph, Table, Words

SAID = N_(
    "Of every 100 strategies in published trials, 59 said when, 52 how much, 9 what it should "
    "change, and 6 why."
)

FIELDS = N_(
    "Each action says who does what, aimed at whom, by when, how much, what it should change, and "
    "why."
)

MOST_IN_BRIEF = 6
"""Actions, and gaps without one, that stand in the brief."""


def action_blocks(context: ReportContext, *, is_brief: bool = False) -> list[Block]:
    """What will be done, and which gaps nobody has taken up."""
    actions = actions_of(context.plan)
    blocks: list[Block] = [Heading(1, _("Action plan"))]
    blocks += [Paragraph(words, "small") for words in _fields(context, is_brief=is_brief)]
    if actions:
        shown = actions[:MOST_IN_BRIEF] if is_brief else actions
        rows = tuple(_row(action) for action in shown)
        header = (
            _("Action"),
            _("What is done, by whom"),
            _("When, how much"),
            _("Aimed at"),
            _("Why"),
            _("State"),
        )
        widths = (0.11, 0.26, 0.16, 0.15, 0.22, 0.1)
        blocks.append(Table(header, rows, widths, _("The actions, by date"), is_dense=True))
        if len(actions) > len(shown):
            words = _("and {count} more actions, see the whole document.").format(
                count=len(actions) - len(shown)
            )
            blocks.append(Paragraph(words, "small"))
    else:
        blocks.append(Paragraph(_("No action is adopted yet.")))
    return [*blocks, *_gaps(context, is_brief=is_brief)]


def _gaps(context: ReportContext, *, is_brief: bool) -> list[Block]:
    """What nobody has taken up; in the whole document flags have their own place."""
    items, left = context.template.items, gaps(context.plan, context.review)
    if not left:
        return []
    head = Heading(2, _("Gaps without an action"))
    if is_brief:
        said = [f"{key} {items[key].short}: {_todo(key, context)}" for key in left[:MOST_IN_BRIEF]]
        more = len(left) - len(said)
        words = _("and {more} more, see the whole document").format(more=more)
        return [head, Bullets((*said, *[words] * (more > 0)))]
    rest = [f"{key} {items[key].short}" for key in left if context.review.items[key].flag is None]
    flags = len(left) - len(rest)
    words = n_(
        "{n} flag; what is proposed stands in the risk register.",
        "{n} flags; what is proposed stands in the risk register.",
        flags,
    )
    said = [words.format(n=flags)] * (flags > 0)
    if rest:
        said.append(_("Open: {items}.").format(items="; ".join(rest)))
    return [head, Bullets(tuple(said))]


def _fields(context: ReportContext, *, is_brief: bool) -> Iterator[Words]:
    """What an action has to say. The brief has no list of sources, so it cites none."""
    for words, source in zip((FIELDS, SAID), SOURCES_OF_FIELDS, strict=True):
        is_cited = not is_brief and source in context.template.references
        if is_cited:
            yield context.cited.cite(_(words), (source,))
        elif words == FIELDS:
            yield _(words)


def _todo(key: str, context: ReportContext) -> str:
    flag = context.review.items[key].flag
    return " ".join((flag.action if flag else context.template.items[key].if_not).split())


def _row(action: Action) -> tuple[Words, ...]:
    why = f"{action.item}: {action.justification}" if action.justification else action.item
    return (
        action.title,
        "\n".join((_said("action", action), _("Who: {actor}").format(actor=owner_words(action)))),
        "\n".join((due_words(action), _said("dose", action))),
        "\n".join((_said("target", action), _named("outcome", action))),
        why or _("not set"),
        state_words(action),
    )


def _said(name: str, action: Action) -> str:
    """A field, under its name only where nothing stands in it."""
    return getattr(action, name) or _named(name, action)


def _named(name: str, action: Action) -> str:
    said = getattr(action, name) or _("not set")
    return f"{ACTIONS.parts[name].label}: {said}"
