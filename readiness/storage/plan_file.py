"""One plan file: read, and written in place without losing anything that stands in it."""

from __future__ import annotations

import codecs
import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import template_news, up_to_date
from readiness.domain.versions.flat_plan import flatten
from readiness.i18n.language import _
from readiness.storage.disk import exists, free_name, read_regular, replace_file, sweep
from readiness.storage.plan_text import (
    FORMAT,
    OLDEST_WRITTEN,
    Tables,
    format_of,
    line_of,
    plan_from_text,
    tables,
    template_name,
    upgraded,
)
from readiness.storage.problems import (
    AlreadyThere,
    CannotWrite,
    ChangedOnDisk,
    Problem,
    ReadOnly,
    Refused,
    UnreadablePlan,
    UnreadableTemplate,
)
from readiness.storage.template_numbers import unfounded
from readiness.storage.templates import Library
from readiness.storage.text_file import LARGEST_FILE, decoded, read_bytes
from readiness.storage.toml import is_slow_to_edit, parsed


class PlanFile:
    """A plan as it stands in its file."""

    def __init__(self, path: Path, raw: bytes, text: str, template: Template) -> None:
        """Take in a file's text; use PlanFile.open to read one."""
        self.path = path
        self.template = template
        self._text, self._has_bom = text, raw.startswith(codecs.BOM_UTF8)
        self.raw = raw
        """The bytes of the file as it was last read or written."""
        self._document: Tables | None = None
        """The text taken apart, ready to be edited; None where that is still to be done."""
        found = format_of(text, path.name)
        self.set_aside: Path | None = None
        """Where the old text is, if the last write had to write the file anew."""
        self._older: tuple[int, bytes] | None = None
        if found < OLDEST_WRITTEN:
            self._older, self._text = (found, raw), upgraded(text, found)
        self._remarks = unfounded(template)
        self.plan, problems = plan_from_text(self._text, path.name, template)
        self.problems = (*problems, *self._remarks)
        self.is_read_only = found > FORMAT
        """Whether a newer version of the program wrote the file, so that this one must not."""

    @classmethod
    def open(cls, path: Path, library: Library, belongs: Path | None = None) -> PlanFile:
        """Read a plan file and the template it names, as seen from where the file belongs.

        Raises UnreadablePlan with every problem that keeps it from being read.
        """
        try:
            raw = read_bytes(path)
            text = decoded(raw, path.name)
            name = template_name(tables(text, path.name), text, path.name)
        except Refused as refused:
            raise UnreadablePlan([refused.problem]) from None
        folder = (belongs or path).parent
        if library.path_of(name, folder) is None:
            raise UnreadablePlan([library.missing(name, path.name, line_of(text, "template"))])
        try:
            return cls(path, raw, text, library.load(name, folder))
        except UnreadableTemplate as unreadable:
            raise UnreadablePlan(unreadable.problems) from None

    @classmethod
    def create(cls, path: Path, plan: Plan, template: Template) -> PlanFile:
        """Write a plan to a new file. Raises AlreadyThere or CannotWrite."""
        from readiness.storage.plan_writer import fresh_text

        whole = up_to_date(plan, template)
        text = fresh_text(whole)
        file = cls(path, text.encode(), text, template)
        file._check(file.plan, file.problems, whole)
        _write_new(path, text.encode())
        return file

    def reload(self) -> PlanFile:
        """The file as it is on disk now. Raises UnreadablePlan."""
        name = self.path.name
        try:
            raw = read_bytes(self.path, is_regular=True)
            text = decoded(raw, name)
            template_name(tables(text, name), text, name)
        except Refused as refused:
            raise UnreadablePlan([refused.problem]) from None
        return PlanFile(self.path, raw, text, self.template)

    def as_others_left_it(self) -> PlanFile:
        """The file as it is on disk now, to be merged.

        Raises UnreadablePlan, also where the rest of what stood in it is cut off: a program that
        was ended while it wrote leaves such a file, and what is missing was deleted by nobody.
        """
        found = self.reload()
        if self._is_cut(found):
            why, todo = _("the end of the file is cut off"), _("bring back a whole copy of it")
            raise UnreadablePlan([Problem(file=self.path.name, why=why, todo=todo)])
        return found

    def _is_cut(self, found: PlanFile) -> bool:
        """Whether the file ends within a line, or before several things that stood in it.

        What took only its last answer, practitioner or entry out may well be an undo elsewhere.
        """
        raw = found.raw
        if not self.raw.startswith(raw) or found.plan == self.plan:
            return False
        left = flatten(found.plan)
        lost = {ref.path[:2] for ref in flatten(self.plan) if ref not in left}
        is_at_end = raw.endswith(b"\n") or self.raw[len(raw) :].startswith((b"\n", b"\r"))
        return len(lost) > 1 or not is_at_end

    def reword(self, library: Library) -> None:
        """Say the template in the language spoken now. Raises UnreadableTemplate."""
        name = template_name(parsed(self._text, self.path.name), self._text, self.path.name)
        self.template = library.load(name, self.path.parent)

    @property
    def is_gone(self) -> bool:
        """Whether there is no file any more."""
        return not os.path.lexists(self.path)

    def check(self) -> None:
        """See that the file is as it was read or written here, or gone.

        Raises ChangedOnDisk, and CannotWrite where that cannot be seen.
        """
        try:
            raw = read_regular(self.path, len(self.raw) + 1)
        except FileNotFoundError:
            return
        except OSError as error:
            raise CannotWrite.by(self.path, error) from error
        if raw != self.raw:
            raise ChangedOnDisk(self.path)

    @property
    def news(self) -> tuple[str, ...]:
        """What changed in the template since the file was last written, a line each."""
        return template_news(self.plan, self.template)

    def write(self, plan: Plan) -> Plan:
        """Write a changed plan into the file, in place and whole; returns it as it is written.

        It then says that it was saved with the template's version. Raises ReadOnly, ChangedOnDisk
        or CannotWrite; the file is then as it was.
        """
        if self.is_read_only:
            raise ReadOnly(self.path)
        self.set_aside = None
        plan = up_to_date(plan, self.template)
        with _alone(self.path):
            self.check()
            _respect_rights(self.path)
            text, held, problems, document = self._edited(plan)
            raw = (codecs.BOM_UTF8 if self._has_bom else b"") + text.encode()
            if self._older is not None:
                number, old = self._older
                _write(free_name(self.path, f".format-{number}", old), old)
            _write(self.path, raw, self.check)
            self._older = None
        self._text, self.raw, self._document = text, raw, document
        self.plan, self.problems = held, (*problems, *self._remarks)
        return held

    def write_copy(self, path: Path, plan: Plan) -> None:
        """Write the file's text with another plan in it to a new file.

        Raises AlreadyThere or CannotWrite.
        """
        _look_for_none(path)
        text = self._edited(plan)[0]
        _write_new(path, (codecs.BOM_UTF8 if self._has_bom else b"") + text.encode())

    def prepare(self) -> None:
        """Take the text apart ahead of the next write: of a long plan that takes its time."""
        if self._document is None and not self.is_read_only:
            # What the editor of TOML trips over is written another way, when it is written.
            with contextlib.suppress(Exception):
                self._document = _taken_apart(self._text)

    def _edited(self, plan: Plan) -> tuple[str, Plan, Sequence[Problem], Tables | None]:
        """The file's text with the plan in it, the plan it then holds, and what is not understood.

        A clean text where editing would change the plan. With the text taken apart, if it is.
        """
        from readiness.storage.plan_writer import edit, fresh_text

        ending = "\r\n" if "\r\n" in self._text else "\n"
        try:
            # It is changed in place, so that it is of no use where this is not written after all.
            document, self._document = self._document or _taken_apart(self._text), None
            text, is_apart = edit(document, self.plan, plan)
            found, problems = plan_from_text(text, self.path.name, self.template)
            kept = found == plan
        except Exception:  # noqa: BLE001 - whatever the editor of TOML trips over, the plan is kept
            kept = is_apart = False
        if not kept:
            text, is_apart = fresh_text(plan), False
            try:
                found, problems = plan_from_text(text, self.path.name, self.template)
            except Refused as refused:
                beyond = refused.problem
                raise CannotWrite(self.path, beyond.why, beyond.todo) from None
            self._check(found, problems, plan)
            old = self._text.encode()
            self.set_aside = free_name(self.path, ".bak", old)
            _write(self.set_aside, old)
        held = plan if kept else found
        return text.replace("\n", ending), held, problems, document if is_apart else None

    def _check(self, found: Plan, problems: Sequence[Problem], plan: Plan) -> None:
        """Raise CannotWrite for a plan with more in it than a file may hold."""
        if found != plan:
            for one in problems:
                if one.severity == "error":
                    raise CannotWrite(self.path, one.why, one.todo)


def _taken_apart(text: str) -> Tables:
    """The text as it is edited. Raises ValueError where that would take too long."""
    import tomlkit

    if is_slow_to_edit(text):
        raise ValueError("the text is slow to edit")
    return tomlkit.parse(text.replace("\r\n", "\n"))


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other programs from writing the file meanwhile, and clear up after killed ones."""
    from readiness.storage.lock import plan_lock

    try:
        with plan_lock(path):
            sweep(path)
            yield
    except BlockingIOError:
        raise CannotWrite(path, _("another program is writing it")) from None


def _respect_rights(path: Path) -> None:
    """Raise CannotWrite for a file that may only be read.

    Another could take its place all the same, for that is up to its folder; and root may write
    whatever its mode says.
    """
    try:
        may_write = path.stat().st_mode & 0o222 and os.access(path, os.W_OK)
    except OSError:
        return
    if not may_write:
        todo = _("allow writing to it, or save this plan under another name")
        raise CannotWrite(path, _("it may only be read"), todo)


def _write_new(path: Path, raw: bytes) -> None:
    """Write a file that is not there yet. Raises AlreadyThere or CannotWrite."""
    _look_for_none(path)
    _write(path, raw, lambda: _look_for_none(path))


def _look_for_none(path: Path) -> None:
    if exists(path):
        raise AlreadyThere(path)


def _write(path: Path, raw: bytes, look: Callable[[], None] = lambda: None) -> None:
    if len(raw) > LARGEST_FILE:
        # Nobody could open it again.
        why = _("the plan is larger than {limit} MiB").format(limit=LARGEST_FILE // 2**20)
        raise CannotWrite(path, why, _("shorten its longest texts"))
    try:
        replace_file(path, raw, look)
    except OSError as error:
        raise CannotWrite.by(path, error) from error
