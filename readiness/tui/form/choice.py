"""Choosing one or several of the words that a field offers."""

from __future__ import annotations

from textual.events import Key

from readiness.domain.kinds.value import Value, key_of
from readiness.i18n.language import _
from readiness.tui.form.blocks import Entry, letters
from readiness.tui.form.draft import Answers

TOGETHER = 0.3
"""Seconds from one letter to the next within which they are typed in one go."""

PROSE = 3
"""Letters in one go that are prose where not each of them is the letter of an answer."""


class ChoiceCursor:
    """The choice that the box is at."""

    def __init__(self, answers: Answers, entry: Entry) -> None:
        """Begin at the word that is chosen, else at the first."""
        self._answers, self._entry = answers, entry
        self._words = list(entry.offers)
        chosen = self._chosen
        self.option = next((at for at, word in enumerate(self._words) if word in chosen), 0)
        self._is_untouched = True
        self.is_done = False
        """Whether the last key was an Enter that goes on."""
        self.said = ""
        """What the last key came to, where that has to be said."""
        self._together, self._last_at, self._before = "", 0.0, self._held

    @property
    def _chosen(self) -> tuple[Value, ...]:
        held = self._answers.held(self._entry.field.ref)
        if isinstance(held, tuple):
            return held
        return () if held is None else (held,)

    def takes(self, event: Key) -> bool:
        """Do what a key does; False where it does nothing here. `is_done` after Enter goes on."""
        self.is_done, self.said = False, ""
        if self._is_prose(event):
            return True
        if event.key in ("up", "left", "down", "right"):
            self._move(1 if event.key in ("down", "right") else -1)
        elif event.key == "enter":
            self.is_done = self._enter()
        elif event.key == "space":
            self.choose(self.option)
        elif event.key in ("backspace", "delete"):
            self._answers.give(self._entry.field.ref, None)
        elif (event.character or "").isalnum():
            self._type(event.character or "")
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        self._is_untouched = False
        self.option = (self.option + by) % len(self._words)

    def choose(self, option: int) -> None:
        """Choose a word by its number, from 0, or take it out of several; else nothing."""
        if not 0 <= option < len(self._words):
            return
        self.option, word, ref = option, self._words[option], self._entry.field.ref
        if self._entry.is_many:
            chosen = {*self._chosen} ^ {word}
            words = self._entry.field.part.options
            self._answers.give(ref, tuple(one for one in words if one in chosen) or None)
        else:
            self._answers.give(ref, word)

    @property
    def _held(self) -> Value | None:
        return self._answers.held(self._entry.field.ref)

    def _is_prose(self, event: Key) -> bool:
        """Whether a key goes on with prose: letters in one go of which not each is an answer's.

        They answer only where they begin one of the words, as in "yes". Prose, and what was pasted
        as keys, answers nothing: what was answered before its first letter comes back.
        """
        typed, is_soon = event.character or "", event.time - self._last_at < TOGETHER
        is_line_end = event.key == "enter" and len(self._together) >= PROSE
        if self._entry.is_many or not (is_line_end or (typed and typed.isprintable())):
            self._together = ""
            return False
        if not (is_soon and self._together):
            self._together, self._before = "", self._held
            if not (typed.isalnum() or typed == " "):
                return False  # a sign begins no sentence, but goes on with one
        self._last_at = event.time
        self._together += typed
        known = (*letters(self._entry.offers).values(), *"123456789")
        is_apart = all(one in known for one in self._together.casefold())
        if is_apart or len(self._together) < PROSE:
            return False
        begun = self._begun(self._together)
        if begun is not None:
            self.choose(begun)
        else:
            self._answers.give(self._entry.field.ref, self._before)
            self.said = _("That answers nothing here: type one letter alone, or a number.")
        return True

    def _begun(self, text: str) -> int | None:
        """The word that a text begins, where it is one alone."""
        wanted = key_of(text)
        names = [(key_of(word), key_of(self._entry.offers[word])) for word in self._words]
        same = [at for at, both in enumerate(names) if wanted in both]
        begun = [at for at, both in enumerate(names) if any(one.startswith(wanted) for one in both)]
        found = same or begun
        return found[0] if wanted and len(found) == 1 else None

    def _type(self, character: str) -> None:
        """Choose by a number, or by the letter that a word shows; others do nothing."""
        if character.isdecimal():
            self.choose(int(character) - 1)
            return
        for word, shown in letters(self._entry.offers).items():
            if shown == character.casefold():
                self.choose(self._words.index(word))

    def _enter(self) -> bool:
        """Choose the word the box is at; where it is chosen already, nothing, and True to go on.

        Enter on an optional choice that nobody has touched goes on too: who walks through with
        Enter must not answer what need not be answered.
        """
        passes = self._entry.field.part.optional and self._is_untouched and not self._chosen
        if passes or self._words[self.option] in self._chosen:
            return True
        self.choose(self.option)
        return False
