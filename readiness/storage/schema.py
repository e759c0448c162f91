"""The JSON Schema of a plan file, so that an editor can complete and check it."""

import ast
import inspect
import itertools
import json
import textwrap
from collections.abc import Mapping
from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO, NOT_SURE, STANDING_WORDS
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import PEOPLE
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import Record
from readiness.i18n.language import _

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema(template: Template) -> dict[str, Any]:
    """The schema of plans of a template: the particulars of every plan, and each item's fields."""
    about = _documented(Plan)
    whole = Plan.model_json_schema()
    properties = {
        name: {**field, "description": about.get(name, "")}
        for name, field in whole["properties"].items()
    }
    asked = template.person_parts().items()
    people = {name: _part(part, template.items[key].question) for name, (key, part) in asked}
    people |= {name: _part(part, part.label) for name, part in PEOPLE.parts.items()}
    properties["people"] = {
        "type": "object",
        "description": properties["people"]["description"],
        "additionalProperties": _object({"role": {"type": "string"}, **people}),
    }
    answers = {key: _item(item) for key, item in template.items.items()}
    properties["answers"] = {
        **_object(answers),
        "description": properties["answers"]["description"],
    }
    for name, table in TABLES.items():
        entry = _object({key: _part(part, part.label) for key, part in table.parts.items()})
        if table.row_parts:
            rows = {key: _part(part, part.label) for key, part in table.row_parts.items()}
            score = {"type": "number", "description": _("What a rater scored, by initials")}
            inner_rows = {**_object(rows), "additionalProperties": score}
            entry["properties"]["rows"] = {"type": "object", "additionalProperties": inner_rows}
        properties[name] = {
            "type": "object",
            "description": properties[name]["description"],
            "additionalProperties": entry,
        }
    del properties["scores"]
    used = json.dumps(properties)
    inner = {name: one for name, one in whole["$defs"].items() if f'"#/$defs/{name}"' in used}
    return {
        "$schema": DRAFT,
        "title": _("A plan of the template {id}").format(id=template.id),
        "type": "object",
        "required": ["format", "template"],
        "properties": properties,
        "$defs": inner,
    }


def _documented(model: type[Record]) -> dict[str, str]:
    """What stands below each field of a model: pydantic would read it at every start."""
    body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    lines = body.body if isinstance(body, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in itertools.pairwise(lines)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties)}


def _item(item: Item) -> dict[str, Any]:
    fields = {name: _part(part, item.question) for name, part in item.parts.items()}
    if "value" in fields:
        fields["value"]["anyOf"].append({"const": _("not applicable")})
    else:
        words = {"enum": list(STANDING_WORDS)}
        everyone = item.person_parts.get(item.everyone_part or "")
        same = [_part(everyone, item.question)] if everyone else []
        about = _("The answer of the item as a whole") + (_(", for everyone") if everyone else "")
        fields["value"] = {"description": about, "anyOf": [words, *same]}
    fields["note"] = {"type": "string", "description": _("A note in your own words")}
    fields["reason"] = {"type": "string", "description": _("Why it is not applicable")}
    if item.row_parts:
        row = _object({name: _part(part, item.question) for name, part in item.row_parts.items()})
        fields["rows"] = {
            "type": "object",
            "description": _("One table for each {row_name}, named 1, 2, 3 ...").format(
                row_name=item.row_name
            ),
            "additionalProperties": row,
        }
    return {**_object(fields), "title": item.short, "description": item.question}


def _part(part: Part, question: str) -> dict[str, Any]:
    own = kind_of(part).schema(part)
    about = part.label or question
    unit = f" ({part.unit})" if part.unit else ""
    return {"description": f"{about}{unit}", "anyOf": [own, {"enum": [NO, NOT_SURE]}]}
