"""What F1 says about the thing under the cursor, the screen it is on, and the keys that work."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widgets import Input, TextArea

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import kind_of
from readiness.i18n.language import N_, _, language
from readiness.tui.commands import WITHOUT_PLAN
from readiness.tui.form.form import form_of
from readiness.tui.keys import area_number, bindings_of, key_words
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.numbers_page import NumbersPage
from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.widgets.why import explained

SECTIONS = {
    "StartScreen": N_("On the start screen"),
    "MapScreen": N_("On the map and on the list of questions"),
    "AreaScreen": N_("Answering"),
    "AreaVisit": N_("Answering"),
    "PeopleScreen": N_("On the list of practitioners"),
    "TodayScreen": N_("Today (o)"),
    "TrendScreen": N_("Today (o)"),
    "ReviewScreen": N_("Fidelity review"),
    "SettleDialog": N_("Fidelity review"),
    "WorkshopScreen": N_("Workshop"),
    "Projector": N_("Workshop"),
    "AgreeDialog": N_("Workshop"),
    "MissingDialog": N_("Workshop"),
    "RatingScreen": N_("Your answers"),
    "HoursScreen": N_("Hours (h)"),
    "PatientsScreen": N_("Patients (e)"),
    "ActionsScreen": N_("Action plan (a)"),
    "EntryScreen": N_("One entry"),
    "CalendarScreen": N_("Calendar (c)"),
    "FlagsScreen": N_("Flags and X-rays (x)"),
    "MonitoringScreen": N_("Monitoring (i)"),
    "DocumentScreen": N_("Document (d)"),
    "VersionsScreen": N_("Versions (v)"),
    "ProgressDialog": N_("Document (d)"),
    "DocumentNotice": N_("Document (d)"),
    "SearchScreen": N_("Search (/ or Ctrl+F)"),
    "ExampleScreen": N_("Worked example (w)"),
    "NewPlanDialog": N_("A new plan"),
    "Details": N_("About this plan (F10)"),
    "OpenPlan": N_("Opening a plan"),
    "AskText": N_("Small questions"),
    "AddPerson": N_("Small questions"),
    "SpreadsheetLook": N_("Small questions"),
    "Choose": N_("Small questions"),
    "ConflictScreen": N_("Two people in one plan"),
    "TourCard": N_("The tour (t)"),
}
"""Each screen to the part of the help that is about it."""

HOW = {
    "choice": N_("Choose one: arrows and Enter, its number, or the letter shown behind it."),
    "choices": N_("Choose one or several: arrows and Space, their numbers, or the letters shown."),
    "text": N_("Type as much as you like. Tab goes on to the next field. Not sure is an answer."),
}
"""How a field is answered where that depends on how it is drawn; else its kind says how."""


def whole_help() -> str:
    """The help in the language spoken now."""
    own = files("readiness.tui") / f"help.{language()}.md"
    text = own if own.is_file() else files("readiness.tui") / "help.md"
    return text.read_text("utf-8").strip()


def sections() -> dict[str, str]:
    """The parts of the help by their headings."""
    found: dict[str, str] = {}
    heading = ""
    for block in whole_help().split("\n\n"):
        first, _line, rest = block.partition("\n")
        if rest and not first.startswith(" ") and not first.endswith("."):
            heading = first
            found[heading] = rest
        elif heading:
            found[heading] += f"\n\n{block}"
    return found


def help_here(app: App[Any], view: View | None) -> str:
    """About the field, the question or the line, about the screen, and the keys."""
    screen = app.screen
    about = _about(screen, view) if view is not None else ""
    did = " ".join(view.did) if view is not None else ""
    heading = _(SECTIONS.get(type(screen).__name__, ""))
    section = sections().get(heading, "")
    section = section and f"{heading}\n{section}"
    told = (did and _("Effect  ") + did, about, section, keys_told(app, view))
    return "\n\n".join(one for one in told if one.strip())


def _about(screen: Screen[Any], view: View) -> str:
    if isinstance(screen, AreaScreen):
        return _question(screen, view)
    part = part_of(screen)
    if part is not None:
        return _field(part)
    if isinstance(screen, Page) and not isinstance(screen, NumbersPage) and screen.lines.key:
        return "\n".join(map(str, screen.detail(view, screen.lines.key)(WIDTH)))
    return ""


SIGNS = ("plus", "slash", "question_mark", "less_than_sign", "greater_than_sign")
"""Keys that write something where a text is typed."""

WIDTH = 74
"""Columns that the help takes at most."""


def _question(screen: AreaScreen, view: View) -> str:
    item = view.template.items[screen.item]
    part = part_of(screen)
    pieces = [f"{screen.item}  {item.question}", item.help, item.personal]
    pieces += [_field(part)] if part is not None else []
    return "\n\n".join([*filter(None, pieces), explained(screen.item, view).plain])


def _field(part: Part) -> str:
    label = ": ".join(filter(None, [part.label, part.hint]))
    kind = kind_of(part)
    how = kind.help() or _(HOW[kind.shape])
    none = _("No means: {none}.").format(none=part.none_label) if part.none_label else ""
    return "\n".join(filter(None, [label, how, none]))


def part_of(screen: Screen[Any]) -> Part | None:
    """How the focused field is answered."""
    form = form_of(screen.focused)
    return None if form is None or form.field is None else form.field.part


def keys_told(app: App[Any], view: View | None) -> str:
    """The keys that work here in words, those of this screen first."""
    own, everywhere, taken = dict[str, list[str]](), dict[str, list[str]](), set[str]()
    at = app.screen.focused or app.screen
    is_typed = isinstance(at, Input | TextArea)
    for node in at.ancestors_with_self:
        for one in bindings_of(type(node)):
            if is_typed and (len(one.key) == 1 or one.key in SIGNS):
                continue
            if node is app and view is None and one.action not in WITHOUT_PLAN:
                continue
            if view is not None and area_number(one.action) > len(view.template.areas):
                continue
            if one.key not in taken:
                taken.add(one.key)
                lines = everywhere if node is app else own
                lines.setdefault(_(one.description), []).append(key_words(one.key))
    blocks = [(_("Keys here"), own), (_("Keys everywhere"), everywhere)]
    return "\n\n".join(
        "\n".join([title, *(f"  {', '.join(keys):<18} {words}" for words, keys in lines.items())])
        for title, lines in blocks
        if lines
    )
