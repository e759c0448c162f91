"""Every command of the program, once: its keys, its name, what it is, and whether it needs a plan.

Keys, palette, help and the bottom lines of the screens come from this table. What a command does is
bound in `app`; those of one screen alone stand in that screen.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from textual.binding import Binding
from textual.screen import Screen

from readiness.i18n.language import N_
from readiness.tui.keys import Key, first_key

CATALOGUE: dict[str, tuple[str, str, str]] = {
    "today": ("o", N_("Today: what is due after the start"), "TodayScreen"),
    "hours": ("h", N_("Hours needed and freed"), "HoursScreen"),
    "patients": ("e", N_("Patients"), "PatientsScreen"),
    "monitoring": ("i", N_("Monitoring"), "MonitoringScreen"),
    "actions": ("a", N_("Action plan"), "ActionsScreen"),
    "calendar": ("c", N_("Calendar"), "CalendarScreen"),
    "flags": ("x", N_("Flags and X-rays"), "FlagsScreen"),
    "document": ("d", N_("Document"), "DocumentScreen"),
    "versions": ("v", N_("Versions: earlier ones and copies"), "VersionsScreen"),
}
"""Name of each screen, which is its module's, to its key, title and class."""


def screen_of(name: str) -> type[Screen[None]]:
    """The class of a screen; loaded only now, so that the program's first screen comes sooner."""
    module = importlib.import_module(f"readiness.tui.screens.{name}")
    found: type[Screen[None]] = getattr(module, CATALOGUE[name][2])
    return found


@dataclass(frozen=True)
class Command:
    """One thing that a person can have done anywhere in the program."""

    action: str
    """What Textual calls it."""
    name: str
    tooltip: str
    keys: str = ""
    """As Textual calls them, with commas between; without one it stands in the palette alone."""
    needs_plan: bool = True
    has_priority: bool = False
    """Whether its key does this even where it would do something else in a text."""
    word: str = ""
    """What it does in a word, for a bottom line, where its name is too long for one."""

    @property
    def binding(self) -> Key:
        """The command's keys as Textual binds them."""
        return Key(
            self.keys,
            self.action,
            self.name,
            tooltip=self.tooltip,
            priority=self.has_priority,
            word=self.word,
        )


FORM = Binding(
    "s",
    "app.switch_form",
    N_("Short or full form"),
    tooltip=N_("Ask about 20 questions, or all of them; no answer is lost."),
)
"""The key of the screens on which questions are chosen; elsewhere the palette has it."""

EXAMPLE = N_("How a made-up service answered it; only to be read.")
"""What the worked example of an area is."""

WORDS = {
    "hours": N_("hours"),
    "actions": N_("Actions"),
    "calendar": N_("Dates"),
    "flags": N_("Flags"),
}
"""Screens whose titles are too long for a bottom line."""

COMMANDS = (
    Command(
        "help",
        N_("Help"),
        N_("About what the cursor is on."),
        "f1,question_mark",
        needs_plan=False,
        has_priority=True,
    ),
    Command("map", N_("Map"), N_("All areas, and what is most serious."), "f2,m"),
    Command(
        "unanswered",
        N_("Next unanswered question"),
        N_("Go to the next question without an answer."),
        "f3,n",
        word=N_("unanswered"),
    ),
    Command(
        "flag",
        N_("Next flag or X-ray"),
        N_("Go to the next question where something is wrong."),
        "f4,f",
        word=N_("flag"),
    ),
    Command(
        "pdf", N_("Make the PDF"), N_("Print the plan, beside its file."), "f5,p", word=N_("PDF")
    ),
    Command(
        "people",
        N_("Practitioners"),
        N_("Add, rename or remove them."),
        "f6",
        has_priority=True,  # it selects a line in a text otherwise
    ),
    Command("save_now", N_("Save now"), N_("Plans are saved as you go; this is extra."), "f9"),
    Command("details", N_("About this plan"), N_("Its name, service, start, months."), "f10"),
    Command(
        "copy",
        N_("Copy"),
        N_("What is marked, else the whole answer or line."),
        "ctrl+c",
        needs_plan=False,
    ),
    Command(
        "colours",
        N_("Next colours"),
        N_("Dark, light, high contrast."),
        "ctrl+t",
        needs_plan=False,
    ),
    Command(
        "undo",
        N_("Undo"),
        N_("Take the last change back."),
        "ctrl+z",
        needs_plan=False,
        has_priority=True,
    ),
    Command(
        "redo",
        N_("Redo"),
        N_("Do again what was undone."),
        "ctrl+y",
        needs_plan=False,
        has_priority=True,
    ),
    Command(
        "quit",
        N_("Quit"),
        N_("Save, and leave the program."),
        "ctrl+q",
        needs_plan=False,
        has_priority=True,
    ),
    Command(
        "search",
        N_("Search"),
        N_("Find words in questions, answers, notes."),
        "slash",
        word=N_("find"),
    ),
    Command("search", N_("Search"), N_("The same, from a field."), "ctrl+f", has_priority=True),
    *(
        Command(
            f"page('{name}')",
            title,
            N_("Show this screen, from anywhere in the plan."),
            key,
            word=WORDS.get(name, ""),
        )
        for name, (key, title, _rest) in CATALOGUE.items()
    ),
    Command(
        "go_to",
        N_("Go to a screen"),
        N_("All screens of the plan in a list, from anywhere."),
        "ctrl+g",
        has_priority=True,
        word=N_("screens"),
    ),
    Command(
        "adopt",
        N_("Adopt this question's action"),
        N_("Put the action for this question into the action plan."),
        "plus,f12",
    ),
    Command(
        "change_characters",
        N_("Characters"),
        N_("All, those of old consoles, or ASCII only."),
        needs_plan=False,
    ),
    Command(
        "messages",
        N_("Messages"),
        N_("What was said on the message line, the newest first."),
        needs_plan=False,
    ),
    Command(
        "workshop",
        N_("Workshop: open"),
        N_("Answers of several people: gather, show, agree, write into the plan."),
    ),
    Command("switch_form", FORM.description, FORM.tooltip),
    Command("area_example", N_("Worked example of this area"), EXAMPLE),
    Command(
        "tour", N_("Take the tour"), N_("Two minutes over the real screens."), needs_plan=False
    ),
    Command(
        "example",
        N_("Open the worked example"),
        N_("A whole plan to look at and to try out."),
        needs_plan=False,
    ),
    Command("close_plan", N_("Close this plan"), N_("Save, and go to the start screen.")),
    Command("new", N_("New plan"), N_("Start a plan from empty checklists."), needs_plan=False),
    Command("open_file", N_("Open a plan"), N_("Open another plan file."), needs_plan=False),
    Command(
        "change_language",
        N_("Language / Språk: English, Norsk"),
        N_("Change the language of the program; the plan's file stays as it is."),
        needs_plan=False,
    ),
    Command("word", N_("Make a Word file"), N_("Make the document as a Word file, to edit it.")),
    Command(
        "other_documents",
        N_("Document: brief, agreements, reports after the start, paper forms"),
        N_("Choose one to read; from there it is made, or made without names."),
    ),
    Command(
        "agreement",
        N_("Agreement with each practitioner"),
        N_("A page each to be signed: hours, what is taken off, dates, what may be refused."),
    ),
    Command(
        "web",
        N_("Make a web page"),
        N_("Make the document as one HTML file, beside the plan."),
    ),
    Command(
        "open_document",
        N_("Open the document that was made"),
        N_("With the program that this computer has for it."),
    ),
)
"""In the order of the help."""

BINDINGS = [one.binding for one in COMMANDS if one.keys]
"""The keys that work anywhere."""


def command_key(action: str, *, is_typing: bool = False) -> str:
    """The key of a command, as a person calls it; while a person types, one that is no letter.

    Raises IndexError where the command has no key.
    """
    return first_key(BINDINGS, action, is_typing=is_typing)


WITHOUT_PLAN = {one.action for one in COMMANDS if not one.needs_plan}
"""The actions that are possible while no plan is open."""
