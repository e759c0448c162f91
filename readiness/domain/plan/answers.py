"""An item's answer in words, for pages, lists and the terminal."""

from collections.abc import Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import Value
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _


def answer_lines(template: Template, item_id: str, plan: Plan) -> list[str]:
    """What was said about an item, such as "Minutes: 45", in the order of its fields.

    Empty for an unanswered item. Rows and practitioners come one line each.
    """
    item, answer = template.items[item_id], plan.answer(item_id)
    lines = _part_lines(item, answer.parts)
    for row, fields in answer.filled.items():
        said = _joined(item.row_parts, fields)
        lines.append(_labelled(f"{item.row_name.capitalize()} {row}", said))
    for who, person in plan.people.items():
        own = {name: person.parts[name] for name in item.person_parts if name in person.parts}
        if own:
            lines.append(_labelled(who, _joined(item.person_parts, own)))
    return lines


def _part_lines(item: Item, given: Mapping[str, Value]) -> list[str]:
    lines = []
    if "value" in given and "value" not in item.parts:
        word = given["value"]
        stand_in = item.person_parts.get(item.everyone_part or "")
        label = _("Everyone") if stand_in else ""
        said = value_words(stand_in or Part(kind="ynp"), word, item.no_label)
        lines.append(_labelled(label, said))
    for name, part in item.parts.items():
        if name in given:
            lines.append(_labelled(part.label, value_words(part, given[name], item.no_label)))
    return lines


def _joined(parts: Mapping[str, Part], given: Mapping[str, Value]) -> str:
    pairs = [(part, given[name]) for name, part in parts.items() if name in given]
    if len(pairs) == 1:
        return value_words(*pairs[0])
    return "; ".join(f"{part.label}: {value_words(part, said)}" for part, said in pairs)


def _labelled(label: str, words: str) -> str:
    return f"{label}: {words}" if label else words
