"""The action plan: what will be done about a gap, by whom and when, and what is still missing.

The fields are those that Proctor 2013 asks of a strategy: name, actor, action, target, when, dose,
outcome affected, justification.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.checklist.limits import Assumption
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import Value
from readiness.domain.memo import memo
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import ACTIONS, DONE, DROPPED, OPEN, date_of, settled_of, text_of
from readiness.domain.record import Record
from readiness.domain.rules.review import ItemReview, Review
from readiness.i18n.language import _

ASKED = ("name", "actor", "action", "target", "when", "dose", "outcome", "justification")
"""The fields that a whole action has."""

SOURCES_OF_FIELDS = ("proctor-2013", "review-2021")
"""The sources that ask for these fields, and that found most of them missing; a template may not
list them."""

INITIALS = 4
"""Letters that a person's initials have in a list of authors, at the most."""

_TURN = {OPEN: 0, DONE: 1, DROPPED: 2}


class Action(Record, kw_only=False):
    """One action as it stands in the plan."""

    key: str
    name: str
    actor: str
    action: str
    target: str
    when: date | None
    dose: str
    outcome: str
    justification: str
    item: str
    state: str
    """To do (open), done or dropped."""
    reason: str
    done_on: date | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that are still empty, by their labels; none are demanded."""
        return tuple(ACTIONS.parts[name].label for name in ASKED if not getattr(self, name))

    @property
    def title(self) -> str:
        """Its name, else what is done."""
        return self.name or self.action or _("action {key}").format(key=self.key)


def action_of(key: str, fields: Mapping[str, Value]) -> Action:
    """An action from its fields."""
    said = fields.get("state")
    words = {name: text_of(fields, name) for name in ("name", "item")}
    words |= {name: settled_of(fields, name) for name in (*ASKED[1:], "reason") if name != "when"}
    return Action(
        key=key,
        when=date_of(fields, "when"),
        done_on=date_of(fields, "done_on"),
        state=str(said) if said in _TURN else OPEN,
        **words,
    )


def actions_of(plan: Plan) -> list[Action]:
    """All actions: those to do by their date, undated ones last; then done, then dropped."""
    return list(_in_turn(plan.actions))


@memo
def _in_turn(actions: Mapping[str, Mapping[str, Value]]) -> tuple[Action, ...]:
    found = [action_of(key, fields) for key, fields in actions.items()]
    return tuple(sorted(found, key=lambda one: (_TURN[one.state], one.when or date.max)))


def actions_for(plan: Plan, item: str) -> list[Action]:
    """The actions that come from an item."""
    return [action for action in actions_of(plan) if action.item == item]


def proposal(item: str, template: Template, review: Review) -> dict[str, Value]:
    """What the program proposes to do about an item: what its flag says, else the item itself.

    Who, when and how much are the service's to say and are left out.
    """
    asked, flag = template.items[item], review.items[item].flag
    why = flag.why if flag else asked.why
    cited = cited_words(flag.sources if flag else asked.sources, template)
    fields = {
        "name": asked.short,
        "action": flag.action if flag else asked.if_not,
        "target": asked.target,
        "outcome": asked.outcome,
        "justification": f"{' '.join(why.split())} ({cited})",
        "item": item,
    }
    return {name: " ".join(words.split()) for name, words in fields.items() if words}


def adopting(plan: Plan, item: str, template: Template, review: Review) -> Plan:
    """A copy in which the action proposed for an item stands in the action plan."""
    return plan.entering("actions", plan.new_entry("actions"), proposal(item, template, review))


def finishing(plan: Plan, key: str, on: date) -> Plan:
    """A copy in which an action is done."""
    return plan.entering("actions", key, {"state": DONE, "done_on": on})


def dropping(plan: Plan, key: str, reason: str) -> Plan:
    """A copy in which an action is dropped, and why."""
    return plan.entering("actions", key, {"state": DROPPED, "reason": reason, "done_on": None})


def reopening(plan: Plan, key: str) -> Plan:
    """A copy in which an action is to be done again."""
    return plan.entering("actions", key, {"state": None, "done_on": None})


def cited_words(keys: tuple[str, ...], template: Template) -> str:
    """Sources by first author and year, or the word that it is our default."""
    known = [template.references[key] for key in keys if key in template.references]
    undated = _("undated")
    named = (f"{_first_author(one.authors)} {one.year or undated}" for one in known)
    return "; ".join(named) if known else _("our default")


def _first_author(authors: str) -> str:
    """The first author's family name, or an institution: its short name where that leads."""
    words = authors.partition(",")[0].partition(" (")[0].split()
    # "Wiltsey Stirman S": a person's name ends where the initials begin; an institution has none.
    end = next(
        (at for at, word in enumerate(words) if at and word.isupper() and len(word) <= INITIALS),
        len(words),
    )
    return " ".join(words[:end])


def basis_words(one: Assumption, template: Template) -> str:
    """Where a number comes from; our default where no source stands behind it."""
    if one.value is None:
        return _("not measured for this practice")
    if not one.is_our_default:
        return f"{one.basis} ({cited_words(one.sources, template)})".strip()
    default = _("our default")
    if not one.basis or one.basis.startswith(default):
        return one.basis or default
    return f"{default}: {one.basis}"


def gaps(plan: Plan, review: Review) -> list[str]:
    """Items that are asked and open, or flagged, and have no action yet; gravest first."""
    covered = {action.item for action in actions_of(plan) if action.state != DROPPED}
    found = [
        key
        for key, state in review.items.items()
        if key not in covered
        and state.counts
        and (state.status in ("open", "red", "partly") or state.flag)
    ]
    return sorted(found, key=lambda key: _gravity(review.items[key]))


def _gravity(state: ItemReview) -> int:
    if state.flag is not None:
        return 0 if state.flag.severity == "red" else 1
    return 2 if state.status == "open" else 3
