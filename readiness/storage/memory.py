"""What is remembered between sittings, outside the plan: recent plans, places, choices.

And which dates the last calendar files of a plan had, so that one that is gone can be cancelled.
Never in the way: what cannot be read is as if nothing had been kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from readiness.describe.state import signs_by_area
from readiness.domain.checklist.template import FULL, SHORT, Form
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.domain.rules.review import Review
from readiness.storage.disk import read_regular, resolved, write_private
from readiness.storage.example import is_untouched_copy
from readiness.storage.folders import default_folder as default_folder  # noqa: PLC0414 - known from here
from readiness.storage.text_file import is_there

MOST_RECENT = 12
"""Plans that are remembered."""

LARGEST = 1024 * 1024
"""Bytes of a file that are read; what we write is a few thousand."""

SOON = timedelta(minutes=1)
"""Until then the same plan in the same state is not written down again."""


class Recent(Record):
    """One plan that was open before."""

    path: Path
    """Its file."""
    plan: str = ""
    """What it is called."""
    answered: int = 0
    """Items answered."""
    asked: int = 0
    """Items asked."""
    form: Form = FULL
    """The form that is asked."""
    red: int = 0
    """Red flags."""
    when: datetime
    """When it was last open."""
    item: str = ""
    """The item the person was at; empty for the map."""
    signs: str = ""
    """The signs of its questions, an area a word; empty where it is not known."""
    start: date | None = None
    """Its first day with patients, where one is set."""
    stamp: str = ""
    """What its file looked like from outside when this was kept."""

    @property
    def is_as_kept(self) -> bool:
        """Whether the file is still the one that this was kept of."""
        return bool(self.stamp) and self.stamp == _stamp(self.path)


def _stamp(path: Path) -> str:
    """When a file was written, and how long it is; empty where that cannot be told."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size}"


def _behind(path: Path) -> Path:
    """The whole path behind any links; one of those where they lead in a circle."""
    return Path(os.path.realpath(path))


class Memory:
    """Recent plans and places. Never in the way: what cannot be read or kept is let go."""

    def __init__(self, folder: Path) -> None:
        """Remember in this folder."""
        self.folder = folder
        """The user's state folder."""
        self._file = folder / "recent.json"
        self._chosen = folder / "preferences.json"
        self._kept: Recent | None = None

    def recent(self) -> list[Recent]:
        """Plans that were open before and are still there, the latest first.

        A copy of the worked example is somebody's plan only once something was written in it.
        """
        return [
            one for one in self._all() if is_there(one.path) and not is_untouched_copy(one.path)
        ]

    def place(self, path: Path) -> str:
        """The item the person was at in a plan; empty if none is known."""
        whole = spelled(_behind(path))
        return next((one.item for one in self._all() if spelled(one.path) == whole), "")

    def remember(self, recent: Recent) -> None:
        """Keep a plan at the head of the list; writes nothing where next to nothing is new."""
        if self._kept is not None and _is_same(self._kept, recent):
            return
        self._kept = recent
        one = recent.model_copy(update={"path": _behind(recent.path)})
        name = spelled(one.path)
        others = [other for other in self._all() if spelled(other.path) != name]
        self._write([one, *others][:MOST_RECENT])

    def _write(self, kept: list[Recent]) -> None:
        whole = json.dumps([_tables(entry) for entry in kept], indent=1)
        with contextlib.suppress(OSError):
            write_private(self._file, whole.encode())

    def remember_place(
        self, path: Path, plan: Plan, review: Review, item: str, when: datetime
    ) -> None:
        """Keep a plan as it is now at the head of the list, with the item the person is at."""
        self.remember(_as_it_is(path, plan, review, item, when))

    def renew(self, path: Path, plan: Plan, review: Review) -> None:
        """Keep how a plan of the list is now, which was changed elsewhere; its place stays."""
        kept = [
            _as_it_is(path, plan, review, one.item, one.when) if one.path == path else one
            for one in self._all()
        ]
        self._write(kept)

    def is_first(self, what: str) -> bool:
        """Whether something is met for the first time; from then on it is not."""
        mark = self.folder / f"{what}.seen"
        if is_there(mark):
            return False
        with contextlib.suppress(OSError):
            write_private(mark, b"")
        return True

    def preference(self, name: str) -> str:
        """What a person chose before under a name, such as the colours; empty if nothing."""
        return self._preferences().get(name, "")

    def prefer(self, name: str, choice: str) -> None:
        """Remember a choice under a name."""
        whole = json.dumps({**self._preferences(), name: choice}, indent=1)
        with contextlib.suppress(OSError):
            write_private(self._chosen, whole.encode())

    def _preferences(self) -> dict[str, str]:
        found = _read(self._chosen)
        chosen = found if isinstance(found, dict) else {}
        return {str(name): str(choice) for name, choice in chosen.items()}

    def _all(self) -> list[Recent]:
        found, entries = _read(self._file), []
        for one in found if isinstance(found, list) else ():
            with contextlib.suppress(ValueError, TypeError, KeyError, ArithmeticError):
                entries.append(_recent(one))
        return entries


def _read(file: Path) -> Any:  # noqa: ANN401 - whatever somebody may have put there
    """What a file of ours holds; None where it holds nothing of the kind any more."""
    try:
        return json.loads(read_regular(file, LARGEST))
    except (OSError, ValueError, RecursionError):
        return None


def _as_it_is(path: Path, plan: Plan, review: Review, item: str, when: datetime) -> Recent:
    return Recent(
        path=path,
        plan=plan.plan or plan.service,
        answered=review.answered,
        asked=review.asked,
        form=review.form,
        red=sum(flag.severity == "red" for flag in review.flags),
        when=when,
        item=item,
        signs=signs_by_area(review),
        start=plan.start,
        stamp=_stamp(path),
    )


def _is_same(kept: Recent, recent: Recent) -> bool:
    is_soon = recent.when - kept.when < SOON
    return is_soon and kept.model_copy(update={"when": recent.when}) == recent


def _tables(recent: Recent) -> dict[str, Any]:
    start = recent.start.isoformat() if recent.start else ""
    return recent.model_dump() | {"path": str(recent.path), "start": start}


def _recent(raw: dict[str, Any]) -> Recent:
    """An entry of the list. Raises ValueError, TypeError, KeyError or OverflowError for none."""
    when, start = datetime.fromisoformat(raw["when"]), str(raw.get("start", ""))
    return Recent(
        path=Path(raw["path"]),
        plan=str(raw.get("plan", "")),
        answered=int(raw.get("answered", 0)),
        asked=int(raw.get("asked", 0)),
        form=SHORT if raw.get("form") == SHORT else FULL,
        red=int(raw.get("red", 0)),
        when=when.replace(tzinfo=None),
        item=str(raw.get("item", "")),
        signs=str(raw.get("signs", "")),
        start=date.fromisoformat(start) if start else None,
        stamp=str(raw.get("stamp", "")),
    )


def shelf_of(folder: Path, plan: Path) -> Path:
    """The folder for one plan file, whatever name or link it was opened by. Makes nothing."""
    try:
        whole = resolved(plan)
    except OSError:
        whole = plan.absolute()
    raw = spelled(whole).encode("utf-8", "surrogateescape")
    return folder / hashlib.sha256(raw).hexdigest()[:24]


def spelled(path: Path) -> str:
    """A path with each letter spelled in one way: "å" may be one character, or "a" and a ring.

    Systems and sync programs change the one into the other, and mean the same file.
    """
    return unicodedata.normalize("NFC", str(path))


TOLD = 2
"""Exports in which a date that is gone is told as cancelled."""


def dates_gone_since(
    plan_id: str, now: Mapping[str, tuple[date, str]], folder: Path | None = None
) -> dict[str, tuple[date, str]]:
    """The dates of earlier files that are in none now, by id: day and words."""
    return {
        uid: (day, what) for uid, (day, what, _left) in _dates_gone(plan_id, now, folder).items()
    }


def keep_dates(
    plan_id: str, now: Mapping[str, tuple[date, str]], folder: Path | None = None
) -> None:
    """Keep the dates of a file that was written, and how often those that are gone are told yet."""
    kept = {uid: [day.isoformat(), what, TOLD] for uid, (day, what) in now.items()}
    for uid, (day, what, left) in _dates_gone(plan_id, now, folder).items():
        kept[uid] = [day.isoformat(), what, left - 1]
    with contextlib.suppress(OSError):
        write_private(_dates_file(plan_id, folder), json.dumps(kept).encode())


def _dates_file(plan_id: str, folder: Path | None) -> Path:
    return (folder or default_folder()) / "calendars" / f"{plan_id}.json"


def _dates_gone(
    plan_id: str, now: Mapping[str, tuple[date, str]], folder: Path | None
) -> dict[str, tuple[date, str, int]]:
    before = _dates_in(_dates_file(plan_id, folder))
    return {uid: one for uid, one in before.items() if uid not in now and one[2] > 0}


def _dates_in(file: Path) -> dict[str, tuple[date, str, int]]:
    """By id: day, words, and in how many files more it is told once it is gone."""
    with contextlib.suppress(ValueError, TypeError, AttributeError):
        return {
            str(uid): (date.fromisoformat(day), str(what), int(left))
            for uid, (day, what, left) in _read(file).items()
        }
    return {}
