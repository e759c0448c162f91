"""Changes that could not be written to their plan: kept aside until they are."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import Change, changes
from readiness.domain.versions.flat_plan import flatten, unflatten
from readiness.domain.versions.merge import Merged, merge
from readiness.i18n.language import _, n_
from readiness.storage.disk import write_private
from readiness.storage.memory import shelf_of
from readiness.storage.plan_reader import PlanReader
from readiness.storage.problems import Refused
from readiness.storage.text_file import LARGEST_FILE
from readiness.storage.toml import parsed

FOLDER = "recovery"
"""The folder's name in the user's state folder."""

SYNTAX = 1
"""The version of a recovery file."""


@dataclass(frozen=True)
class Kept:
    """A plan that could not be written, as it was found at the next start."""

    file: Path
    """Where it is kept."""
    when: datetime
    """When it was last kept."""
    base: Plan
    """The plan as it was last in its own file."""
    plan: Plan
    """The plan with the changes that were not written."""
    left: tuple[str, ...] = ()
    """What in it cannot be read, and so not be brought back, each in a line."""
    is_whole: bool = False
    """Whether its file was unreadable or gone, so that what it lacks now was taken out by nobody;
    the base is the plan as it was when that sitting began."""

    def merged(self, current: Plan, template: Template) -> Merged:
        """The plan as it is now with the changes that were kept."""
        base = self.base
        if self.is_whole:
            there = flatten(current)
            base = unflatten({at: leaf for at, leaf in flatten(base).items() if at in there})
        return merge(base, self.plan, current, template)

    def would_change(self, current: Plan, template: Template) -> list[Change]:
        """What bringing it back would change; nothing where all of it is written already."""
        return changes(current, self.merged(current, template).plan, template)

    def left_words(self, most: int) -> list[str]:
        """What cannot be brought back, so many lines of it, after a line that says where it is."""
        head = _("This cannot be brought back, and stays in {file}:").format(file=self.file)
        more = len(self.left) - most
        tail = [_("and {n} more").format(n=more)] if more > 0 else []
        return [head, *self.left[:most], *tail] if self.left else []

    def kept_words(self, now: datetime) -> str:
        """How long ago it was kept, before what it would change."""
        return _("Kept aside {age}. It would change:").format(age=self.age(now))

    def age(self, now: datetime) -> str:
        """How long ago it was kept, in words."""
        minutes = max(int((now - self.when).total_seconds() // 60), 0)
        days, hours = minutes // (24 * 60), minutes // 60
        if days:
            return n_("{n} day ago", "{n} days ago", days).format(n=days)
        if hours:
            return n_("{n} hour ago", "{n} hours ago", hours).format(n=hours)
        if minutes:
            return n_("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
        return _("just now")


class Recovery:
    """The recovery files of one plan; each session writes one of its own."""

    def __init__(self, folder: Path, plan: Path) -> None:
        """Keep what belongs to this plan file under this state folder."""
        self._shelf = shelf_of(folder / FOLDER, plan)
        self._own = self._shelf / f"{os.getpid()}-{secrets.token_hex(4)}.json"
        self.kept: tuple[Plan, Plan, bool] | None = None
        """What this session kept, or tried to: before, after, whether whole; None if nothing."""

    def keep(self, base: Plan, plan: Plan, now: datetime, *, is_whole: bool = False) -> None:
        """Keep a plan aside, as a whole where its file is unreadable or gone.

        Raises OSError where even that is not possible.
        """
        from readiness.storage.plan_writer import fresh_text

        # A save that fails is tried every few seconds, and a long plan takes a while to write.
        if self.kept == (base, plan, is_whole) and self._own.exists():
            return
        whole = {
            "syntax": SYNTAX,
            "when": now.isoformat(timespec="seconds"),
            "base": fresh_text(base),
            "plan": fresh_text(plan),
            "is_whole": is_whole,
        }
        self.kept = (base, plan, is_whole)
        write_private(self._own, json.dumps(whole).encode())

    def drop(self) -> None:
        """Forget what this session kept: it is in the plan now."""
        self.kept = None
        self.forget(self._own)

    def forget(self, file: Path) -> None:
        """Take a recovery file away."""
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._shelf.rmdir()

    def found(self, template: Template) -> list[Kept]:
        """What other sessions of this plan left behind, the latest first."""
        found = []
        with contextlib.suppress(OSError):
            for file in self._shelf.glob("*.json"):
                one = None if file == self._own else _read(file, template)
                if one is not None:
                    found.append(one)
        return sorted(found, key=lambda one: one.when, reverse=True)


def _read(file: Path, template: Template) -> Kept | None:
    """A recovery file; None where it is broken, and then it stays where it is."""
    try:
        if file.stat().st_size > 4 * LARGEST_FILE:
            return None
        whole = json.loads(file.read_text("utf-8"))
        if whole["syntax"] != SYNTAX:
            return None
        when = datetime.fromisoformat(whole["when"]).replace(tzinfo=None)
        base, kept = (_reader(str(whole[name]), template) for name in ("base", "plan"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, Refused):
        return None
    plan = kept.plan()
    return Kept(file, when, base.plan(), plan, _left(kept, plan), whole.get("is_whole") is True)


def _left(kept: PlanReader, plan: Plan) -> tuple[str, ...]:
    """The keys of what was kept that are not in the plan that was read from it."""
    from readiness.storage.plan_writer import fresh_text

    there = set(_keys(parsed(fresh_text(plan), "plan")))
    why = {one.where: f"{one.where}: {one.why}" for one in kept.problems}
    lost = [".".join(key) for key in _keys(kept.raw) if key not in there]
    return tuple(why.get(one, one) for one in lost)


def _keys(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every value in nested tables."""
    for name, value in table.items():
        if isinstance(value, Mapping) and value:
            yield from _keys(value, (*path, name))
        else:
            yield (*path, name)


def _reader(text: str, template: Template) -> PlanReader:
    return PlanReader(parsed(text, "plan"), text, "plan", template)


def plan_in(text: str, template: Template) -> Plan:
    """The plan in a text that the program wrote. Raises Refused where it is none."""
    return _reader(text, template).plan()
