"""Finding one's way among the stops of a form."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.domain.plan.field_ref import FieldRef
from readiness.tui.form.blocks import Entry, Stop

Key = FieldRef | tuple[str, str]
"""What a stop is known by: the address of its field, or what a line does and to which row."""


def key_of(stop: Stop) -> Key:
    """What a stop is known by while the form changes around it."""
    return stop.field.ref if isinstance(stop, Entry) else (stop.name, stop.row)


def at_ref(stops: Sequence[Stop], wanted: FieldRef) -> int:
    """The first stop at an address, which may leave its part open; else the first of all."""
    found = (
        at
        for at, stop in enumerate(stops)
        if isinstance(stop, Entry) and _is_at(stop.field.ref, wanted)
    )
    return next(found, 0)


def next_place(held: Key, before: Sequence[Key], after: Sequence[Key]) -> int:
    """Where the pen goes on when other stops are there: a new row, else where it was.

    A line that does something, such as the one to the practitioners, gives way to what it brought.
    """
    new = [key for key in after if isinstance(key, FieldRef) and key not in before]
    has_new_row = any(key.row is not None for key in new)
    if new and (has_new_row or not isinstance(held, FieldRef)):
        return after.index(new[0])
    return after.index(held) if held in after else min(before.index(held), len(after) - 1)


def _is_at(ref: FieldRef, wanted: FieldRef) -> bool:
    is_row = wanted.row in (None, ref.row)
    is_person = wanted.person in (None, ref.person)
    is_part = ref.part == wanted.part or (not wanted.part and bool(wanted.row or wanted.person))
    return is_part and is_row and is_person
