"""One open plan: the only thing that changes it. Knows no terminal and no page."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.text import tidied
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.bounds import excess
from readiness.domain.plan.field_ref import ASSUMPTIONS, NOTE, ROLE, VALUE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import people_parts
from readiness.domain.plan.tables import TABLES
from readiness.domain.rules.review import Review, review
from readiness.domain.schedule.calendar import frame_of
from readiness.domain.versions.changes import Step, is_typed, up_to_date, with_step
from readiness.domain.versions.flat_plan import patch
from readiness.domain.versions.merge import Merged, merge
from readiness.i18n.times import Frame
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import Problem
from readiness.storage.templates import Library

T = TypeVar("T")


class Session:
    """A plan with its template, its file, its review, and the way back."""

    def __init__(
        self, file: PlanFile, today: Callable[[], date], now: Callable[[], datetime]
    ) -> None:
        """Open a session on a plan file that was read."""
        self._file, self._today, self._now = file, today, now
        self._plan = file.plan
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._review: Review | None = None
        self.saved_at: datetime | None = None
        """When this session last wrote the file."""

    @classmethod
    def open(
        cls,
        path: Path,
        library: Library,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = datetime.now,
    ) -> Session:
        """Read a plan file.

        Raises UnreadablePlan or UnreadableTemplate, each with every problem that was found.
        """
        return cls(PlanFile.open(path, library), today, now)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def template(self) -> Template:
        """The checklist that the plan answers, in the language spoken now."""
        return self._file.template

    @property
    def review(self) -> Review:
        """The state of the plan as it is now."""
        if self._review is None:
            self._review = review(self.template, self._plan, self._today())
        return self._review

    @property
    def today(self) -> date:
        """The day that the plan is judged on."""
        return self._today()

    @property
    def frame(self) -> Frame:
        """What dates are read by that are typed into the plan."""
        return frame_of(self._plan, self.template, self.today)

    @property
    def now(self) -> datetime:
        """The time by the session's own clock."""
        return self._now()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be understood in the file."""
        return tuple(self._file.problems)

    @property
    def path(self) -> Path:
        """Where the plan is kept."""
        return self._file.path

    @property
    def is_unsaved(self) -> bool:
        """Whether the plan differs from its file as last read or written."""
        return self._plan != self._file.plan

    def set(self, ref: FieldRef, value: Value | None) -> None:
        """Let a field hold a value; None takes it out, and for an assumption counts the template's.

        A field of a question takes the place of a word that answered the question as a whole.
        """
        plan = self._plan
        if ref.item and ref.person is None and ref.part not in (NOTE, VALUE):
            is_new = ref.row is not None and ref.row not in plan.answer(ref.item).rows
            if VALUE not in self.template.items[ref.item].parts and (ref.row is None or is_new):
                plan = plan.answering(ref.item, VALUE, None)
        joins = ref if self._is_typed_text(ref) else None
        self._change(plan.with_value(ref, _tidy(value)), joins)

    def _is_typed_text(self, ref: FieldRef) -> bool:
        """Whether a field is filled letter by letter, so that changes of it are one step back."""
        if ref.part in (NOTE, ROLE) or ref.table == ASSUMPTIONS:
            return True
        parts: Mapping[str, Part] = {}
        if ref.table:
            table = TABLES[ref.table]
            parts = table.parts if ref.row is None else table.row_parts
        elif ref.person is not None:
            parts = people_parts(self.template)
        else:
            item = self.template.items[ref.item]
            parts = item.parts if ref.row is None else item.row_parts
        return is_typed(parts, ref.part)

    def not_applicable(self, item: str, reason: str) -> None:
        """Say that an item does not apply, and why."""
        plan = self._plan.not_applicable(item, tidied(reason))
        self._change(plan, ("not applicable", item))

    def take(self, plan: Plan) -> None:
        """Go on with another state of this plan: a what-if, an adopted action, a moved date."""
        self._change(plan)

    def amend(self, plan: Plan) -> None:
        """Go on with what the program itself adds to a plan: no undo leads before it."""
        self._done.clear()
        self._undone.clear()
        self._show(plan)

    def attempt(self, change: Callable[[Session], T]) -> T | InvalidValue:
        """Make a change, unless it brings more into the plan than a file may hold.

        Returns what the change returned, or what it is that the file cannot hold.
        """
        plan, done, undone = self._plan, list(self._done), list(self._undone)
        result, found = change(self), excess(plan, self._plan)
        if found is None:
            return result
        self._done, self._undone = done, undone
        self._show(plan)
        return found

    def undo(self) -> bool:
        """Take the last change back; returns whether there was one."""
        return self._back(self._done, self._undone)

    def redo(self) -> bool:
        """Bring the last undone change back; returns whether there was one."""
        return self._back(self._undone, self._done)

    def save(self) -> None:
        """Write the plan to its file, if it is not. Raises ChangedOnDisk or CannotWrite."""
        if self.is_unsaved:
            self._file.write(self._plan)
            self.wrote()

    def wrote(self) -> None:
        """Note that the file was written now, with the template's version."""
        self._plan = up_to_date(self._plan, self.template)
        self.saved_at = self._now()

    def save_as(self, path: Path) -> None:
        """Write the plan to a new file and go on there.

        Raises AlreadyThere or CannotWrite.
        """
        self._file = PlanFile.create(path, self._plan, self.template)
        self._plan = self._file.plan
        self.saved_at = self._now()

    def reload(self) -> None:
        """Read the file again as it is on disk; what is here can be brought back by undo."""
        self._file = self._file.reload()
        self._change(self._file.plan)

    def reword(self, library: Library) -> None:
        """Show questions, reasons and flags in the language spoken now; the plan's answers stay.

        Raises UnreadableTemplate.
        """
        self._file.reword(library)
        self._show(self._plan)

    @property
    def file(self) -> PlanFile:
        """The plan's file as it was last read or written."""
        return self._file

    @property
    def is_read_only(self) -> bool:
        """Whether a newer version of the program wrote the file, so that saving is refused."""
        return self._file.is_read_only

    def merge(self, found: PlanFile) -> Merged:
        """Go on with the file as others left it; returns it merged, the plan here stays."""
        merged = merge(self._file.plan, self._plan, found.plan, self.template)
        self._file = found
        return merged

    def take_from(self, other: Plan, refs: list[FieldRef]) -> None:
        """Let the plan hold at some references what another plan holds there."""
        self._change(patch(self._plan, other, refs))

    def _back(self, source: list[Step], target: list[Step]) -> bool:
        if not source:
            return False
        step = source.pop()
        long_ago = datetime.min  # noqa: DTZ901 - compared only with the session's own clock
        target.append(Step(self._plan, step.joins, long_ago, long_ago))
        self._show(step.before)
        return True

    def _change(self, plan: Plan, joins: Hashable = None) -> None:
        if plan == self._plan:
            return
        self._done = with_step(self._done, self._plan, joins, self._now())
        self._undone.clear()
        self._show(plan)

    def _show(self, plan: Plan) -> None:
        self._plan, self._review = plan, None


def _tidy(value: Value | None) -> Value | None:
    return tidied(value) if isinstance(value, str) else value
