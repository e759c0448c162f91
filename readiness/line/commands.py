"""The commands that may be typed at any prompt, and the help about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.i18n.language import N_, _
from readiness.line.command_words import (
    ALSO_ANSWERS,
    ANSWERS,
    NEEDS_MORE,
    command_in,
    command_now,
    in_english,
)


@dataclass(frozen=True)
class TypedCommand:
    """A command as it was typed."""

    name: str
    rest: str = ""
    """What stands behind it."""


ABOUT = {
    "?": N_("how this question is answered, and the commands most used"),
    "help": N_("all commands; help and a command tells about that one"),
    "back": N_("the question or field before this one"),
    "next": N_("the next question; this one stays as it is"),
    "skip": N_("the next field or question; Enter alone does the same"),
    "go": N_("another question: go CAP-05, go 2 (an area), go unanswered, go flag (or X-ray)"),
    "clear": N_("take out the answer of this field; clear all: of this question"),
    "all": N_("answer for everyone, or for the question as a whole: all yes, all no"),
    "na": N_("this question does not apply; you are asked why"),
    "note": N_("write the note of this question; note none takes it out"),
    "why": N_("why it is asked, its source, what counts as ready, what to do"),
    "example": N_("how a made-up service answered this question; example all: this area"),
    "list": N_("where you are; list unanswered, list open, list flags or list all"),
    "find": N_("search questions, answers and notes: find supervision"),
    "people": N_("practitioners; people add AB, rename AB, role AB, remove AB"),
    "flags": N_(
        "the flags; flags CAP-01R, flags accept CAP-01R, flags withdraw CAP-01R; flags again "
        "CAP-01R 2027-08-01 says when an accepted one is looked at again"
    ),
    "xrays": N_("where the plan contradicts itself"),
    "hours": N_("hours and patients in words, and what would make it fit"),
    "weeks": N_("the hours week by week; weeks all tells every single one"),
    "complete": N_("how many must be asked so that so many complete: complete 12"),
    "actions": N_(
        "the action plan; actions gaps, adopt CAP-01, add, edit 1, done 1, drop 1, reopen 1, "
        "remove 1"
    ),
    "monitoring": N_("what is measured, by whom and when, and what is decided from it"),
    "calendar": N_("the next dates; calendar all; calendar take 2; calendar move 2, back 2"),
    "due": N_("after the start: what is late, due or coming up"),
    "after": N_(
        "where the plan stands after its start; after FOL-04 tells about one thing; after accept "
        "FOL-04, after again FOL-04 2028-03-01, after withdraw FOL-04 as with flags"
    ),
    "trend": N_("how areas and rules went since the first day, over the days that were kept"),
    "record": N_("write down what happened: record month 2027-07 asks each count, or asked=4"),
    "fidelity": N_(
        "fidelity reviews; fidelity 2027-07-12 compares the raters; behind the day show, "
        'settle 11 2 "why", adopt 11, decline 4 "why"'
    ),
    "closures": N_("times without sessions: closures add, edit 1, remove 1"),
    "absences": N_("when a practitioner is away: absences add, edit 1, remove 1"),
    "rounds": N_("when how many patients start: rounds add, edit 1, remove 1"),
    "numbers": N_("the numbers reckoned with; numbers 3 changes one; our default stays beside it"),
    "about": N_("the plan's name, service, start, and who decides on it; about start changes one"),
    "short": N_("ask the short form: about 20 questions; no answer is lost"),
    "full": N_("ask the full form: every question"),
    "undo": N_("take back the last change"),
    "redo": N_("bring back what was undone"),
    "save": N_("save now; save as other.toml saves under another name; save reload reads the file"),
    "whatif": N_("what if: whatif lists them, whatif 2 tries one, whatif take 2 takes it over"),
    "document": N_(
        "read the strategy document: document lists its sections, document 3 reads one; document "
        "progress, document fidelity 2027-07-12, document agreement and document form month read "
        "a report, an agreement or a form"
    ),
    "pdf": N_(
        "make the strategy document as PDF: pdf brief, pdf shared; after the start the reports: "
        "pdf progress, pdf fidelity 2027-07-12; with each practitioner: pdf agreement, pdf "
        "agreement AB, pdf agreement each; paper forms: pdf form all, month, checkin or review"
    ),
    "word": N_("make the same as a Word file: word brief, word shared, word progress"),
    "web": N_("make the same as a web page: web brief, web shared, web progress"),
    "history": N_("the versions so far; history 3 says what differs, history bring 3 restores it"),
    "copies": N_("versions that a sync program left; copies 1 compares, copies merge 1 merges"),
    "language": N_("English or Norwegian: language en, language nb; the plan stays as it is"),
    "plans": N_("another plan: plans lists yours, plans 2 or plans other.toml opens one"),
    "colours": N_("what there is to say about colours"),
    "quit": N_("save and leave"),
}
"""Every command with what it does."""

ALIASES = {
    "exit": "quit",
    "q": "quit",
    "b": "back",
    "search": "find",
    "x-rays": "xrays",
    "status": "list",
    "ledger": "hours",
    "practitioners": "people",
    "what": "whatif",
    "what-if": "whatif",
    "docx": "word",
    "html": "web",
    "versions": "history",
    "monitor": "monitoring",
    "assumptions": "numbers",
    "lang": "language",
    "week": "weeks",
    "open": "plans",
    "colors": "colours",
    "theme": "colours",
}
"""Other English words for the same; those of other languages are in `spoken`."""

BARE = {
    "help",
    "back",
    "next",
    "skip",
    "clear",
    "na",
    "why",
    "example",
    "monitoring",
    "due",
    "undo",
    "redo",
    "pdf",
    "short",
    "full",
    "colours",
    "plans",
    "quit",
}
"""Commands that take nothing behind them, or nothing that is needed."""

ANSWERS_TOO = ("all", "after", "fidelity")
"""Commands whose word alone is as likely the text that was asked for, such as an outcome."""

RULES = (
    N_("At a question, type the answer, or one of the commands below."),
    N_("Where a text is asked for, put a slash before a command: /back. A slash works everywhere."),
    N_("Enter alone leaves the answer as it is and goes on."),
    N_("First letters do, such as y or p, where only one answer begins so. Not sure stays open."),
    N_("A long text ends with a full stop alone on a line; empty lines stay in it."),
    N_("What is pasted in one go answers at most the question it is pasted at."),
    N_("Rows of a spreadsheet are pasted at people add, actions add, or where rows are asked for."),
    N_("Every answer is saved at once. Ctrl-C, or the end of input, saves and leaves."),
    N_("Practitioners appear by initials or role; patients only as counts."),
)


def command_of(line: str, *, is_free: bool) -> TypedCommand | None:
    """The command of a line; None for an answer. A free text is a command only with a slash."""
    text = line.strip()
    if text == "?":
        return TypedCommand("?")
    has_slash = text.startswith("/")
    if is_free and not has_slash:
        return None
    said = text.removeprefix("/")
    word, _rest, rest = said.partition(" ")
    word = word.casefold()
    name = ALIASES.get(word, word)
    if name not in ABOUT:
        name, word, rest = command_in(said)
    if name not in ABOUT or (word in NEEDS_MORE and not rest and not has_slash):
        return None
    known = KNOWN.get(name, ())
    rest = in_english(rest.strip(), known)
    if word in ALSO_ANSWERS and rest and rest not in known and not has_slash:
        return None
    return TypedCommand(name, rest)


def unknown_command(line: str) -> bool:
    """Whether a line begins with one slash like a command, and is none."""
    text = line.strip()
    is_slashed = text.startswith("/") and not text.startswith("//")
    return is_slashed and command_of(text, is_free=True) is None


FORMS = {
    "clear": {"all"},
    "example": {"all"},
    "people": {"add", "rename", "role", "remove"},
    "flags": {"accept", "withdraw", "again"},
    "after": {"accept", "withdraw", "again"},
    "actions": {"adopt", "gaps", "add", "edit", "done", "drop", "reopen", "remove"},
    "calendar": {"all", "take", "move", "back"},
    "fidelity": {"show", "settle", "adopt", "decline"},
    "closures": {"add", "edit", "remove"},
    "absences": {"add", "edit", "remove"},
    "rounds": {"add", "edit", "remove"},
    "language": {"en", "nb"},
    "weeks": {"all"},
    "list": {"unanswered", "open", "flags", "all"},
    "save": {"as", "reload"},
    "whatif": {"take", "leaves", "away", "fewer"},
    "history": {"bring"},
    "copies": {"merge"},
    "all": {"yes", "partly", "no", "not", *(word for some in ANSWERS.values() for word in some)},
}
"""Words that follow a command, by which it is known in a text."""

FORM_NAMES = ("month", "checkin", "review")
"""The paper forms, as the command line names them."""

_MADE = {"brief", "progress", "fidelity", "agreement", "each", "form", *FORM_NAMES}
_MADE |= {"all", "shared", "replace"}
KNOWN: dict[str, set[str]] = {
    **FORMS,
    "go": {"unanswered", "open", "flag"},
    "document": {"all", *_MADE},
    "about": {"plan", "service", "start", "months", "decider", "meeting", "conditions", "requests"},
    **dict.fromkeys(("pdf", "word", "web"), _MADE),
}
"""Words that may follow a command, so that other languages have words for them too."""


def is_bare_command(line: str) -> bool:
    """Whether a line of text reads like a command, so that it may be meant as one."""
    typed = command_of(line, is_free=False)
    if typed is None:
        return False
    first = typed.rest.split(" ")[0].casefold()
    if not first:
        return typed.name in BARE or (typed.name in FORMS and typed.name not in ANSWERS_TOO)
    is_place = typed.name == "go" and " " not in typed.rest
    return is_place or first in FORMS.get(typed.name, ())


def command_or_text(line: str) -> str:
    """How to say which of the two a line is meant as."""
    words = _('For the command, type /{word}. For the text, put it in quotes: "{word}".')
    return words.format(word=line.strip())


def unquoted(line: str) -> str:
    """A text that would be a command, without the quotes that say that it is a text."""
    text = line.strip()
    inside = text[1:-1]
    return inside if text[:1] + text[-1:] in QUOTES and is_bare_command(inside) else line


QUOTES = ('""', "«»", "“”")
"""Marks before and after a text, as languages have them."""


SHORT_HELP = (
    N_("Most used: back, skip, go, note, why, na, list, undo, quit. Type help for all commands."),
    N_("In a text, put a slash before a command, such as /back."),
)
"""What is said of the commands at a question."""


def help_lines(about: str) -> Iterator[str]:
    """The help, or the help about one command."""
    typed = command_of(about, is_free=False) if about else None
    if typed is not None:
        yield f"{_called(typed.name)}: {_(ABOUT[typed.name])}."
        return
    yield from map(_, RULES)
    yield _("Commands:")
    for name, words in ABOUT.items():
        yield f"{_called(name)}: {_(words)}."


def _called(name: str) -> str:
    """A command in the language spoken now, with the English word behind it where that differs."""
    now = command_now(name)
    return now if now == name else f"{now} ({name})"
