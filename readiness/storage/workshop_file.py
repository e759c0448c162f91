"""The workshop's own file, `NAME.workshop.toml`: the facilitator's, read and written whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from readiness.domain.kinds.kind import excerpt
from readiness.domain.ratings.counts import STEPS, Counts
from readiness.domain.ratings.workshop import Shown, Workshop
from readiness.domain.record import Record
from readiness.i18n.language import N_, _
from readiness.storage.disk import exists, write_whole
from readiness.storage.filenames import leads_out, why_it_leads_out
from readiness.storage.problems import (
    AlreadyThere,
    Problem,
    Refused,
    UnreadableWorkshop,
)
from readiness.storage.table_reader import TemplateProblems
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import parsed

ENDING = ".workshop.toml"
"""How the name of a workshop's file ends."""

KIND, KIND_FORMAT = "workshop", 1

_HEAD = (
    N_("A workshop made with readiness. It belongs to the person who runs it."),
    N_("It holds counts that may be shown, and nobody's own answers."),
)
_NAMES = {"id": "workshop", "smallest": "smallest_group"}
"""Keys of the record that are called something else in the file."""
_BESIDE = {"unsure": "not sure", "inapplicable": "not applicable", "blank": "blank"}
"""What a file calls the counts beside the answers."""


def read_workshop(path: Path) -> Workshop:
    """A workshop by its file. Raises UnreadableWorkshop with everything that is wrong."""
    from pydantic import ValidationError

    from readiness.storage.model_faults import validation_problems

    try:
        text = decoded(read_bytes(path), path.name)
        raw = dict(parsed(text, path.name))
    except Refused as refused:
        raise UnreadableWorkshop([refused.problem]) from None
    _refuse_another(raw, path.name)
    try:
        found = Workshop.model_validate(_as_record(raw))
    except (ValidationError, AttributeError, TypeError, ValueError) as error:
        if isinstance(error, ValidationError):
            faults = validation_problems(error, TemplateProblems(path.name, text))
            raise UnreadableWorkshop(faults) from None
        why, todo = (
            _("a table of it is not as it was written"),
            _("open a copy from before it was changed"),
        )
        raise UnreadableWorkshop([Problem(file=path.name, why=why, todo=todo)]) from None
    if leads_out(found.plan):
        why, todo = why_it_leads_out(found.plan)
        raise UnreadableWorkshop([Problem(file=path.name, where="plan", why=why, todo=todo)])
    return found


def _refuse_another(raw: Mapping[str, Any], name: str) -> None:
    kind, version = raw.get("kind"), raw.get("kind_format")
    why, todo = "", _("choose the file whose name ends in {ending}").format(ending=ENDING)
    if kind != KIND:
        why = _("this is no workshop's file")
        if kind is not None:
            why = _("this is no workshop's file: it is of the kind {kind}").format(
                kind=excerpt(kind)
            )
    elif version != KIND_FORMAT:
        why = _("another version of readiness wrote it, in a format that is not known here")
        todo = _("update readiness, or ask for a new file")
    if why:
        raise UnreadableWorkshop([Problem(file=name, where="kind", why=why, todo=todo)])


def _as_record(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of a file as the record has them."""
    names = {theirs: ours for ours, theirs in _NAMES.items()}
    found = {names.get(key, key): one for key, one in raw.items()}
    for key in ("kind", "kind_format"):
        del found[key]
    for one in found.get("roles", {}).values():
        _read_yes(one, "shown")
    for one in found.get("agreed", {}).values():
        _read_yes(one, "by_leader", "against_votes")
    found["shown"] = [_shown_record(one) for one in found.get("shown", [])]
    return found


def _read_yes(table: dict[str, Any], *keys: str) -> None:
    for key in keys:
        if table.get(key) in ("yes", "no"):
            table[key] = table[key] == "yes"


def _shown_record(raw: dict[str, Any]) -> dict[str, Any]:
    stage = {name: raw.pop(name, {}) for name in ("raters", "answered")}
    counts = {
        item: {group: _counts_record(one) for group, one in groups.items()}
        for item, groups in raw.pop("counts", {}).items()
    }
    return {**raw, "stage": stage, "counts": counts}


def _counts_record(raw: dict[str, Any]) -> dict[str, Any]:
    beside = {name: raw.pop(word, 0) for name, word in _BESIDE.items()}
    return {"said": raw, "is_ordered": tuple(raw) == STEPS, **beside}


def write_workshop(path: Path, workshop: Workshop, *, is_new: bool = False) -> None:
    """Write a workshop's file, whole. Raises CannotWrite, and AlreadyThere for a new one."""
    if is_new and exists(path):
        raise AlreadyThere(path)
    write_whole(path, workshop_text(workshop).encode("utf-8", "replace"))


def workshop_text(workshop: Workshop) -> str:
    """A workshop as the text of its file."""
    import tomlkit

    document = tomlkit.document()
    for line in _HEAD:
        document.add(tomlkit.comment(_(line)))
    document.add("kind", tomlkit.item(KIND))
    document.add("kind_format", tomlkit.item(KIND_FORMAT))
    for name, value in _as_table(workshop).items():
        if value != "":
            document.add(_NAMES.get(name, name), tomlkit.item(value))
    return tomlkit.dumps(document)


def _as_table(record: Record) -> dict[str, Any]:
    """What a record holds as a file has it, without what is empty or no."""
    held = vars(record)
    if isinstance(record, Counts):
        beside = {word: held[name] for name, word in _BESIDE.items() if held[name]}
        return {**record.said, **beside}
    if isinstance(record, Shown):
        first = {"time": record.time, "raters": record.stage.raters, "editions": record.editions}
        held = {**first, "answered": record.stage.answered, **held}
        del held["stage"]
    said = {name: one for name, one in held.items() if one is not None and one is not False}
    return {name: _as_value(one) for name, one in said.items() if one not in ((), {})}


def _as_value(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    if isinstance(value, Record):
        return _as_table(value)
    if isinstance(value, Mapping):
        return {key: _as_value(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [_as_value(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return "yes" if value is True else value
