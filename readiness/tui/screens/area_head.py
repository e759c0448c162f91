"""The head of an area: its name, its squares, what they come to, and where the person is in it."""

from __future__ import annotations

from textual.content import Content

from readiness.describe.state import counted, squares
from readiness.i18n.language import _, n_
from readiness.tui.plain import joined, plain
from readiness.tui.states import counts, squares_of
from readiness.tui.view import View

AROUND = 5
"""Columns of the head around its words."""


def head_of(area: str, item: str, keys: list[str], view: View, width: int) -> tuple[Content, str]:
    """The head for a question of an area, and the place in it, both as long as the width allows.

    `keys` are the questions that the list of the area shows.
    """
    state, number = view.review.areas[area], list(view.template.areas).index(area)
    name = f"{number + 1} {view.template.areas[area].title}"
    title = name + (_(" (short form)") if state.left_out else "")
    asked = [view.review.items[key] for key in keys]
    marks = squares_of(one for one, _key in squares(asked))
    said = _("{number} of {count}   {answered} answered").format(
        number=keys.index(item) + 1, count=len(keys), answered=state.answered
    )
    short, words = said.split("   ")[0], ""
    if state.left_out:
        words = n_("{n} not asked", "{n} not asked", state.left_out).format(n=state.left_out)
        words = f", {words}"
    head = joined(plain(title, "bold"), "  ", marks)
    least = joined(plain(name, "bold"), "  ", marks)
    # "6 not asked" tells of the short form too; a square that is cut tells nothing.
    place = f"{said}{words}"
    ways = (
        (joined(head, "  ", counts(counted(asked))), place),
        (head, place),
        (least, place),
        (least, f"{short}{words}"),
        (least, short),
    )
    return next(
        (one for one in ways if one[0].cell_length + len(one[1]) + AROUND <= width), ways[-1]
    )
