"""What is told about a flag: how grave it is, who answers for it, and all that stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.describe.detail import Detail, with_text
from readiness.describe.state import SHORT, SIGNS, WORDS
from readiness.domain.checklist.template import Template
from readiness.domain.plan.acceptance import Acceptance
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import cited_words
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, ended


def sign(flag: Flag) -> str:
    """The sign of its state, as one character: a red flag that is accepted has one of its own."""
    is_kept = flag.severity == "red" and flag.is_accepted
    return SIGNS["accepted" if is_kept else flag.severity]


def flag_name(flag: Flag) -> str:
    """What a flag is called, such as "red flag"."""
    return WORDS[flag.severity]


def accepted_words(flag: Flag) -> str:
    """Whether somebody answers for a flag; empty where nobody ever did."""
    if flag.acceptance is None:
        return ""
    return _("accepted") if flag.is_accepted else _("accepted before, has changed since")


def severity_words(flag: Flag) -> str:
    """How grave a flag is, and whether somebody answers for it, such as "red, accepted"."""
    return ", ".join(filter(None, (SHORT[flag.severity], accepted_words(flag))))


def acceptance_words(one: Acceptance | None) -> str:
    """Who accepted a flag, when and why, and what it said then where it says something else now.

    Empty where nobody did.
    """
    if one is None:
        return ""
    words = (
        _("Accepted by {who} on {day}: {reason}") if one.on else _("Accepted by {who}: {reason}")
    )
    said = words.format(who=one.by, day=date_words(one.on) if one.on else "", reason=one.reason)
    if one.look_again is not None:
        again = _("Look again on {date}.").format(date=date_words(one.look_again))
        said = f"{ended(said)} {again}"
    if one.still_holds:
        return said
    then = _("The flag said something else then: {says}").format(says=one.says)
    return f"{said}\n{then}"


def rests_on(flag: Flag) -> str:
    """The plan's own values that raised a flag."""
    return "; ".join(f"{one.name}: {one.words}" for one in flag.inputs)


def flag_details(flag: Flag, template: Template) -> list[Detail]:
    """All that stands behind a flag, and what to do about it."""
    return with_text(
        [
            Detail("", acceptance_words(flag.acceptance)),
            Detail(_("Rests on"), rests_on(flag)),
            Detail(_("Limit"), "; ".join(flag.defaults)),
            Detail(_("Why"), flag.why),
            Detail(_("Source"), cited_words(flag.sources, template), is_minor=True),
            Detail(_("What to do"), flag.action),
        ]
    )


def flags_counted(flags: Sequence[Flag]) -> str:
    """How many flags there are of each gravity; both are said, for none of one is news too."""
    red = sum(flag.severity == "red" for flag in flags)
    amber = len(flags) - red
    said = [
        n_("{n} red", "{n} red", red).format(n=red),
        n_("{n} amber", "{n} amber", amber).format(n=amber),
    ]
    return ", ".join(said)
