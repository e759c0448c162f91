"""Undo where a person types: first what is not in the plan, then the plan's own last change."""

from __future__ import annotations

from textual.widget import Widget


def taken_back(focused: Widget | None) -> bool:
    """Whether the box with the keys took something back that no plan holds.

    In a field of the plan that is what is not understood, in a dialog everything that was typed.
    """
    from readiness.tui.widgets.boxes import LineBox
    from readiness.tui.widgets.field import Field

    field = _field(focused, Field)
    if isinstance(field, Field):
        return field.take_back()
    return isinstance(focused, LineBox) and focused.take_back()


def brought_back(focused: Widget | None) -> bool:
    """Whether a box of a dialog brought something back."""
    from readiness.tui.widgets.boxes import LineBox
    from readiness.tui.widgets.field import Field

    is_plans = _field(focused, Field) is not None
    return not is_plans and isinstance(focused, LineBox) and focused.bring_back()


def _field(focused: Widget | None, kind: type[Widget]) -> Widget | None:
    if focused is None:
        return None
    return next((one for one in focused.ancestors if isinstance(one, kind)), None)
