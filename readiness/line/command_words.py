"""Commands in other languages than English: understood in any language, named in their own."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping

from readiness.i18n.language import language

COMMANDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "nb": {
        "help": ("hjelp",),
        "back": ("tilbake",),
        "next": ("neste",),
        "skip": ("hopp", "hopp over"),
        "go": ("gå", "gå til"),
        "clear": ("tøm",),
        "all": ("alle",),
        "na": ("uaktuelt",),
        "note": ("notat",),
        "why": ("hvorfor",),
        "example": ("eksempel",),
        "list": ("liste",),
        "find": ("søk", "finn"),
        "people": ("fagpersoner",),
        "flags": ("flagg",),
        "xrays": ("motsigelser", "gjennomlysning", "røntgen"),
        "hours": ("timer",),
        "weeks": ("uker", "uke"),
        "complete": ("fullføre", "fullfører"),
        "actions": ("tiltak",),
        "monitoring": ("oppfølging",),
        "calendar": ("kalender",),
        "due": ("frister",),
        "after": ("etter start",),
        "trend": ("utvikling",),
        "record": ("registrer",),
        "fidelity": ("metodetrofasthet",),
        "closures": ("stengt",),
        "absences": ("fravær",),
        "rounds": ("runder",),
        "numbers": ("tall",),
        "about": ("opplysninger", "om"),
        "short": ("kort",),
        "full": ("fullt",),
        "undo": ("angre",),
        "redo": ("gjenta",),
        "save": ("lagre",),
        "whatif": ("hva om",),
        "document": ("dokument",),
        "web": ("nettside",),
        "history": ("historikk",),
        "copies": ("kopier",),
        "language": ("språk",),
        "plans": ("planer", "åpne plan"),
        "colours": ("farger",),
        "quit": ("avslutt", "slutt"),
    }
}
"""The words of each command by language; the first one is named in the help."""


def words_of(name: str) -> tuple[str, ...]:
    """A command's own word, and those in other languages."""
    return (name, *(word for spoken in COMMANDS.values() for word in spoken.get(name, ())))


BACK, QUIT = ("b", *words_of("back")), ("q", *words_of("quit"))
"""What goes back, and what leaves, where one person answers question after question."""

BEHIND: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "nb": {
        "legg til": ("add",),
        "endre": ("change", "edit"),
        "navn": ("rename",),
        "rolle": ("role",),
        "fjern": ("remove",),
        "gjort": ("done",),
        "ferdig": ("done",),
        "utgår": ("drop",),
        "dropp": ("drop",),
        "forkast": ("drop",),
        "kast": ("drop",),
        "stopp": ("stop",),
        "ta": ("take", "adopt"),
        "flytt": ("move",),
        "tilbake": ("back",),
        "mangler": ("gaps",),
        "godta": ("accept",),
        "trekk": ("withdraw",),
        "igjen": ("again",),
        "ubesvart": ("unanswered",),
        "ubesvarte": ("unanswered",),
        "åpne": ("open", "reopen"),
        "flagg": ("flags", "flag"),
        "motsigelse": ("flag",),
        "alle": ("all",),
        "som": ("as",),
        "les": ("reload",),
        "hent": ("bring", "reload"),
        "flett": ("merge",),
        "slutter": ("leaves",),
        "borte": ("away",),
        "færre": ("fewer",),
        "kort": ("brief",),
        "delt": ("shared", "split"),
        "erstatt": ("replace",),
        "framdrift": ("progress",),
        "fremdrift": ("progress",),
        "metodetrofasthet": ("fidelity",),
        "skjema": ("form",),
        "avtale": ("agreement",),
        "avtaler": ("agreement",),
        "hver": ("each",),
        "vis": ("show",),
        "avklar": ("settle",),
        "avslå": ("decline",),
        "måned": ("month",),
        "statusmøte": ("checkin",),
        "måling": ("review",),
        "tjeneste": ("service",),
        "måneder": ("months",),
        "beslutter": ("decider",),
        "møte": ("meeting", "checkin"),
        "vilkår": ("conditions",),
        "forespørsler": ("requests",),
        "engelsk": ("en",),
        "norsk": ("nb",),
        "mitt": ("mine",),
        "min": ("mine",),
        "deres": ("theirs",),
        "senere": ("later",),
    }
}
"""The words behind a command or at its prompts, by language, with the English ones they may mean;
of several for the same, the first one is named."""

WORKSHOP: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "count": "antall",
        "close": "lukk",
        "reveal": "vis",
        "next": "neste",
        "agree": "enig",
        "park": "utsett",
        "timer": "tid",
        "missing": "mangler",
        "dots": "prikker",
        "finish": "ferdig",
        "help": "hjelp",
        "quit": "slutt",
    }
}
"""The commands of a workshop, which has few of its own, by language."""

ANSWERS: Mapping[str, tuple[str, ...]] = {"nb": ("ja", "delvis", "nei", "vet")}
"""What an answer that fits any question begins with, by language."""

ALSO_ANSWERS = ("om", "next", "neste", "week", "weeks", "uke", "uker")
"""Words that may begin an answer, such as "om 3 måneder", "next Monday" or "uke 7": commands only
alone or before a known word."""

NEEDS_MORE = ("open",)
"""Words that are a command only with something behind them: alone they may be an answer."""

GO_ON = ("take", "brief", "progress", "shared", "replace", "fidelity", "form", "month")
"""Words behind a command that another such word may follow."""

_NAMES = {
    spoken: name
    for commands in COMMANDS.values()
    for name, words in commands.items()
    for spoken in words
}
_MOST_WORDS = 2


def command_in(text: str) -> tuple[str, str, str]:
    """The command that a text begins with, in English, the word as typed, and what is behind it.

    The first is empty where no other language knows the word.
    """
    words = text.split(" ")
    for count in range(_MOST_WORDS, 0, -1):
        typed = " ".join(words[:count])
        name = _NAMES.get(_key(typed))
        if name is not None:
            return name, _key(typed), " ".join(words[count:]).strip()
    return "", "", ""


def in_english(text: str, allowed: Collection[str]) -> str:
    """A text whose first words, where they are other words for one of these, are that one."""
    words = text.split(" ")
    for count in range(_MOST_WORDS, 0, -1):
        typed, rest = _key(" ".join(words[:count])), " ".join(words[count:])
        meant = {one for spoken in BEHIND.values() for one in spoken.get(typed, ())}
        found = next((one for one in allowed if one in meant or one == typed), None)
        if found is not None:
            return f"{found} {in_english(rest, allowed) if found in GO_ON else rest}".strip()
    return text


def command_now(name: str) -> str:
    """What a command is called in the language spoken now."""
    return COMMANDS.get(language(), {}).get(name, (name,))[0]


def word_now(word: str) -> str:
    """What a word behind a command is called in the language spoken now."""
    spoken = BEHIND.get(language(), {})
    return next((one for one, means in spoken.items() if word in means), word)


def _key(typed: str) -> str:
    """As in the tables, also where an accent was typed as a mark of its own."""
    return unicodedata.normalize("NFC", typed).casefold()
