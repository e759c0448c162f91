"""What is asked: areas, items, rules, references and the practice itself, read from a template."""

from collections.abc import Iterator
from typing import Annotated, Literal

from readiness.domain.checklist.condition import Condition
from readiness.domain.checklist.follow_up import FidelityScale, FollowUp
from readiness.domain.checklist.limits import Assumption
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.rater import RaterQuestion, Topic
from readiness.domain.record import NONE, Record, Sealed, Within

Driver = Literal["competency", "organisation", "leadership"]
"""Fixsen's implementation drivers."""

Severity = Literal["red", "amber"]
"""How much a flag weighs; a red flag overrides everything else in its area."""


LIMITS = ("small_count", "feedback_weeks")
"""The thresholds that the program itself uses, and that a template has to give."""


class Reference(Record):
    """One source, as it stands in the reference list."""

    authors: str
    """Authors as printed, e.g. "Egeland KM, Hauge MI, Ruud T"."""
    year: int | None = None
    """Year of publication, where one is known."""
    title: str
    """Title of the work."""
    where: str = ""
    """Journal, volume and page, publisher or site."""
    doi: str = ""
    """Digital object identifier without the resolver's address, or empty."""


class Holiday(Record):
    """Weeks a year in which no sessions are held, wherever a plan names no closures of its own.

    It begins on a day of the year, or so many days from Easter Sunday.
    """

    label: str
    """What it is called."""
    month: Annotated[int, Within(0, 12)] = 0
    """Month it begins in, 1 to 12; 0 where it is counted from Easter Sunday."""
    day: Annotated[int, Within(1, 31)] = 1
    """Day of the month it begins on; the Monday of that week counts."""
    easter_days: Annotated[int, Within(-60, 60)] = 0
    """Days from Easter Sunday, where month is 0."""
    weeks: Annotated[int, Within(1, 12)] = 1
    """How many weeks it lasts."""


class Practice(Record):
    """The evidence-based practice that is brought in, with the numbers that plan it."""

    name: str
    """Its full name."""
    short: str
    """The name used in sentences; {practice} in the template's texts stands for it."""
    about: str
    """What it is, for whom, in two or three sentences."""
    components: tuple[str, ...] = ()
    """Its core components, a line each."""
    criteria: str = ""
    """Whom it is for, in the practice's own terms."""
    fidelity_scale: str = ""
    """The name of its fidelity scale, or empty."""
    outcome_measure: str = ""
    """An outcome measure that goes with it, or empty."""
    sources: tuple[str, ...] = ()
    """What stands behind this description."""
    numbers: Sealed[str, Assumption]
    """The defaults of the capacity arithmetic, by name (see domain/capacity/capacity.py)."""
    holidays: Sealed[str, Holiday] = NONE
    """Weeks without sessions; our default, replaced by the closures of a plan."""


class Rule(Record):
    """A flag and when it is raised; the first rule of an item that holds wins."""

    flag: Severity
    """Red or amber."""
    when: Condition
    """What must hold."""
    says: str
    """One sentence with the person's own numbers: {part}, {fact}, {threshold} and {who}."""
    says_past: str = ""
    """The same once the first day that it names has been, or whoever it is about has left; empty
    where no day makes a difference."""
    own_says: str = ""
    """What `says` is in the template's own language, where it is in another."""
    earlier: tuple[str, ...] = ()
    """What it said in earlier versions, in the template's own language: who accepted the flag in
    those words still answers for it."""
    why: str = ""
    """Why it matters; without it the item's own reason."""
    sources: tuple[str, ...] = ()
    """Its sources; without them the item's."""
    action: str = ""
    """What to do; without it the item's."""


class Item(Record):
    """One question of a checklist."""

    area: str
    """The id of the area it belongs to."""
    short: str
    """Two or three words for lists; at most 22 characters."""
    own_short: str = ""
    """The same in the template's own language, where `short` is in another."""
    question: str
    """The question, one thing at a time."""
    help: str = ""
    """More words about how to answer, or an example."""
    asked_of: Literal["leader", "practitioners", "both"] = "leader"
    """Who has to answer it for the answer to count."""
    personal: str = ""
    """Why it is asked, where the answer says something about a member of staff."""
    parts: Sealed[str, Part] = NONE
    """Fields answered once for the plan; `value` where there is only one."""
    row_parts: Sealed[str, Part] = NONE
    """Columns of a table that the person fills with rows."""
    row_name: str = "row"
    """What one row is called, e.g. review."""
    person_parts: Sealed[str, Part] = NONE
    """Columns answered for each practitioner; kept with the practitioner."""
    no_label: str = ""
    """What the answer no is called here, e.g. "Nothing is written yet"; empty where it is not
    offered."""
    ready_when: str
    """What counts as ready, in words."""
    why: str
    """Why it matters, citing its sources as [1] does in print."""
    sources: tuple[str, ...] = ()
    """Ids in the reference list; none means our default."""
    numbers: tuple[str, ...] = ()
    """The practice's numbers and thresholds whose evidence `why` tells."""
    if_not: str
    """What to do if it is not ready."""
    driver: Driver
    """The implementation driver it belongs to (Fixsen)."""
    theme: str = ""
    """The theme of the study that speaks to it, or empty."""
    outcome: str = ""
    """Which implementation outcome its action is meant to change (Proctor), e.g. fidelity."""
    target: str = ""
    """Whom or what its action is aimed at (Proctor)."""
    brief: bool = False
    """Whether it belongs to the short form."""
    ready: Condition | None = None
    """When it is ready; without it, when every field that is not optional is given (and yes)."""
    partly: Condition | None = None
    """When it is partly ready though not ready."""
    rules: tuple[Rule, ...] = ()
    """Its flags, gravest first."""
    changed: Sealed[str, str] = NONE
    """Where its meaning changed: the template's version from which it holds, and what changed."""

    rater: RaterQuestion = RaterQuestion()
    """How it is put to several people at once."""

    @property
    def is_our_default(self) -> bool:
        """Whether no source stands behind it."""
        return not self.sources

    @property
    def everyone_part(self) -> str | None:
        """The practitioner's field that one answer for everyone stands in for, if there is one."""
        needed = [name for name, part in self.person_parts.items() if not part.optional]
        return needed[0] if len(needed) == 1 and not self.parts else None


NO_ITEM = Item(
    area="", short="", question="", ready_when="", why="", if_not="", driver="leadership"
)
"""Stands for the question of what belongs to none."""


class Area(Record):
    """One of the checklists, such as selection."""

    title: str
    """Its name."""
    about: str
    """What it is about, in a sentence."""
    wrong: tuple[str, ...] = ()
    """What went wrong in the study's services."""
    right: tuple[str, ...] = ()
    """What went right."""
    sources: tuple[str, ...] = ()
    """Sources of the two lists above."""


class Task(Record):
    """Something that has to be done, and what each role has to do with it."""

    label: str
    """What it is."""
    letters: Sealed[str, Literal["R", "A", "C", "I", "A/R"]]
    """Role to letter: responsible, accountable, consulted, informed."""


class Template(Record):
    """A whole checklist: everything that is asked and how answers are judged."""

    format: Literal[1] = 1
    """The version of the template format."""
    id: str
    """The name that plans refer to."""
    version: str
    """The version of this content."""
    name: str
    """Its title."""
    language: str = "en"
    """Language tag of its texts."""
    about: str = ""
    """What it is for."""
    changed: Sealed[str, str] = NONE
    """What changed in the template as a whole: the version from which it holds, and in words."""
    extends: str = ""
    """The id of the template it was laid over, if any."""
    partly_says: str = "“{label}” is only partly in place."
    """The sentence of the amber flag that an answer of partly raises."""
    own_partly_says: str = ""
    """The same in the template's own language, where `partly_says` is in another."""
    practice: Practice
    """The practice."""
    thresholds: Sealed[str, Assumption]
    """Numbers that rules compare with."""
    themes: Sealed[str, str]
    """The study's themes."""
    areas: Sealed[str, Area]
    """The areas in order."""
    items: Sealed[str, Item]
    """The items by id, in order."""
    topics: Sealed[str, Topic] = NONE
    """What only those who do the work are asked."""
    roles: Sealed[str, str] = NONE
    """The roles in bringing in the practice, by id; our default."""
    tasks: Sealed[str, Task] = NONE
    """Who is responsible, accountable, consulted and informed; our default."""
    references: Sealed[str, Reference]
    """The reference list."""
    follow_up: FollowUp = FollowUp()
    """How the time after the start is judged."""
    fidelity: Sealed[str, FidelityScale] = NONE
    """The scales by which fidelity is rated, by id."""

    def items_of(self, area: str) -> Iterator[tuple[str, Item]]:
        """The items of an area, in order, with their ids."""
        return ((key, item) for key, item in self.items.items() if item.area == area)

    def person_parts(self) -> dict[str, tuple[str, Part]]:
        """Every field kept with a practitioner: its name to the item's id and the field."""
        return {
            name: (key, part)
            for key, item in self.items.items()
            for name, part in item.person_parts.items()
        }

    def number(self, name: str) -> float | None:
        """A threshold or a number of the practice, by name; None where it has no value.

        Raises KeyError for a name that is neither.
        """
        found = self.thresholds.get(name) or self.practice.numbers[name]
        return found.number

    def limit(self, name: str) -> float:
        """One of LIMITS, which every template gives. Raises KeyError for one that is missing."""
        found = self.number(name)
        if found is None:
            raise KeyError(name)
        return found


Form = Literal["full", "short"]
"""How many of the questions are asked."""

FULL: Form = "full"
SHORT: Form = "short"


def asked_in(template: Template, form: Form) -> frozenset[str]:
    """The items that a form asks; all of them where the template has no short form."""
    brief = frozenset(key for key, item in template.items.items() if item.brief)
    return brief if form == SHORT and brief else frozenset(template.items)
