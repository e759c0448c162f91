"""The worked example: read once in each language, and not while somebody waits for a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.content import Content

from readiness.app.operations.open_plan import worked_example
from readiness.describe.state import sign_of, word_of
from readiness.domain.checklist.template import Template
from readiness.domain.plan.fields import answer_lines
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.i18n.language import _, language
from readiness.tui.line_text import plain

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import Templates


@dataclass(frozen=True)
class Sample:
    """The example in the language that was spoken when it was read, and its state."""

    language: str
    template: Template
    plan: Plan
    state: Review

    def answered(self, key: str) -> Iterator[Content | str]:
        """How it answers a question, a line each: answers, reason, note, and what is flagged."""
        state, answer = self.state.items[key], self.plan.answer(key)
        for words in answer_lines(self.template, key, self.plan) or [word_of(state)]:
            yield f"\n    {words}"
        if answer.reason:
            yield "\n    " + _("Because: {reason}").format(reason=answer.reason)
        if answer.note:
            yield "\n    " + _("Note: {note}").format(note=answer.note)
        if state.flag is not None:
            yield plain(f"\n    {word_of(state)}: {state.flag.says}", "dim")

    def headed(self, key: str) -> Content:
        """A question as it asks it, with its sign there."""
        question = self.template.items[key].question
        return plain(f"{sign_of(self.state.items[key])} {key}  {question}", "bold")


class WorkedExample:
    """Reads the worked example when it is first wanted."""

    def __init__(self, app: App[Any], library: Templates, today: Callable[[], date]) -> None:
        """Read it with a library of templates, and judge it as of today."""
        self._app, self._library, self._today = app, library, today
        self._sample: Sample | None = None
        self._fetched = ""

    @property
    def known(self) -> Sample | None:
        """The example, where it was read in the language spoken."""
        one = self._sample
        return one if one is not None and one.language == language() else None

    def read(self) -> Sample | str:
        """The example, read now if need be; or why it cannot be read."""
        one = self.known
        if one is not None:
            return one
        found = worked_example(self._library)
        if isinstance(found, str):
            return found
        self._sample = Sample(language(), *found, review(*found, self._today()))
        return self._sample

    def fetch(self, then: Callable[[], None]) -> None:
        """Read it beside the keys, once in a language, and do something when it is there."""
        if self._fetched == language():
            return
        self._fetched = language()

        def go() -> None:
            if not isinstance(self.read(), str):
                self._app.call_from_thread(then)

        self._app.run_worker(go, thread=True, group="example")
