"""What a workshop may show, for programs; nothing else of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from readiness.app.operations.workshop import Room
from readiness.domain.ratings.counts import Counts
from readiness.domain.ratings.view import ShownQuestion, ThenAndNow


def shown_json(room: Room, found: list[ShownQuestion]) -> dict[str, object]:
    """What may be shown, for programs."""
    workshop = room.workshop
    return {
        "format": 1,
        "workshop": workshop.id,
        "took_part": workshop.took_part,
        "questions": [
            {
                "id": one.item,
                "answered": one.answered,
                "groups": {name: _counts(counts) for name, counts in one.groups.items()},
                "first_vote": {name: _counts(counts) for name, counts in one.first.items()},
                "word": one.staff.word if one.groups else None,
                "steps": one.staff.steps if one.groups else None,
                "gap": one.gap,
                "band": one.band,
                "moved": list(one.moved) if one.moved else None,
                "notes": list(one.notes),
            }
            for one in found
        ],
        "agreed": {item: one.model_dump() for item, one in workshop.agreed.items()},
        "parked": list(workshop.parked),
    }


def _counts(counts: Counts) -> dict[str, int]:
    beside = {"not sure": counts.unsure, "not applicable": counts.inapplicable}
    return {**counts.said, **beside}


def sides_json(found: Mapping[str, Sequence[ThenAndNow]]) -> dict[str, object]:
    """Two workshops side by side."""
    sides = {
        item: [
            {"group": one.group, "then": _counts(one.then), "now": _counts(one.now)}
            for one in those
        ]
        for item, those in found.items()
    }
    return {"format": 1, "questions": sides}


def as_text(found: Mapping[str, object]) -> str:
    """JSON with its letters as they are."""
    return json.dumps(found, indent=2, ensure_ascii=False)
