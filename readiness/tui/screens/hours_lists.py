"""The lists beside the picture of the hours: what-ifs, and closures, absences and rounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.describe.what_if import IMPOSSIBLE, Outcome, outcome, outcome_of, variant_words
from readiness.domain.capacity.closures import closures_of
from readiness.domain.capacity.scenarios import KINDS, Question, variant
from readiness.domain.capacity.what_if import Variant
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.tables import TABLES, date_of
from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import short_date, spoken
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import ask
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line

AS_IS = N_("as it is")
"""The key of the line that shows the plan itself."""


ASKED = Words(
    {
        "leaves": N_("Who leaves, and in which week from the start? For example: CD 12"),
        "away": N_("Who is away, and from which week on? For example: CD 12"),
        "fewer": N_("How many patients in all instead?"),
    }
)
"""What is asked about each what-if."""


def what_if_of(kind: str, asked: Question, view: View) -> Variant | None:
    """The what-if of a line; None where it cannot be asked."""
    if kind not in KINDS:
        return None
    return variant(kind, asked, view.plan, view.template, view.review.facts.patients_planned)


def what_if_lines(asked: Question, view: View) -> list[Line]:
    """The plan as it is, and each what-if under it."""
    now = marked(outcome(view.review.facts.ledger))
    lines = [Line(_(AS_IS), _("The plan as it is\n  {ledger}").format(ledger=now))]
    said = list[str]()
    for kind in KINDS:
        one = what_if_of(kind, asked, view)
        if one is not None:
            lines.append(Line(kind, f"{variant_words(one)}{_keys(kind)}\n  {effect(one, view)}"))
        elif IMPOSSIBLE[kind] not in said:
            said.append(IMPOSSIBLE[kind])
            lines.append(Line("", IMPOSSIBLE[kind], "dim"))
    return lines


def ask_what_if(app: Program, key: str, asked: Question, then: Callable[[Question], None]) -> None:
    """Ask what a what-if is about; nothing of one about which nothing can be asked."""
    if key not in ASKED:
        return

    def keep(text: str) -> None:
        found = asked.typed(key, text, app.plan.seen.plan)
        if found is None:
            app.messages.tell(
                _("Not understood: write a practitioner of the list and a week, or a number.")
            )
        else:
            then(found)

    ask(app, AskText(_("What if"), ASKED[key]), keep)


def _keys(kind: str) -> str:
    """The keys that change what a what-if asks about."""
    when = _("  < > week, o who")
    return {"leaves": when, "away": when, "fewer": "  < >"}.get(kind, "")


def effect(variant: Variant, view: View) -> str:
    """What a plan as it could be comes to."""
    return marked(outcome_of(variant, view.template))


def marked(found: Outcome) -> str:
    """What a plan comes to, with a sign for whether it fits."""
    sign = "+ " if found.fits else "! " if found.hours else ""
    return f"{sign}{found.words}"


SHOWN_TABLES = ("closures", "absences", "rounds")
"""The plan's own tables that the hours rest on."""


def closed_lines(view: View) -> list[Line]:
    """A heading and its entries for each table; the usual holidays where no closure is named."""
    lines = list[Line]()
    for table in SHOWN_TABLES:
        lines.append(Line("", TABLES[table].title))
        entries = view.plan.entries(table)
        lines += [Line(f"{table} {key}", _line(table, fields)) for key, fields in entries.items()]
        if not entries:
            lines += _none(table, view)
    return lines


def entry_of(key: str) -> FieldRef:
    """The entry that a line stands for."""
    table, _rest, entry = key.partition(" ")
    return FieldRef(table=table, entry=entry)


def _line(table: str, said: Mapping[str, Value]) -> str:
    if table == "rounds":
        day = date_of(said, "date")
        number = spoken(said.get("patients")) or "?"
        when = short_date(day) if day else _("no date")
        return _("  {when}  {number} patients start").format(when=when, number=number)
    first, last = (date_of(said, name) for name in ("from", "until"))
    days = _("{first} to {last}").format(
        first=short_date(first) if first else "?", last=short_date(last) if last else "?"
    )
    named = spoken(said.get("who")) or _("nobody named")
    who = f"{named}  " if table == "absences" else ""
    used = "" if first and last and first <= last else _("  o not used: both days are needed")
    return f"  {who}{days}  {' '.join(spoken(said.get('what')).split())}{used}"


def _none(table: str, view: View) -> list[Line]:
    ledger = view.review.facts.ledger
    if table == "closures" and ledger is not None and view.plan.start is not None:
        spans = closures_of(view.plan, view.template, view.plan.start, ledger.monday_of(ledger.end))
        usual = [
            _("  {first} to {last}  {what} (our default)").format(
                first=short_date(one.first), last=short_date(one.last), what=one.what
            )
            for one in spans
        ]
        words = _("  The usual holidays, until you add your own:")
        return [Line("", words, "dim"), *(Line("", one, "dim") for one in usual)]
    none = {
        "closures": _("  The usual holidays of the template count (our default)."),
        "absences": _("  Nobody is away."),
        "rounds": _("  By the first round and the caseloads as answered."),
    }
    return [Line("", none[table], "dim")]
