"""The text of a plan file: what it holds, which template it names, and which format it is in.

The step from a format to the next changes the text's own tables, so that comments and keys of a
person's own survive it. To make a new format: raise FORMAT, add the step from the old one, keep its
model and pin the new schema's hash in tests/storage (format_1.py, test_plan_formats.py), and leave
an old file in tests/data/plans.

Plans that are named on a command line are found here too, by what their text says.
"""

from __future__ import annotations

import functools
import glob
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from readiness.domain.checklist.template import Template
from readiness.domain.kinds.kind import excerpt
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import holds_records
from readiness.i18n.language import _
from readiness.storage.answers_reader import ENDING
from readiness.storage.filenames import leads_out, why_it_leads_out
from readiness.storage.plan_reader import PlanReader
from readiness.storage.problems import Problem, Refused
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import parsed

FORMAT = 2
"""The latest format that this version reads and writes."""

OLDEST_WRITTEN = 1
"""Files of this format or a later one stay in it until a plan needs a later one; an older file is
upgraded at its first write, and a copy of it kept."""

Tables = MutableMapping[str, Any]


FormatStep = Callable[[Tables], None]
"""Changes the tables of a file of one format in place, so that they are of the next."""


def _nothing(_tables: Tables) -> None:
    """Format 2 is format 1 with tables more: records of what happened after the start."""


STEPS: Mapping[int, FormatStep] = {1: _nothing}
"""By the older format's number."""


def format_needed(plan: Plan) -> int:
    """The earliest format that can hold a plan, so that older versions can still write it."""
    return 2 if holds_records(plan) else 1


def raise_format(document: Tables, to: int, steps: Mapping[int, FormatStep] = STEPS) -> None:
    """Bring the tables of a file to a format, where they are of an earlier one.

    Raises KeyError where a step is missing.
    """
    for number in range(document["format"], to):
        steps[number](document)
        document["format"] = number + 1


def upgraded(
    text: str, found: int, steps: Mapping[int, FormatStep] = STEPS, to: int = OLDEST_WRITTEN
) -> str:
    """The text of a plan of an older format as a plan of this one; comments stay.

    Raises KeyError where a step is missing, and ValueError where a step spoils the text.
    """
    import tomlkit

    document: Tables = tomlkit.parse(text)
    document["format"] = found
    raise_format(document, to, steps)
    return tomlkit.dumps(document)


@functools.lru_cache(maxsize=2)
def tables(text: str, name: str) -> Mapping[str, Any]:
    """What a plan's text holds, not read anew for each look at it. Raises Refused."""
    return MappingProxyType(parsed(text, name))


def plan_from_text(text: str, name: str, template: Template) -> tuple[Plan, Sequence[Problem]]:
    """The plan in a text, and what is not understood of it. Raises Refused."""
    reader = PlanReader(tables(text, name), text, name, template)
    plan = reader.plan()
    return plan, (*_newer(text, name), *reader.problems)


def format_of(text: str, name: str = "plan") -> int:
    """The format that a plan's text names; 0 where it names none."""
    found = tables(text, name).get("format")
    return found if isinstance(found, int) else 0


def _newer(text: str, name: str) -> tuple[Problem, ...]:
    found = format_of(text, name)
    if found <= FORMAT:
        return ()
    why = _("a newer version of readiness wrote it (format {found}; this one writes {ours})")
    why = why.format(found=found, ours=FORMAT)
    todo = _(
        "it is shown as far as it is understood and never written; update readiness to change it"
    )
    return (Problem(file=name, line=line_of(text, "format"), where="format", why=why, todo=todo),)


def line_of(text: str, key: str) -> int | None:
    """The line of a key at the top of a text; None where it is not there."""
    from readiness.storage.toml_lines import lines_of

    return lines_of(text).get((key,))


def template_name(raw: Mapping[str, object], text: str, file: str) -> str:
    """The template a plan names. Raises Refused when the file is no plan that can be read."""

    def refuse(key: str, why: str, todo: str) -> Refused:
        return Refused(
            Problem(file=file, line=line_of(text, key) or 1, where=key, why=why, todo=todo)
        )

    found = raw.get("format")
    if "kind_format" in raw:
        why = _("this is no plan: it is a file of the kind {kind}").format(
            kind=excerpt(raw.get("kind"))
        )
        raise refuse("kind", why, _("choose the plan's own file"))
    if found is None:
        why, todo = _("the line with the format is missing"), _("add the line: format = 1")
        # In an empty file that would be taken for a plan whose answers somebody took out.
        todo = todo if raw else _("there is nothing in the file, so bring back a copy of it")
        raise refuse("format", why, todo)
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        why = _("the format is not a number that is known")
        raise refuse("format", why, _("write: format = 1"))
    name = raw.get("template", "imr")
    if not isinstance(name, str) or not name:
        todo = _('write the name of a template in quotes, such as template = "imr"')
        raise refuse("template", _("the template has no name"), todo)
    if leads_out(name):
        raise refuse("template", *why_it_leads_out(name))
    return name


MOST = 200
"""Plans that are looked at in one go."""


def plans_meant(given: Sequence[Path]) -> list[Path]:
    """The plans that are meant, each once, in their order; of a folder, the plans in it.

    A file that is named is always meant, also where it is no plan or is not there.
    """
    found = dict.fromkeys(path for one in given for path in _meant(one))
    return list(found)[:MOST]


def _meant(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (one for one in sorted(path.glob("*.toml")) if is_plan(one))
    elif not path.exists() and glob.has_magic(str(path)):
        many = sorted(map(Path, glob.glob(str(path), recursive=True)))  # noqa: PTH207 - any pattern
        yield from (many_one for many_one in many if is_plan(many_one)) if many else iter([path])
    else:
        yield path


def is_plan(path: Path) -> bool:
    """Whether a file looks like a plan: TOML with a format and a template, and no answers file."""
    if path.name.endswith(ENDING) or not path.is_file():
        return False
    try:
        held = parsed(decoded(read_bytes(path), path.name), path.name)
    except Refused:
        # It may well be a plan that somebody broke, and that has to be told.
        return True
    return "format" in held and "template" in held and "items" not in held and "kind" not in held
