"""A workshop: made, gathered, closed, agreed on; each act writes its file whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from readiness.describe.not_done import why
from readiness.describe.reveal import PlanNow
from readiness.describe.state import state_of
from readiness.describe.workshop import actions_counted
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import Value
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.workshop import AGREED, MISSING, MOST_RATERS
from readiness.domain.plan.workshop_record import open_actions, sealed_missing, unfit
from readiness.domain.ratings.disclosure import LARGEST_SMALLEST, SMALLEST, SMALLEST_SENSITIVE
from readiness.domain.ratings.questions import Question, question_ids, questions_of
from readiness.domain.ratings.rater_answers import CODE_LENGTH, CODE_LETTERS
from readiness.domain.ratings.view import ShownQuestion, in_order, ready_by
from readiness.domain.ratings.workshop import Agreed, Asked, Guard, Mode, Role, Workshop, guard
from readiness.domain.record import sealed
from readiness.domain.rules.review import Review, red_facts, review
from readiness.domain.schedule.actions import actions_of
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library
from readiness.storage.workshop_file import ENDING, read_workshop, write_workshop

Trouble = ReadinessError
"""Whatever keeps an act on a workshop from being done, in words: files among it."""


class NotDone(ReadinessError):  # noqa: N818 - it says what happened
    """An act on a workshop that was not done; its text says why and what to do."""


@dataclass(frozen=True)
class Room:
    """A workshop that is open: its file, and what is asked in the language spoken."""

    path: Path
    workshop: Workshop
    template: Template

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question that may be put to several people."""
        return questions_of(self.template)

    @property
    def plan(self) -> Path:
        """Where the plan lies."""
        return self.path.parent / self.workshop.plan


@dataclass(frozen=True)
class Invitation:
    """Who is asked what, until when, and what was promised."""

    roles: Mapping[str, int]
    """How many of each role are asked."""
    wanted: Sequence[str] = ("gap",)
    """Sets or single questions."""
    closes: date | None = None
    mode: Mode = "blind"
    leader_agreed: bool = False
    """Whether the one leader agreed, in writing, to be seen as one."""
    facilitator: str = ""
    smallest: int = SMALLEST
    """The smallest group that is shown; for sensitive questions it is five or this."""


def open_room(path: Path) -> Room:
    """Open a workshop by its file. Raises ReadinessError with what is wrong."""
    workshop = read_workshop(path)
    folder = (path.parent / workshop.plan).parent
    return Room(path, workshop, Library().load(workshop.template or "imr", folder))


def prepare(plan: Path, path: Path, invitation: Invitation, today: date) -> Room:
    """Make a workshop for a plan. Raises ReadinessError; nothing is written over."""
    file = PlanFile.open(plan, Library())
    template, questions = file.template, questions_of(file.template)
    if not SMALLEST <= invitation.smallest <= LARGEST_SMALLEST:
        raise NotDone(why("smallest", least=SMALLEST, most=LARGEST_SMALLEST))
    ids, unknown = question_ids(template, invitation.wanted)
    if unknown or not ids:
        raise NotDone(why("not-for-a-room", items=list(unknown)))
    workshop = Workshop(
        id=f"{_start_of(path)}-{new_code(4)}",
        plan=_as_seen_from(path, plan),
        template=file.plan.template,
        template_version=template.version,
        mode=invitation.mode,
        opened=today,
        closes=invitation.closes,
        facilitator=invitation.facilitator,
        smallest=invitation.smallest,
        smallest_sensitive=max(invitation.smallest, SMALLEST_SENSITIVE),
        roles=sealed(
            {
                role: Role(expected=many, shown=role == "leader" and invitation.leader_agreed)
                for role, many in invitation.roles.items()
            }
        ),
        asked=sealed(
            {key: Asked(roles=questions[key].roles, asked=questions[key].asked) for key in ids}
        ),
    )
    write_workshop(path, workshop, is_new=True)
    return Room(path, workshop, template)


def new_code(length: int = CODE_LENGTH) -> str:
    """A code that nobody can guess, drawn anew."""
    return "".join(secrets.choice(CODE_LETTERS) for _n in range(length))


def _start_of(path: Path) -> str:
    name = path.name.removesuffix(ENDING).lower()
    return "".join(one for one in name if one in CODE_LETTERS)[:3] or "ws"


def _as_seen_from(path: Path, plan: Path) -> str:
    try:
        return Path(os.path.relpath(plan, path.parent)).as_posix()
    except ValueError:
        raise NotDone(why("another-drive")) from None


def write_changes(room: Room, **changes: object) -> Room:
    """Write changes of a workshop into its file. Raises ReadinessError."""
    after = replace(room, workshop=room.workshop.model_copy(update=changes))
    write_workshop(after.path, after.workshop)
    return after


def _open_to_change(room: Room) -> None:
    if not room.workshop.is_closed:
        raise NotDone(why("collecting"))
    if room.workshop.finished is not None:
        raise NotDone(why("finished", day=room.workshop.finished))


CONFIRMED: Mapping[Guard, str] = {
    "against votes": "against_votes",
    "better than theirs": "by_leader",
}
"""Guards that a word from the room lets pass, and where that word is kept."""


def agree(room: Room, item: str, agreed: Agreed) -> tuple[Room, Guard | None]:
    """Keep what the room agreed on; or say what has to be said first, and change nothing.

    What is said without need, that it goes against votes, is not kept. Raises NotDone before the
    reveal, and for more people, a longer text or a day further away than a plan can hold.
    """
    _open_to_change(room)
    if agreed.against > MOST_RATERS:
        raise NotDone(why("no-number", text=str(agreed.against)))
    if over := unfit(AGREED, {"reason": agreed.reason, "look_again": agreed.look_again}):
        raise NotDone(over)
    about = (room.questions.get(item), room.template.items.get(item))
    found = guard(room.workshop, item, agreed, about)
    if found is not None:
        return room, found
    for name in ("against_votes", "by_leader"):
        plain = agreed.model_copy(update={name: False})
        if guard(room.workshop, item, plain, about) is None:
            agreed = plain
    agreed = agreed.model_copy(update={"against": max(1, agreed.against)})
    parked = tuple(one for one in room.workshop.parked if one != item)
    whole = sealed({**room.workshop.agreed, item: agreed})
    return write_changes(room, agreed=whole, parked=parked), None


def park(room: Room, item: str) -> Room:
    """Put a question off. Raises NotDone before the reveal, or for one that was not asked."""
    _open_to_change(room)
    if item not in room.workshop.asked:
        raise NotDone(why("not-asked", item=item))
    return write_changes(room, parked=tuple(dict.fromkeys((*room.workshop.parked, item))))


def note_missing(room: Room, what: str, who: str, by: date | None, item: str = "") -> Room:
    """Keep what nobody knew, who finds out, and by when.

    Raises NotDone without a name or a day, and for what a plan cannot hold.
    """
    _open_to_change(room)
    if not what.strip() or not who.strip() or by is None:
        raise NotDone(why("missing"))
    fields: dict[str, Value | None] = {
        "item": item,
        "what": what.strip(),
        "who": who.strip(),
        "by": by,
    }
    if over := unfit(MISSING, fields):
        raise NotDone(over)
    return write_changes(room, missing=sealed_missing(room.workshop, fields))


MOST_DOTS, MOST_ON_ONE = 3, 2
"""Dots of one person, and of one person on one action; our default."""


def place_dots(room: Room, people: Sequence[Sequence[str]]) -> Room:
    """Keep how many dots each action has, once all are in; `people` is one list of actions each.

    Nobody's own dots are kept. Raises what `count_dots` raises.
    """
    return write_changes(room, dots=sealed(count_dots(room, people)))


def count_dots(room: Room, people: Sequence[Sequence[str]]) -> dict[str, int]:
    """How many dots each action has; `people` is one list of actions each.

    Raises NotDone where someone has too many, or where there is no such action that is open, and
    UnreadablePlan.
    """
    _open_to_change(room)
    there, found = open_actions(PlanFile.open(room.plan, Library()).plan), dict[str, int]()
    for number, one in enumerate(people, 1):
        if len(one) > MOST_DOTS or any(one.count(key) > MOST_ON_ONE for key in one):
            raise NotDone(why("too-many-dots", n=number, most=MOST_DOTS, one=MOST_ON_ONE))
        unknown = next((key for key in one if key not in there), None)
        if unknown is not None:
            raise NotDone(why("no-open-action", n=number, entry=unknown, there=list(there)))
        for key in one:
            found[key] = found.get(key, 0) + 1
    return found


def revealed(room: Room) -> list[ShownQuestion]:
    """Every question with what may be shown of it. Raises NotDone before collecting is closed."""
    if not room.workshop.is_closed:
        raise NotDone(why("collecting"))
    return in_order(room.workshop, room.questions)


def plan_now(room: Room) -> PlanNow:
    """What the plan says now of what was asked; nothing where it cannot be read."""
    try:
        file = PlanFile.open(room.plan, Library())
    except ReadinessError:
        return PlanNow()
    return plan_says(room, file.plan, file.template, review(file.template, file.plan, date.today()))


def plan_says(room: Room, plan: Plan, template: Template, judged: Review) -> PlanNow:
    """What an open plan says of what was asked."""
    states = {key: state_of(one) for key, one in judged.items.items()}
    answers = {}
    for key, question in room.questions.items():
        item = template.items.get(key)
        value = plan.answer(key).parts.get(question.part)
        if item is not None and value is not None:
            part = item.parts.get(question.part, Part(kind="ynp"))
            answers[key] = value_words(part, value, item.no_label)
    ready = {key: ready_by(states, one.against) for key, one in template.topics.items()}
    return PlanNow(
        ready=sealed({key: one for key, one in ready.items() if one is not None}),
        answers=sealed(answers),
        red_facts=red_facts(judged, plan, template),
    )


def rooms_of(plan: Path) -> list[Room]:
    """The workshops of a plan that lie in its folder, by the names of their files."""
    found = []
    for path in sorted(plan.parent.glob(f"*{ENDING}")):
        try:
            room = open_room(path)
        except ReadinessError:
            continue
        if room.plan.resolve() == plan.resolve():
            found.append(room)
    return found


def actions_now(room: Room) -> list[str]:
    """How the plan's actions stand today, in sentences; nothing where the plan cannot be read."""
    try:
        file = PlanFile.open(room.plan, Library())
    except ReadinessError:
        return []
    return actions_counted(actions_of(file.plan), date.today())
