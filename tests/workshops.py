"""Workshops and people's answers for the tests, made up."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from readiness.app.operations.workshop import Invitation, Room, prepare
from readiness.app.operations.workshop_collect import take_lines
from readiness.domain.plan.plan import Plan
from readiness.domain.ratings.intake import Gathered, gathered
from readiness.domain.ratings.questions import Question, question_ids, questions_of
from readiness.domain.ratings.rater_answers import RaterAnswers, Said
from readiness.domain.ratings.reveal import Votes, closing
from readiness.domain.ratings.workshop import Asked, Role, Workshop
from readiness.storage.answers_file import write_answers
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.storage.workshop_file import write_workshop

TEMPLATE = Library().load("imr", Path())
QUESTIONS = questions_of(TEMPLATE)
ACTION = {"actor": "the team leader", "when": date(2027, 1, 4), "outcome": "acceptability"}


def workshop(*wanted: str, is_leader_shown: bool = True, **changes: object) -> Workshop:
    """A workshop that asks these sets or questions of everyone."""
    ids, unknown = question_ids(TEMPLATE, wanted or ("gap",))
    assert unknown == []
    asked = {key: Asked(roles=QUESTIONS[key].roles, asked=QUESTIONS[key].asked) for key in ids}
    made = Workshop(
        id="riv-a7k2",
        plan="plan.toml",
        template="imr",
        template_version=TEMPLATE.version,
        roles={
            "leader": Role(expected=1, shown=is_leader_shown),
            "practitioner": Role(expected=5),
            "user": Role(expected=1),
        },
        asked=asked,
    )
    return made.model_copy(update=changes)


def answers(role: str, code: str, said: Mapping[str, str | Said], **fields: object) -> RaterAnswers:
    """One person's answers to the workshop above."""
    made = RaterAnswers(
        for_="riv-a7k2",
        who=role,
        code=code,
        finished=True,
        said={
            key: one if isinstance(one, Said) else Said(value=one, asked=QUESTIONS[key].asked)
            for key, one in said.items()
        },
    )
    return made.model_copy(update=fields)


def look(
    of: Workshop, *files: RaterAnswers, vote: int = 1, questions: Mapping[str, Question] = QUESTIONS
) -> Gathered:
    """What comes in, each in a file named after its code, or its code and edition."""
    named = [(f"{one.code}-{one.edition}.answers.toml", one) for one in files]
    return gathered(named, of, questions, vote)


def revealed(of: Workshop, *files: RaterAnswers, second: Gathered | None = None) -> Workshop:
    """The workshop after collecting was closed."""
    found = closing(of, Votes(look(of, *files), second), QUESTIONS)
    assert found is not None
    return of.model_copy(update={"shown": (*of.shown, found)})


def room(item: str, leader: str, *others: str) -> list[RaterAnswers]:
    """A leader, and practitioners with these answers to one question; empty is blank."""
    people = [("leader", leader), *(("practitioner", value) for value in others)]
    return [
        answers(role, f"code{number}", {item: value} if value else {})
        for number, (role, value) in enumerate(people)
    ]


SAID = {
    "GOAL-09": ("yes", "no", "no", "no", "partly", "yes", "partly", "partly", "no"),
    "CAP-07": ("yes", "partly", "no", "not sure", "no", "partly", "not sure", "partly", "no"),
    "INC-01": ("yes",) * 7 + ("partly", "yes"),
    "MON-09": ("yes", "not sure", "not sure", "not sure", "partly", "not sure", "yes", "no", "yes"),
}
"""What nine made-up people say: a leader, five practitioners, three user representatives."""


def held_beside(plan: Path, template: str = "imr", id_: str = "riv-a7k2") -> None:
    """Put a workshop beside a plan, with the answers of nine people."""
    held = workshop(*SAID, plan=plan.name, template=template, id=id_)
    roles = {**held.roles, "user": Role(expected=3)}
    held = held.model_copy(update={"roles": roles})
    write_workshop(plan.parent / f"{id_}.workshop.toml", held)
    for number in range(9):
        role = "leader" if not number else "practitioner" if number < 6 else "user"
        said = {item: words[number] for item, words in SAID.items()}
        one = answers(role, f"code{number}", said, for_=id_)
        write_answers(plan.parent / f"{one.code}.answers.toml", one)


def nine_people(folder: Path, today: date) -> Room:
    """Nine people at two questions; the leader says yes, the practitioners mostly no."""
    plan = Plan(template_version=TEMPLATE.version, actions={str(n): ACTION for n in (1, 2, 3)})
    PlanFile.create(folder / "plan.toml", plan, TEMPLATE)
    roles = {"leader": 1, "practitioner": 5, "user": 3}
    asking = Invitation(roles, ["GOAL-09", "MON-09"], leader_agreed=True)
    made = prepare(folder / "plan.toml", folder / "riv.workshop.toml", asking, today)
    take_lines(made, ["L yy", *["P ny"] * 3, "P py", "P yy", *["U py"] * 3], folder)
    return made
