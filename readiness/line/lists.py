"""Commands that only tell: lists, search, X-rays, hours."""

from __future__ import annotations

from readiness.describe import checklist_form as told
from readiness.describe.finding import finding_words
from readiness.describe.flag import flags_counted
from readiness.describe.search import KINDS, found, snippet
from readiness.describe.state import told_status, word_of
from readiness.describe.summary import hours_told, patients_told
from readiness.domain.capacity.input_gaps import lacking
from readiness.domain.plan.tables import TABLES
from readiness.domain.xrays.finding import GRAVITIES
from readiness.domain.xrays.findings import xrays
from readiness.i18n.language import _, n_
from readiness.line.conversation import Conversation

MOST = 20
"""Places that are told at once."""

LONGEST = 300
"""Characters of a text that are told of it."""


def counted(talk: Conversation) -> str:
    """How many are answered, and how many flags are up."""
    state = talk.session.review
    return _("{state}. Flags: {flags}.").format(
        state=told.counted(state), flags=flags_counted(state.flags)
    )


def list_(talk: Conversation, rest: str) -> None:
    """The areas, or questions that are unanswered, open, flagged, or all."""
    state, template = talk.session.review, talk.session.template
    if rest not in ("unanswered", "open", "flags", "all"):
        for number, (key, area) in enumerate(state.areas.items(), 1):
            title = template.areas[key].title
            flags = n_("{n} flag", "{n} flags", len(area.flags)).format(n=len(area.flags))
            count = _("{answered} of {asked} answered, {flags}").format(
                answered=area.answered, asked=area.asked, flags=flags
            )
            talk.say(f"{number}. {title}: {word_of(area)}, {count}.")
        form = told.form_told(state)
        talk.say(counted(talk), *([form] if form else []))
        talk.say(_("Type list unanswered, list open, list flags or list all for the questions."))
        return
    asked = [one for one in state.items.values() if one.is_asked]
    wanted = {
        "unanswered": [one for one in asked if told_status(one) == "unanswered"],
        "open": [one for one in asked if told_status(one) == "open"],
        "flags": [one for one in state.items.values() if one.flag is not None],
        "all": [*state.items.values()],
    }[rest]
    for one in wanted:
        talk.say(f"{one.id}, {word_of(one)}: {template.items[one.id].question}")
    many = n_("{n} question", "{n} questions", len(wanted)).format(n=len(wanted))
    talk.say(f"{many}." if wanted else _("None."))
    if rest == "open" and any(not one.answered for one in asked):
        talk.say(_("Type list unanswered for those without an answer."))


def find(talk: Conversation, rest: str) -> None:
    """Search questions, answers and notes."""
    words = rest or talk.words(_("Find what?"))
    hits = found(talk.session.plan, talk.session.template, words)
    for hit in hits[:MOST]:
        place = hit.item or TABLES[hit.ref.table].title
        talk.say(f"{place}, {_(KINDS[hit.kind])}: {snippet(hit.text, words, LONGEST)}")
    if len(hits) > MOST:
        talk.say(_("{n} more; add a word to narrow it down.").format(n=len(hits) - MOST))
    end = _("Type go and the question's name to go there.") if hits else _("Try fewer letters.")
    talk.say(_("Found {count}. {end}").format(count=len(hits), end=end))


def xrays_(talk: Conversation, _rest: str) -> None:
    """Answers that contradict each other."""
    session = talk.session
    findings = xrays(session.plan, session.template, session.review, session.today)
    for one in findings:
        talk.say(f"{GRAVITIES[one.gravity]}: {finding_words(one)}")
    talk.say(
        n_("{n} finding.", "{n} findings.", len(findings)).format(n=len(findings))
        if findings
        else _("The plan does not contradict itself.")
    )


def hours(talk: Conversation, _rest: str) -> None:
    """The ledger of hours and the patients, in words."""
    session = talk.session
    told = [
        *hours_told(session.plan, session.template, session.review),
        *patients_told(session.plan, session.template, session.review),
    ]
    talk.say(*filter(None, [unreckoned(talk)]), *told)


def unreckoned(talk: Conversation) -> str:
    """Why the hours cannot be reckoned; empty where they can."""
    session = talk.session
    facts = session.review.facts
    if facts.ledger is not None:
        return ""
    lacks = lacking(session.plan, session.template, facts.inputs)
    why = [one.words for one in lacks if one.stops] or [one.words for one in lacks]
    return " ".join([_("The hours cannot be worked out yet") + ":", *(why or [_("not said")])])
