"""What can be wrong with a file, in words: what, where, and what to do."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar

from readiness.domain.record import Record
from readiness.i18n.language import _

Found = TypeVar("Found")

KeyPath = tuple[str, ...]
"""The keys from the top of a TOML file to what is meant."""

Said = tuple[str, str]
"""What is wrong, and what to do."""

Fault = tuple[KeyPath, Said]
"""Where it is, what is wrong, and what to do."""

Severity = Literal["error", "remark"]

MOST_PROBLEMS = 100
"""Problems of one file that are told; a file with more is something else than it seems."""


class Problem(Record):
    """One thing in a file that is wrong or worth a remark."""

    file: str
    """The file's name."""
    line: int | None = None
    """The line, counted from 1, where one is known."""
    where: str = ""
    """The key in the file, e.g. answers.SEL-01.value."""
    why: str
    """What is wrong."""
    todo: str
    """What to do."""
    severity: Severity = "error"
    """An error keeps something from being understood; a remark does not."""

    def words(self) -> str:
        """The whole problem in one line."""
        line = " " + _("line {n}").format(n=self.line) if self.line else ""
        where = f" ({self.where})" if self.where else ""
        whole = f"{self.file}{line}{where}: {self.why}; {self.todo}."
        # A line break in a key or a name of the file could otherwise pass for a message of ours.
        return " ".join(whole.split())


class Refused(Exception):  # noqa: N818 - it carries a problem and is turned into the file's own error
    """A file that is not read, with the problem to show."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.words())
        self.problem = problem


class ReadinessError(Exception):
    """Something that a person can mend; its text says what, where and what to do."""


def or_why(do: Callable[[], Found]) -> Found | str:
    """What is done or found, or why it cannot be, in words."""
    try:
        return do()
    except ReadinessError as error:
        return str(error)


class Unreadable(ReadinessError):  # noqa: N818 - it says what happened
    """A file that cannot be used."""

    def __init__(self, problems: list[Problem]) -> None:
        """Say all that is wrong with it."""
        super().__init__("\n".join(problem.words() for problem in problems))
        self.problems = problems


class UnreadablePlan(Unreadable):
    """A plan file that cannot be read; nothing in it was changed."""


class UnreadableAnswers(Unreadable):
    """A file with one person's answers that cannot be counted; nothing in it was changed."""


class UnreadableWorkshop(Unreadable):
    """A workshop's own file that cannot be read; nothing in it was changed."""


class UnreadableTemplate(Unreadable):
    """A template that cannot be used."""


class ChangedOnDisk(ReadinessError):  # noqa: N818 - it says what happened
    """The file was changed by someone else since it was read."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        words = _(
            "{file} was changed by someone else since it was opened; nothing was written. "
            "Open it again, or save this plan under another name."
        )
        super().__init__(words.format(file=path.name))


class CannotWrite(ReadinessError):  # noqa: N818 - it says what happened
    """The file could not be written; the old one is as it was."""

    def __init__(self, path: Path, why: str, todo: str = "") -> None:
        """Name the file, the reason, and what to do where it is not the usual."""
        words = _("{file} could not be written: {why}; {todo}.")
        if os.path.isfile(path):  # noqa: PTH113 - Path's own may raise
            words = _("{file} could not be written: {why}. The old file is as it was; {todo}.")
        todo = todo or _("make room or save under another name")
        super().__init__(words.format(file=path.name, why=why, todo=todo))

    @classmethod
    def by(cls, path: Path, error: OSError) -> "CannotWrite":
        """Say in a person's words what the system said."""
        if isinstance(error, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112
            return cls(path, _("this is a folder"), _("give the name of a file"))
        is_nowhere = isinstance(error, FileNotFoundError | NotADirectoryError)
        if is_nowhere and not os.path.isdir(path.parent):  # noqa: PTH112
            why = _("there is no folder {folder}").format(folder=path.parent.name or path.parent)
            return cls(path, why, _("make the folder, or choose another one"))
        if isinstance(error, PermissionError):
            return cls(path, _("permission denied"), _("save it in a folder of your own"))
        known = {
            errno.EINVAL: ((error.strerror or "").lower(), _("save under another name")),
            errno.EROFS: (_("the disk can only be read"), _("save it in another place")),
            errno.ENOSPC: (_("no space left on device"), ""),
            errno.ENAMETOOLONG: (_("its name is too long"), _("give it a shorter one")),
        }
        if error.errno in known:
            return cls(path, *known[error.errno])
        return cls(path, (error.strerror or str(error)).lower())


class AlreadyThere(ReadinessError):  # noqa: N818 - it says what happened
    """A new file was asked for where one is already."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        words = _("{file} is there already; nothing was written. Choose another name.")
        super().__init__(words.format(file=path.name))


class ReadOnly(ReadinessError):  # noqa: N818 - it says what happened
    """A newer version of the program wrote the file; this one does not touch it."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        words = _(
            "{file} was written by a newer version of readiness and is open to read only; "
            "nothing was written. Update readiness to change it."
        )
        super().__init__(words.format(file=path.name))
