"""What stands beside a question: its flag, why it matters, what counts as ready, what to do."""

from __future__ import annotations

from textual.content import Content

from readiness.core.asked.template import Item, Template
from readiness.core.judged.flags import Flag
from readiness.core.judged.review import sign_of, word_of
from readiness.core.told.telling import DRIVERS
from readiness.core.wording.language import _
from readiness.tui.plain import joined, plain
from readiness.tui.view import View
from readiness.tui.widgets.action_line import action_words
from readiness.tui.widgets.words import Words

FITS = 130
"""Characters of a flag's sentence that stand under the question in full, at 80 columns."""


class Why(Words):
    """The reasons behind the question and its flag; `whole` adds its state."""

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
        self.say(explained(item, view, whole=self._whole))


class Consequence(Words):
    """Under the question, what the answer means now; always as high, so that nothing jumps."""

    DEFAULT_CSS = """
    Consequence { height: 3; padding: 0 1; background: $boost; }
    """

    def show(self, item: str, view: View) -> None:
        """Say it for an item."""
        self.say(consequence(item, view), moves=False)


class Did(Words):
    """What the answers given here did: flags, hours, dates. Always as high, so nothing jumps."""

    DEFAULT_CSS = """
    Did { height: 2; padding: 0 1; background: $boost; }
    """

    def show(self, view: View) -> None:
        """Say it; nothing where nothing follows."""
        head = plain(_("Effect  "), "bold")
        self.say(joined(head, " ".join(view.did)) if view.did else Content(""), moves=False)


def consequence(key: str, view: View) -> Content:
    """The item's state as sign and word, and its flag's sentence or why it does not apply."""
    state = view.review.items[key]
    reason = view.plan.answer(key).reason
    says = state.flag.says if state.flag is not None else reason
    says = f": {says}" if says else ""
    return plain(f"{sign_of(state)} {word_of(state)}{says}", "bold" if says else "dim")


def explained(key: str, view: View, *, whole: bool) -> Content:
    """Everything about an item in words; `whole` says how it stands even where no flag is up."""
    item, state = view.template.items[key], view.review.items[key]
    pieces: list[Content | str] = []
    if state.flag is not None:
        pieces += [*_flag(state.flag, whole=whole), "\n"]
    elif whole:
        pieces += [consequence(key, view), "\n\n"]
    pieces += _action(key, view)
    pieces += [plain(_("Why  "), "bold"), item.why, "\n"]
    pieces += [plain(sources(item.sources, view.template), "dim"), "\n\n"]
    pieces += [plain(_("Ready when  "), "bold"), item.ready_when, "\n\n"]
    pieces += [plain(_("If not  "), "bold"), item.if_not, "\n\n"]
    pieces += [plain(_place(item, view.template), "dim")]
    return joined(*pieces)


def _action(key: str, view: View) -> list[Content | str]:
    words = action_words(key, view)
    return [plain(_("Action  "), "bold"), words, "\n"] if words else []


def _flag(flag: Flag, *, whole: bool) -> list[Content | str]:
    """What a flag rests on and what to do; its sentence only where it is not said in full."""
    name = _("! red flag") if flag.severity == "red" else _("^ amber flag")
    found: list[Content | str] = [plain(_("The flag rests on"), "bold"), "\n"]
    if whole or len(flag.says) > FITS:
        found = [plain(f"{name}  ", "bold"), flag.says, "\n"]
    elif not flag.inputs and not flag.defaults:
        found = []
    for one in flag.inputs:
        found += [plain(f"  {one.name}: {one.words}\n", "dim")]
    for words in flag.defaults:
        found += [plain(f"  {words}\n", "dim")]
    return [*found, plain(_("What to do  "), "bold"), flag.action, "\n"]


def sources(keys: tuple[str, ...], template: Template) -> str:
    """Short citations, or the word that it is our default."""
    if not keys:
        return _("Our default: no source stands behind it.")
    found = [template.references[key] for key in keys if key in template.references]
    undated = _("undated")
    return _("Source: ") + "; ".join(
        f"{one.authors.split(',')[0]} {one.year or undated}" for one in found
    )


def _place(item: Item, template: Template) -> str:
    theme = template.themes.get(item.theme)
    return _("Driver: {driver}.").format(driver=DRIVERS[item.driver]) + (
        _(" Theme of the study: {theme}.").format(theme=theme) if theme else ""
    )
