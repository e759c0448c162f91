"""The one address of everything that a plan holds: an answer, a row, a practitioner, an entry."""

from __future__ import annotations

from readiness.domain.record import Record

ASSUMPTIONS, CALENDAR = "assumptions", "calendar"
"""Tables of single values beside the tables of entries: the part is the value's name."""

PEOPLE = "people"
"""The table of the practitioners."""

WITH_ROWS = "fidelity"
"""The table whose entries have rows: a fidelity review has one for each criterion."""

VALUE, NOTE, REASON, ROLE = "value", "note", "reason", "role"
"""Parts that every question, or every practitioner, has: the answer to a question as a whole, a
note on it, why it does not apply, and what a practitioner's role is."""


LEFT = "left"
"""What is kept of a practitioner who is not there any more: the last day."""


class FieldRef(Record, kw_only=False):
    """Where something stands in a plan. What is empty does not narrow it down.

    A question: `item`; a field of it: `item` and `part`, with `row` or `person` where the field is
    answered for each of them. A practitioner: `person`; all of them: the table `people`. An entry
    of one of the plan's own tables: `table` and `entry`. A particular of the plan, such as its
    service: `part` alone.
    """

    item: str = ""
    """The id of a question, such as SEL-03."""
    part: str = ""
    """The key of a field, `value`, `note`, `reason`, `role`, or a particular of the plan."""
    row: str | None = None
    """The row of a question, or of an entry, where it has rows."""
    person: str | None = None
    """The practitioner, by initials or role."""
    table: str = ""
    """One of the plan's own tables, `people`, `assumptions`, or `calendar`."""
    entry: str = ""
    """The entry of that table."""

    @property
    def is_whole(self) -> bool:
        """Whether it is a practitioner, a row or an entry rather than a field of one."""
        has_key = bool(self.entry) or self.row is not None or self.person is not None
        return has_key and not self.part

    @property
    def path(self) -> tuple[str, ...]:
        """Where it stands in the plan's file: ("answers", "MON-01", "rows", "2", "by")."""
        if self.table:
            head: tuple[str, ...] = (self.table, self.entry) if self.entry else (self.table,)
        elif self.person is not None:
            head = (PEOPLE, self.person)
        else:
            head = ("answers", self.item) if self.item else ()
        rows = () if self.row is None else ("rows", self.row)
        return (*head, *rows, self.part) if self.part else (*head, *rows)

    def holds(self, other: FieldRef) -> bool:
        """Whether the other is this one, or stands in it, as a field stands in its row."""
        if self.part:
            return self == other
        return (
            (self.item, self.table, self.person) == (other.item, other.table, other.person)
            and self.entry in ("", other.entry)
            and self.row in (None, other.row)
        )


def number_ref(name: str) -> FieldRef:
    """One of the numbers that the program reckons with, by its name in the template."""
    return FieldRef(part=name, table=ASSUMPTIONS)
