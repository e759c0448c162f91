"""What stands beside a question: its flag, why it matters, what counts as ready, what to do."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

from textual.content import Content

from readiness.describe.flag import flag_name, sign
from readiness.describe.question import reasons
from readiness.describe.state import sign_of, word_of
from readiness.domain.rules.flags import Flag
from readiness.i18n.language import _
from readiness.tui.plain import joined, plain
from readiness.tui.view import View
from readiness.tui.widgets.action_line import action_line
from readiness.tui.widgets.words import SteadyText

STATE_LINES = 2
"""Lines that are kept for what answers did, where they did anything."""

FITS = 130
"""Characters of a flag's sentence that stand under the question in full, at 80 columns."""


class Why(SteadyText):
    """The reasons behind the question and its flag; `whole` adds its state and what answers did."""

    DEFAULT_CSS = """
    Why { height: auto; }
    """

    def __init__(self, item: str, view: View, *, whole: bool) -> None:
        """Explain an item; nothing yet where it is empty."""
        super().__init__()
        self._whole = whole
        if item:
            self.show(item, view)

    def show(self, item: str, view: View) -> None:
        """Explain an item, or another state of it."""
        did: list[Content | str] = []
        if self._whole and view.did:
            did = [effect(" ".join(view.did)), "\n\n"]
        self.say(joined(*did, explained(item, view, whole=self._whole)))


class Did(SteadyText):
    """What the answers given here did: flags, hours, dates. Always as high, so nothing jumps."""

    DEFAULT_CSS = """
    Did { height: 2; padding: 0 1; background: $boost; }
    """
    _state = Content("")
    _did: tuple[str, ...] = ()

    def show(self, view: View) -> None:
        """Say it; nothing where nothing follows."""
        self._did = view.did
        self._fit()

    def on_resize(self) -> None:
        """Say as much as there is room for now."""
        self._fit()

    def _fit(self) -> None:
        size = self.content_size
        self.say(fitted(self._state, self._did, size.width, size.height), moves=False)


class Consequence(Did):
    """Under the question, what the answer means now, and what it did."""

    DEFAULT_CSS = """
    Consequence { height: 4; }
    """

    def show_item(self, item: str, view: View) -> None:
        """Say it for an item."""
        self._state = consequence(item, view)
        self.show(view)


def fitted(state: Content, did: tuple[str, ...], width: int, height: int) -> Content:
    """A state and under it what was done, as far as there is room; F1 tells the rest."""
    if not did:
        return state
    head, said = _("Effect  "), " ".join(did)
    if width and height:
        over = _cut(state.plain, width, max(height - STATE_LINES, 1))
        state = plain(over, "bold") if over != state.plain else state
        room = height - len(wrap(state.plain, width))
        said = _cut(head + said, width, room)[len(head) :]
    start: list[Content | str] = [state, "\n"] if state.plain else []
    return joined(*start, effect(said))


def effect(did: str) -> Content:
    """What answers did, in words, under its heading."""
    return joined(plain(_("Effect  "), "bold"), did)


def _cut(text: str, width: int, height: int) -> str:
    """A text as far as so many lines hold it."""
    more, lines = _("(F1: more)"), wrap(text, width)
    if len(lines) <= height:
        return text
    *first, last = lines[:height]
    return " ".join([*first, last[: width - len(more) - 1].rpartition(" ")[0], more])


def consequence(key: str, view: View, *, whole: bool = True) -> Content:
    """The item's state as sign and word; `whole` with what it says.

    That is its flag's sentence, why it does not apply, or what it takes to be ready.
    """
    state, answer = view.review.items[key], view.plan.answer(key)
    says = answer.reason if state.flag is None else state.flag.says
    if whole and not says and state.answered and state.status in ("partly", "open"):
        words = _("ready when: {ready_when}").format(ready_when=view.template.items[key].ready_when)
        return joined(plain(f"{sign_of(state)} {word_of(state)}, ", "bold"), words)
    says = f": {says}" if says else ""
    return plain(f"{sign_of(state)} {word_of(state)}{says}", "bold" if says else "dim")


def explained(key: str, view: View, *, whole: bool) -> Content:
    """Everything about an item in words; `whole` says how it stands even where no flag is up."""
    item, state = view.template.items[key], view.review.items[key]
    pieces: list[Content | str] = []
    if state.flag is not None:
        pieces += [*_flag(state.flag, whole=whole), "\n"]
    elif whole:
        pieces += [consequence(key, view, whole=False), "\n\n"]
    pieces += _action(key, view)
    told = reasons(item, view.template, state.flag)
    for one, after in zip_longest(told, told[1:]):
        if one.is_minor:
            pieces.append(plain(one.line, "dim"))
        else:
            pieces += [labelled(one.label), one.text]
        if after is not None:
            pieces.append("\n" if after.is_minor else "\n\n")
    return joined(*pieces)


def labelled(label: str) -> Content:
    """A label before its words."""
    return plain(f"{label}  ", "bold")


def _action(key: str, view: View) -> list[Content | str]:
    words = action_line(key, view)
    return [labelled(_("Action")), words, "\n\n"] if words else []


def _flag(flag: Flag, *, whole: bool) -> list[Content | str]:
    """What a flag rests on and what to do; its sentence only where it is not said in full."""
    name = f"{sign(flag)} {flag_name(flag)}"
    found: list[Content | str] = [plain(_("Rests on"), "bold"), "\n"]
    if whole or len(flag.says) > FITS:
        found = [plain(f"{name}  ", "bold"), flag.says, "\n"]
    elif not flag.inputs and not flag.defaults:
        found = []
    for one in flag.inputs:
        found += [plain(f"  {one.name}: {one.words}\n", "dim")]
    for words in flag.defaults:
        found += [plain(f"  {words}\n", "dim")]
    return [*found, labelled(_("What to do")), flag.action, "\n"]
