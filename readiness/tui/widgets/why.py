"""What stands beside a question: its flag, why it matters, what counts as ready, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from readiness.describe.action import actions_about
from readiness.describe.flag import flag_name, sign
from readiness.describe.question import reasons
from readiness.describe.state import sign_of, state_of, word_of
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import gaps
from readiness.i18n.language import _
from readiness.tui.commands import command_key
from readiness.tui.line_text import joined, plain
from readiness.tui.states import chip
from readiness.tui.view import View
from readiness.tui.widgets.boxes import FRAME, Rows


def adopting() -> str:
    """Which keys adopt the action that is proposed for a question, in a sentence."""
    words = _("none to do yet. {key} (or {other}) adopts the one proposed here.")
    return words.format(key=command_key("adopt"), other=command_key("adopt", is_typing=True))


def action_line(item: str, view: View, adopt: str) -> str:
    """The actions for an item, a line each; what adopts one (`adopting`) where there is none."""
    lines = list(actions_about(item, view.plan))
    if item in gaps(view.plan, view.review):
        lines.append(adopt)
    return "\n".join(lines)


NAMES, FEWEST = 12, 20
"""Columns of the names of what is said, in a low window, and of what is said at least."""

MORE = " .."
"""What a row ends with that more follows, out of sight: F1 says it, and the wheel shows it."""

Said = list[tuple[Content, Content]]
"""What is said, each with its name."""


class Why(Rows):
    """What a question means as it is answered: its state, what answers did, what to do, and why."""

    DEFAULT_CSS = f"""
    Why {{ {FRAME} padding: 0 1; scrollbar-size-vertical: 1; }}
    """
    _about: tuple[str, View, bool] | None = None
    _rows: Sequence[Content] = ()
    _adopt = ""

    def on_mount(self) -> None:
        """Name the keys once: they stay the same while the screen stands."""
        self._adopt = adopting()

    def show(self, item: str, view: View, *, is_wide: bool) -> None:
        """Explain an item, or another state of it."""
        self._about = (item, view, is_wide)
        self._put()

    def on_resize(self) -> None:
        """Break the words to the new width."""
        self._put()

    def _put(self) -> None:
        width = self.scrollable_content_region.width
        if self._about is None or not width:
            return
        item, view, is_wide = self._about
        said = meaning(item, view, self._adopt, tells=is_wide)
        rows = _under(said).wrap(width) if is_wide else _beside(said, width)
        if rows != self._rows:
            self._rows = rows
            self.begin_rows(len(rows))

    def row(self, number: int) -> Content:
        """A row as it was broken; the last one that is seen says where it goes on below."""
        row, last = self._rows[number], round(self.scroll_offset.y) + self.size.height - 1
        if number != last or number == len(self._rows) - 1:
            return row
        room = self.scrollable_content_region.width - len(MORE)
        return joined(row.rstrip().truncate(room), plain(MORE, "$text-muted"))


def meaning(key: str, view: View, adopt: str, *, tells: bool) -> Said:
    """What a question means as it is answered, the most important first.

    `adopt` says which keys adopt an action. `tells` says what answers did as well; in a low window
    the message line does.
    """
    item, state = view.template.items[key], view.review.items[key]
    found = [(chip(state_of(state)), consequence(key, view))]
    if view.did and tells:
        found.append((plain(_("Effect"), "bold"), plain(" ".join(view.did))))
    flag, rest = state.flag, []
    if flag is not None:
        rest.append((_("What to do"), flag.action))
    rest.append((_("Action"), action_line(key, view, adopt)))
    rest.append((_("About people"), item.personal))
    told = [
        one
        for one in reasons(item, view.template, flag)
        if one.text != item.ready_when or not _lacks(key, view)
    ]
    rest += [
        ("" if one.is_minor else one.label, one.line if one.is_minor else one.text) for one in told
    ]
    if flag is not None:
        rest.append((_("Rests on"), _rests_on(flag)))
    return [*found, *((plain(name, "bold"), plain(words)) for name, words in rest if words)]


def meaning_told(key: str, view: View) -> Content:
    """What `meaning` says of a question as one text, each name above what it is about."""
    title = view.template.items[key].question
    return joined(plain(title, "bold"), "\n\n", _under(meaning(key, view, adopting(), tells=True)))


def _rests_on(flag: Flag) -> str:
    return "; ".join([*(f"{one.name}: {one.words}" for one in flag.inputs), *flag.defaults])


def _under(said: Said) -> Content:
    """Each name above what it is about, where there is height."""
    pieces: list[Content | str] = []
    for name, words in said:
        pieces += ["\n\n" if pieces and name.plain else "\n" if pieces else ""]
        pieces += [name, "\n"] if name.plain and words.plain else [name]
        pieces.append(words)
    return joined(*pieces)


def _beside(said: Said, width: int) -> list[Content]:
    """Each name to the left of what it is about, where there is width."""
    rows: list[Content] = []
    for name, words in said:
        wide = max(NAMES, name.cell_length + 1)
        broken = words.wrap(max(width - wide, FEWEST)) if words.plain else [words]
        for number, row in enumerate(broken):
            left = name if number == 0 else Content("")
            rows.append(joined(left, " " * (wide - left.cell_length), row))
    return rows


def consequence(key: str, view: View) -> Content:
    """What an item's state says: its flag's sentence, why it does not apply, or what is missing."""
    state, answer = view.review.items[key], view.plan.answer(key)
    says = answer.reason if state.flag is None else state.flag.says
    if not says and _lacks(key, view):
        says = _("ready when: {ready_when}").format(ready_when=view.template.items[key].ready_when)
    return plain(says, "bold" if state.flag else "")


def _lacks(key: str, view: View) -> bool:
    """Whether an answer is there that is not ready, and no flag says why."""
    state = view.review.items[key]
    return state.flag is None and state.answered and state.status in ("partly", "open")


def explained(key: str, view: View) -> Content:
    """Everything about an item in words, for the help."""
    item, state = view.template.items[key], view.review.items[key]
    flag = state.flag
    pieces: list[Content | str] = [f"{sign_of(state)} {word_of(state)}\n"]
    if flag is not None:
        pieces = [plain(f"{sign(flag)} {flag_name(flag)}  ", "bold"), flag.says, "\n"]
        pieces += [f"  {one.name}: {one.words}\n" for one in flag.inputs]
        pieces += [f"  {words}\n" for words in flag.defaults]
        pieces += [plain(_("What to do") + "  ", "bold"), flag.action, "\n"]
    words = action_line(key, view, adopting())
    pieces += ["\n", plain(_("Action") + "  ", "bold"), words, "\n"] if words else []
    for one in reasons(item, view.template, flag):
        is_named = not one.is_minor
        pieces.append("\n\n" if is_named else "\n")
        pieces += [plain(f"{one.label}  ", "bold"), one.text] if is_named else [one.line]
    return joined(*pieces)
