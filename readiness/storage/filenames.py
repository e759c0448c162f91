r"""Names of files that stand in a file from a stranger: never one that reaches out of the computer.

And names that are made of what people typed.

On Windows, merely to look whether `\\server\share\x` is there signs the person in at that server,
and NUL or COM1 is a device in every folder, with any ending. So such a name is refused before
anyone looks, on every system alike: a plan travels.
Source: Microsoft, "Naming Files, Paths, and Namespaces" and "File path formats on Windows systems".
"""

import re

from readiness.domain.kinds.kind import shown
from readiness.i18n.language import _

_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])")
_PART = re.compile(r"[/\\]")


def leads_out(name: str) -> bool:
    """Whether a name is a whole path, or names a drive, a network, a device or an address."""
    if name[:1] in ("/", "\\") or ":" in name:
        return True
    return any(map(_is_device, _PART.split(name)))


def _is_device(part: str) -> bool:
    # Windows leaves out spaces and dots at the end, and whatever stands behind the first dot.
    return _DEVICES.fullmatch(part.partition(".")[0].strip(" ").lower()) is not None


def in_a_name(words: str) -> str:
    """Words as a part of a file's name; a sign that not every system allows there by its number.

    Different words stay different: "AB/CD" is AB%2FCD.
    """
    return "".join(one if one.isalnum() or one in " -_.'" else f"%{ord(one):02X}" for one in words)


def why_it_leads_out(name: str) -> tuple[str, str]:
    """What is wrong with such a name, and what to do."""
    why = _("{name} is a whole path, or names a drive, a device or another computer")
    todo = _("put the file beside this one, and write its name")
    return why.format(name=shown(name)), todo
