"""A fault of the program's own, told without anything that a person answered."""

from __future__ import annotations

import os
from pathlib import Path

from readiness.i18n.language import _

FAULT = 3
"""The exit code after a fault of the program's own; nothing else ends with it."""

WHOLE = "READINESS_TRACEBACK"
"""The variable that has a fault told with all that is known of it."""

INNERMOST = 6
"""Places in the program that are named."""


def fault_told(error: BaseException | None, command: str = "") -> str:
    """What happened, what became of the work, where in the program it was, and what to do.

    Neither the error's own words nor a folder are told: both may hold what nobody should read. Only
    where READINESS_TRACEBACK is set are they.
    """
    import traceback

    lines = [*_ended(command), *fault_met(error)]
    if error is not None and os.environ.get(WHOLE):
        lines += [
            _("All that is known; it may hold folders and answers, so look before you send it:"),
            *"".join(traceback.format_exception(error)).splitlines(),
        ]
    else:
        words = _("With {name}=1 set, all that is known is told, folders and answers too.")
        lines.append(words.format(name=WHOLE))
    return "\n".join(lines)


def fault_met(error: BaseException | None) -> list[str]:
    """The type of the fault and the innermost places in the program, a line each."""
    import traceback

    stack = traceback.extract_tb(error.__traceback__) if error is not None else []
    places = [f"  {Path(one.filename).name} {one.lineno} {one.name}" for one in stack]
    return [f"  {_kind(error)}", *places[-INNERMOST:]]


def _ended(command: str) -> list[str]:
    """Until a command is named, it was one in which a plan is answered."""
    answered = _(
        "readiness met a fault of its own and has ended. What you answered is in the plan; what "
        "could not be saved is kept aside and offered when the plan is opened again."
    )
    ran = _(
        "readiness met a fault of its own in the command {command} and has ended. Every file is "
        "as it was, or whole."
    )
    ask = _("Please tell the maintainers these lines; they hold nothing of your plan:")
    return [ran.format(command=command) if command else answered, ask]


def _kind(error: BaseException | None) -> str:
    """What sort of fault it is; with the part that is missing, or what the system said."""
    name = type(error).__name__
    if isinstance(error, ImportError) and error.name:
        return f"{name}: {error.name}"
    if isinstance(error, OSError) and error.errno:
        return f"{name}: {os.strerror(error.errno)}"
    return name
