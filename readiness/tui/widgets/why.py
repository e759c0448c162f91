"""What stands beside a question: its flag, why it matters, what counts as ready, what to do."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from readiness.core.flags import Flag
from readiness.core.review import sign_of, word_of
from readiness.core.template import Item, Template
from readiness.tui.plain import joined, plain
from readiness.tui.view import View
from readiness.tui.widgets.action_line import action_words


class Why(Static):
    """The consequence of the current answer and the reasons behind the question."""

    DEFAULT_CSS = """
    Why { height: auto; padding: 1 0 0 0; border-top: solid $border-blurred; }
    """

    def __init__(self, item: str, view: View) -> None:
        """Explain an item."""
        super().__init__(explained(item, view))
        self._item = item

    def show(self, view: View) -> None:
        """Explain it again for another state of the plan."""
        self.update(explained(self._item, view))


class Consequence(Static):
    """In one line under the question, what the answer means now."""

    DEFAULT_CSS = """
    Consequence { height: auto; margin-bottom: 1; }
    """

    def __init__(self, item: str, view: View) -> None:
        """Say it for an item."""
        super().__init__(consequence(item, view))
        self._item = item

    def show(self, view: View) -> None:
        """Say it again for another state of the plan."""
        self.update(consequence(self._item, view))


def consequence(key: str, view: View) -> Content:
    """The item's state as sign and word, and its flag's sentence."""
    state = view.review.items[key]
    says = f": {state.flag.says}" if state.flag is not None else ""
    return plain(f"{sign_of(state)} {word_of(state)}{says}", "bold" if says else "dim")


def explained(key: str, view: View) -> Content:
    """Everything about an item in words."""
    item, state = view.template.items[key], view.review.items[key]
    pieces: list[Content | str] = [plain(f"{sign_of(state)} {word_of(state)}", "bold"), "\n"]
    if state.flag is not None:
        pieces += _flag(state.flag)
    pieces += _action(key, view)
    pieces += [plain("Why  ", "bold"), item.why, "\n"]
    pieces += [plain(sources(item.sources, view.template), "dim"), "\n"]
    pieces += [plain("Ready when  ", "bold"), item.ready_when, "\n"]
    pieces += [plain("If not  ", "bold"), item.if_not, "\n"]
    pieces += [plain(_place(item, view.template), "dim")]
    return joined(*pieces)


def _action(key: str, view: View) -> list[Content | str]:
    words = action_words(key, view)
    return [plain("Action  ", "bold"), words, "\n"] if words else []


def _flag(flag: Flag) -> list[Content | str]:
    name = "Red flag" if flag.severity == "red" else "Amber flag"
    found: list[Content | str] = [plain(f"{name}  ", "bold"), flag.says, "\n"]
    for one in flag.inputs:
        found += [plain(f"  {one.name}: {one.words}\n", "dim")]
    for words in flag.defaults:
        found += [plain(f"  {words}\n", "dim")]
    return [*found, plain("What to do  ", "bold"), flag.action, "\n"]


def sources(keys: tuple[str, ...], template: Template) -> str:
    """Short citations, or the word that it is our default."""
    if not keys:
        return "Our default: no source stands behind it."
    found = [template.references[key] for key in keys if key in template.references]
    return "Source: " + "; ".join(
        f"{one.authors.split(',')[0]} {one.year or 'undated'}" for one in found
    )


def _place(item: Item, template: Template) -> str:
    theme = template.themes.get(item.theme)
    return f"Driver: {item.driver}." + (f" Theme of the study: {theme}." if theme else "")
