"""What is kept after the start: tables of counts, meetings, reviews and decisions of a team.

Never a table with a row per patient, and no hours, fidelity or dropout of one practitioner.
"""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import Value
from readiness.domain.plan.entry_table import EntryTable, a_choice, a_count, a_date, a_text
from readiness.domain.plan.field_ref import LEFT
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import N_

START = "start"
"""The milestone that keeps the plan as it was on its first day with patients."""

ABOVE = "level above"
"""With whom a barrier lies that the service cannot solve itself."""

GO_ON, ADJUST, STOP, NOT_YET = "go on", "adjust", "stop", "not yet"
"""What can be decided."""

SETTLED, ROW_REASON, EVIDENCE = "settled", "reason", "evidence"
ADVICE, DECLINED = "advice", "declined"
"""Fields of a criterion of a fidelity review, beside the one of each rater."""

MOST_CRITERIA = 60
"""Most criteria of one review."""

LONGEST_LABEL = 40
"""Characters of the name of a criterion: enough to know it, too few to copy a scale."""

LONGEST_SCALE = 100
"""The highest score that a criterion of a scale may have."""


def _yes_no(label: str) -> Part:
    return Part(kind="ynp", label=label)


def _names(label: str, hint: str = "") -> Part:
    return Part(kind="names", label=label, hint=hint)


def _patients(label: str) -> Part:
    return a_count(label, unit=N_("patients"))


MILESTONES = EntryTable(
    title=N_("Milestones"),
    entry=N_("milestone"),
    key="word",
    most=20,
    parts={
        "on": a_date(N_("Day"), "past"),
        "taken_on": a_date(N_("Kept on, where that was later"), "past"),
        "areas": _names(N_("Areas")),
        "flags": _names(N_("Flags")),
        "course": _names(N_("Where it stood after the start")),
        "practitioners": a_count(N_("Practitioners")),
        "hours_freed": Part(kind="number", label=N_("Hours freed a week"), low=0, high=10_000),
        "starts": _patients(N_("Patients who start by the end")),
        "reviews": Part(kind="dates", label=N_("Fidelity reviews")),
        "supervision_until": a_date(N_("Supervision until"), "end"),
        "decision": a_date(N_("Decision on going on")),
        "rule": a_text(N_("Rule for going on")),
        "copy": a_text(N_("Digest of the copy beside the plan")),
    },
)
"""The plan as it stood on a day: written by the program, and never changed by it again."""

CHECKINS = EntryTable(
    title=N_("Check-ins"),
    entry=N_("check-in"),
    key="day",
    most=260,
    parts={
        "held": _yes_no(N_("Held?")),
        "leader_there": _yes_no(N_("Was the leader there?")),
        "practitioners_there": a_count(N_("Practitioners who were there"), high=200),
        "numbers_seen": _yes_no(N_("Were the last numbers seen?")),
        "hours_held": _yes_no(N_("Do the freed hours hold, for the team?")),
        "decided": a_text(N_("What was decided")),
    },
)
"""Meetings of leader and practitioners about the practice; nobody's absence is named."""

BARRIERS = EntryTable(
    title=N_("Barriers"),
    entry=N_("barrier"),
    most=200,
    parts={
        "what": a_text(N_("What stands in the way")),
        "raised_on": a_date(N_("Raised on"), "past"),
        "with": a_choice(
            N_("Who can solve it"), {"ours": N_("Our service"), ABOVE: N_("senior management")}
        ),
        "solved_on": a_date(N_("Solved on"), "past"),
    },
)
"""What stands in the way, from when, and until when."""

MONTHLY = EntryTable(
    title=N_("Month by month"),
    entry=N_("month row"),
    key="month",
    most=120,
    parts={
        "asked": _patients(N_("Asked")),
        "said_yes": _patients(N_("Said yes")),
        "started": _patients(N_("Started")),
        "active": _patients(N_("Active on the last day")),
        "completed": _patients(N_("Completed")),
        "dropped": _patients(N_("Dropped out")),
        "sessions": a_count(N_("Sessions")),
        "supervision_booked": a_count(N_("Supervision booked"), high=200),
        "supervision_held": a_count(N_("Supervision held"), high=200),
        "hours_used": Part(
            kind="number", label=N_("Hours used, the whole team"), low=0, high=100_000
        ),
        "seen_on": a_date(N_("Looked at together on"), "past"),
    },
)
"""Counts of one month for the team; what is empty was not counted, 0 is none."""

RESULTS = EntryTable(
    title=N_("Results for patients"),
    entry=N_("result"),
    key="day",
    most=100,
    parts={
        "measure": a_text(N_("Measure")),
        "improved_means": a_text(N_("What counts as improved")),
        "due": _patients(N_("Due to be measured")),
        "measured": _patients(N_("Measured")),
        "improved": _patients(N_("Improved")),
        "unchanged": _patients(N_("Unchanged")),
        "worse": _patients(N_("Worse")),
        "mean_before": Part(kind="number", label=N_("Mean before")),
        "mean_now": Part(kind="number", label=N_("Mean now")),
        "told_on": a_date(N_("Told to the practitioners on"), "past"),
        "changed": a_text(N_("What it changed")),
    },
)
"""Results of a round of measuring, as counts; a patient's own change is reckoned elsewhere."""

FIDELITY = EntryTable(
    title=N_("Fidelity reviews"),
    entry=N_("Fidelity review"),
    key="day",
    most=40,
    parts={
        "scale": a_text(N_("Scale")),
        "scale_version": a_text(N_("Version of the scale")),
        "low": a_count(N_("Lowest score"), high=LONGEST_SCALE),
        "high": a_count(N_("Highest score"), high=LONGEST_SCALE),
        "raters": _names(N_("Raters"), N_("Initials or role")),
        "own_staff": _yes_no(N_("Rated by the service itself?")),
        "revealed_on": a_date(N_("Scores shown to each other on"), "past"),
        "revealed_early": a_text(N_("Why they were shown before all had finished")),
        "settled_on": a_date(N_("Settled on"), "past"),
        "told_on": a_date(N_("Told in a meeting on"), "past"),
        "written_on": a_date(N_("Written report on"), "past"),
    },
    row_parts={
        SETTLED: a_count(N_("Settled score"), high=LONGEST_SCALE),
        ROW_REASON: a_text(N_("Why this score")),
        EVIDENCE: a_text(N_("What the scores rest on")),
        ADVICE: a_text(N_("Advice")),
        DECLINED: a_text(N_("Why the advice is not followed")),
    },
)
"""Reviews of the service, a row for each criterion, with a column for each rater."""

ADAPTATIONS = EntryTable(
    title=N_("Adaptations"),
    entry=N_("adaptation"),
    most=200,
    parts={
        "what": a_text(N_("What is done differently")),
        "kind": a_choice(
            N_("What it is about"),
            {
                "content": N_("Content"),
                "pace": N_("Pace"),
                "format": N_("Format"),
                "who": N_("Who delivers it"),
                "patients": N_("Which patients"),
                "setting": N_("Setting"),
                "training": N_("Training"),
                "other": N_("Something else"),
            },
        ),
        "from": a_date(N_("From")),
        "ahead": _yes_no(N_("Planned ahead?")),
        "decided_by": a_text(N_("Who decided"), N_("A role; no if nobody did")),
        "why": a_text(N_("Why")),
        "for_whom": a_choice(
            N_("For whom"),
            {"all patients": N_("All patients"), "some patients": N_("Some patients")},
        ),
        "core_kept": _yes_no(N_("Is the core of the practice kept?")),
        "touches": _names(
            N_("Criteria of the scale that it touches"), N_("Numbers or names, as on the scale")
        ),
        "look_again": a_date(N_("Look again on")),
        "outcome": a_choice(
            N_("What came of it"),
            {"keep": N_("Keep it"), "change": N_("Change it"), "drop": N_("Go back")},
        ),
    },
)
"""What is done differently from the practice as described, and who decided it."""

DECISIONS = EntryTable(
    title=N_("Decisions on going on"),
    entry=N_("decision"),
    key="day",
    most=40,
    parts={
        "measured": _patients(N_("Measured")),
        "improved": _patients(N_("Improved")),
        "rule_says": a_text(N_("What the rule says")),
        "decision": a_choice(
            N_("decision"),
            {
                GO_ON: N_("Go on"),
                ADJUST: N_("Adjust"),
                STOP: N_("Stop"),
                NOT_YET: N_("Not yet"),
            },
        ),
        "until": a_date(N_("Not yet: decided by")),
        "reasons": a_text(N_("Reasons")),
        "by": a_text(N_("Decided by"), N_("Initials or role")),
        "next": a_date(N_("Next decision")),
    },
)
"""What was decided, beside what the agreed rule said on that day."""

RECORDS: Mapping[str, EntryTable] = {
    "milestones": MILESTONES,
    "checkins": CHECKINS,
    "barriers": BARRIERS,
    "monthly": MONTHLY,
    "results": RESULTS,
    "fidelity": FIDELITY,
    "adaptations": ADAPTATIONS,
    "decisions": DECISIONS,
}
"""Every table of records by its name in the file."""

PEOPLE = EntryTable(
    title=N_("Practitioners"),
    entry=N_("Practitioner"),
    key="word",
    parts={
        "joined": a_date(N_("Joined on"), "past"),
        LEFT: a_date(N_("Left on"), "past"),
        "trained_on": a_date(N_("Trained on"), "past"),
    },
)
"""What is kept of a practitioner beside the answers; `leaves` stays what was expected."""


def row_parts_of(review: Mapping[str, Value]) -> dict[str, Part]:
    """The fields of a criterion of one fidelity review: those of each of them, and its raters'."""
    own, raters = FIDELITY.row_parts, review.get("raters")
    names = raters if isinstance(raters, tuple) else ()
    part = Part(kind="number", low=0, high=LONGEST_SCALE)
    columns = {name: part.model_copy(update={"label": name}) for name in map(str, names)}
    return {**{name: one for name, one in columns.items() if name not in own}, **own}


def people_parts(template: Template) -> dict[str, Part]:
    """Everything that is kept of a practitioner: what is asked, and when they came and went."""
    asked = {name: part for name, (_key, part) in template.person_parts().items()}
    return {**asked, **PEOPLE.parts}


def holds_records(plan: Plan) -> bool:
    """Whether a plan holds anything that was recorded after its start."""
    if any(plan.entries(name) for name in RECORDS):
        return True
    if any(name in PEOPLE.parts for one in plan.people.values() for name in one.parts):
        return True
    return any("from" in fields for fields in plan.actions.values())
