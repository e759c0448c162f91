"""Commands that only tell: lists, search, X-rays, hours."""

from __future__ import annotations

from readiness.core.judged.review import word_of
from readiness.core.told.search import found
from readiness.core.told.telling import hours_told, patients_told, where_words
from readiness.core.wording.language import _
from readiness.core.xrays.findings import xrays
from readiness.prompt.walk import Walk


def counted(walk: Walk) -> str:
    """How many are answered, and how many flags are up."""
    state = walk.session.review
    answered = sum(area.answered for area in state.areas.values())
    red = sum(flag.severity == "red" for flag in state.flags)
    amber = len(state.flags) - red
    return _("{answered} of {count} questions answered. Flags: {red} red, {amber} amber.").format(
        answered=answered, count=len(state.items), red=red, amber=amber
    )


def list_(walk: Walk, rest: str) -> None:
    """The areas, or questions that are open, flagged, or all."""
    state, template = walk.session.review, walk.session.template
    if rest not in ("open", "flags", "all"):
        for number, (key, area) in enumerate(state.areas.items(), 1):
            title = template.areas[key].title
            count = _("{answered} of {asked} answered, {count} flags").format(
                answered=area.answered, asked=area.asked, count=len(area.flags)
            )
            walk.talk.say(f"{number}. {title}: {word_of(area)}, {count}.")
        walk.talk.say(counted(walk), _("Type list open, list flags or list all for the questions."))
        return
    wanted = {
        "open": [one for one in state.items.values() if one.status == "open"],
        "flags": [one for one in state.items.values() if one.flag is not None],
        "all": [*state.items.values()],
    }[rest]
    for one in wanted:
        walk.talk.say(f"{one.id}, {word_of(one)}: {template.items[one.id].question}")
    walk.talk.say(_("{count} questions.").format(count=len(wanted)) if wanted else _("None."))


def find(walk: Walk, rest: str) -> None:
    """Search questions, answers and notes."""
    words = rest or walk.words(_("Find what?"))
    hits = found(walk.session.plan, walk.session.template, words)
    for hit in hits:
        walk.talk.say(f"{hit.item}, {hit.kind}: {hit.text}")
    end = _("Type go and the question's name to go there.") if hits else _("Try fewer letters.")
    walk.talk.say(_("Found {count}. {end}").format(count=len(hits), end=end))


def xrays_(walk: Walk, _rest: str) -> None:
    """Where the plan does not fit itself."""
    session = walk.session
    findings = xrays(session.plan, session.template, session.review, session.today)
    for one in findings:
        walk.talk.say(f"{one.gravity}: {where_words(one.spot)}{one.says} {one.todo}")
    walk.talk.say(
        _("{count} findings.").format(count=len(findings))
        if findings
        else _("The plan does not contradict itself.")
    )


def hours(walk: Walk, _rest: str) -> None:
    """The ledger of hours and the patients, in words."""
    session = walk.session
    told = [
        *hours_told(session.plan, session.template, session.review),
        *patients_told(session.plan, session.template, session.review),
    ]
    walk.talk.say(
        *told or [_("The hours cannot be reckoned yet: CAP-01 and CAP-03 say what is needed.")]
    )
