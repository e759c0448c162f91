"""What is said around a workshop: what came in, what does not count, what has to be said first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from readiness.describe.reveal import answer_words, offered_words
from readiness.domain.checklist.rater import role_words
from readiness.domain.plan.tables import DONE, OPEN, TABLES
from readiness.domain.plan.workshop_record import FEWEST_ACTIONS, MOST_ACTIONS
from readiness.domain.ratings.disclosure import SMALLEST
from readiness.domain.ratings.intake import Told
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.typed_line import Wrong
from readiness.domain.ratings.workshop import Guard, Workshop
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import Action
from readiness.i18n.language import N_, Words, _, n_
from readiness.i18n.words import listed, short_date

REASONS = Words(
    {
        "other workshop": N_("is for another workshop, {about}: not counted"),
        "no workshop answers": N_("holds no answers to a workshop: not counted"),
        "no code": N_("has no code: not counted; ask for a new file"),
        "older edition": N_("is an older edition of {about}: that one counts"),
        "copy": N_("is a copy of {about}: counted once"),
        "two editions alike": N_(
            "has the code of {about} and other answers: neither counts; two people may have used "
            "one file. Take one of them out, or ask for a new one"
        ),
        "same answers": N_(
            "says the same as {about} to everything: both count; ask whether one person sent two"
        ),
        "same notes": N_("has the notes of {about}: both count; ask whether one person sent two"),
        "other vote": N_("is for vote {about}: not counted here"),
        "unknown role": N_("names the role {about}: counted with other staff"),
        "asked differently": N_("was asked {about} in other words: not counted, the rest is"),
        "not asked": N_(
            "answers {about}, which was not asked of this role: not counted, the rest is"
        ),
        "not finished": N_("was left before the last question: what it answers counts"),
        "no answer": N_("has no answer that was offered at {about}: blank, the rest counts"),
    }
)
"""What is told about a file, after its name."""

GUARDS = Words(
    {
        "not asked": N_(
            "{item} was not asked in this workshop. A fact is checked, corrected or acted on, and "
            "never voted on."
        ),
        "a topic": N_("{item} is a topic and no question of the plan: agree on an action instead."),
        "no reason": N_("Nothing is agreed on without a reason."),
        "no answer": N_("{answer} does not answer {item}: {offered}."),
        "against votes": N_(
            "A third or more say no or are not sure. If the room agrees on yes all the same, say "
            "so; it is kept in the plan."
        ),
        "better than theirs": N_(
            "The practitioners answer this themselves, and say less than {answer}. If the leader "
            "decides it against their answer, say so; it is kept in the plan."
        ),
    }
)
"""Why an answer is not agreed on yet."""


def told_words(one: Told) -> str:
    """What is told about a file, as one line."""
    return f"{one.file}: {REASONS[one.reason].format(about=one.about)}."


def came_in(workshop: Workshop, by_role: Mapping[str, int]) -> str:
    """How many of each role answered, in a line: all that is said before the reveal."""
    return ", ".join(roles_came_in(workshop, by_role))


def roles_came_in(workshop: Workshop, by_role: Mapping[str, int]) -> list[str]:
    """How many of each role answered, of those asked."""
    roles = [*workshop.roles, *(role for role in by_role if role not in workshop.roles)]
    return [
        _("{role} {n} of {of}").format(
            role=role_words(role),
            n=by_role.get(role, 0),
            of=workshop.roles[role].expected if role in workshop.roles else by_role[role],
        )
        for role in roles
    ]


def hidden_told(how: str) -> str:
    """That answers are not shown before collecting is ended; `how` is the key or word for that."""
    return _("Answers are hidden until you end collecting: {how}.").format(how=how)


def hidden_words(folders: Sequence[str]) -> list[str]:
    """What is to be done while answers come in, and where their files are looked for."""
    until = _("Until then nobody sees more than this.")
    return [
        f"{hidden_told('c')} {until}",
        _("Looked for in: {folders}. a looks in another folder, r looks again.").format(
            folders=", ".join(folders)
        ),
        _("Send forms and invitations from: readiness workshop forms"),
    ]


def room_head(workshop: Workshop, at: int, stands: str) -> str:
    """How far the room is: collecting, or at which question."""
    head = _("Workshop {id}").format(id=workshop.id)
    if not workshop.is_closed:
        now = _("collecting")
        if workshop.closes:
            now = _("collecting, asked until {day}").format(day=short_date(workshop.closes))
        return f"{head}   {now}"
    where = _("{n} of {of}").format(n=at, of=len(workshop.asked)) if at else ""
    done = n_("{n} agreed", "{n} agreed", len(workshop.agreed)).format(n=len(workshop.agreed))
    over = (
        _("finished {day}").format(day=short_date(workshop.finished)) if workshop.finished else ""
    )
    return "   ".join(filter(None, [head, where, stands, done, over]))


def files_words(read: int, counted: int, unread: int) -> str:
    """How many files were read, and what became of them."""
    words = n_("{n} file read: {counted} counted", "{n} files read: {counted} counted", read)
    said = words.format(n=read, counted=counted)
    aside = read - counted
    more = _(", {n} not counted").format(n=aside) if aside else ""
    wrong = _(", {n} of them not readable").format(n=unread) if unread else ""
    return f"{said}{more}{wrong}."


def guard_words(found: Guard, item: str, answer: str, question: Question | None) -> str:
    """Why an answer is not agreed on yet, and what to do."""
    if question is None:
        return GUARDS[found].format(item=item, answer=_(answer), offered="")
    offered = ", ".join(answer_words(one, question) for one in offered_words(question))
    said = answer_words(answer, question)
    return GUARDS[found].format(item=item, answer=said, offered=offered)


def not_yet_finished() -> str:
    """That something is lacking before a workshop is finished."""
    words = _(
        "Not finished: a workshop ends with {fewest} to {most} actions that say who, by when and "
        "what it should change, and with every red fact acted on or accepted. Actions are changed "
        "in the plan's action plan."
    )
    return words.format(fewest=FEWEST_ACTIONS, most=MOST_ACTIONS)


def red_fact_words(flag: Flag) -> str:
    """That a red fact is not put to a vote."""
    words = _("{item}: {says} Act on it, or let a named leader answer for it.")
    return words.format(item=flag.item, says=flag.says)


def copies_may_remain() -> str:
    """Where copies of answers files may lie."""
    return _(
        "Copies may remain in mail, in folders that are synchronised, in Downloads and in the bin: "
        "delete them there too."
    )


def closed_words(workshop: Workshop) -> str:
    """That collecting was closed, and how many may be shown of what was asked."""
    last = workshop.shown[-1]
    words = n_(
        "Collecting is closed: {n} person answered. See: readiness workshop reveal",
        "Collecting is closed: {n} people answered. See: readiness workshop reveal",
        len(last.stage.raters),
    )
    return " ".join([words.format(n=len(last.stage.raters)), *_second_is_shown(workshop)])


def _second_is_shown(workshop: Workshop) -> list[str]:
    """Where a second vote is shown: what one who is away would leave could be taken off."""
    if workshop.mode == "open" or workshop.shown[-1].time != "second vote":
        return []
    words = _(
        "The second vote is shown where everyone who had answered certainly answered again: under "
        "the same code, or because all of the role who were asked did."
    )
    return [words]


def took_part(workshop: Workshop) -> str:
    """How many took part, what so few means, and where a second vote is shown."""
    many = workshop.took_part
    said = n_("{n} person answered.", "{n} people answered.", many).format(n=many)
    if workshop.mode == "open":
        return " ".join([said, _("By the group's own wish views stand under roles.")])
    if many < SMALLEST:
        return " ".join([said, _("That is too few to show anything without showing who.")])
    few = [_("With three, nobody is anonymous.")] if many == SMALLEST else []
    return " ".join([said, *few, *_second_is_shown(workshop)])


def only_agreed(item: str) -> str:
    """That an agreed answer did not become the plan's own."""
    words = _(
        "{item}: what was agreed is kept beside the plan's own answer, which is in words or in "
        "several fields; change that yourself."
    )
    return words.format(item=item)


def wrong_line(number: int, wrong: Wrong, role_letters: str) -> str:
    """What is wrong with a typed line; nothing was taken."""
    words = {
        "no role": _("the first letter is no role ({letters})"),
        "length": _("there are {at} signs, and the form has {wanted}"),
        "sign": _('sign {at}, "{sign}", does not answer “{asked}”'),
        "check": _("the check digits do not fit: a slip, or a line of another workshop"),
    }[wrong.fault]
    why = words.format(letters=role_letters, **wrong.model_dump())
    return _("Line {n}: {why}. Nothing was taken.").format(n=number, why=why)


def dots_words(entry: str, many: int) -> str:
    """How many dots an action has."""
    words = n_("action {entry}: {n} dot", "action {entry}: {n} dots", many)
    return words.format(entry=entry, n=many)


def lacking_words(
    actions: int, unfinished: Sequence[tuple[str, Sequence[str]]], red_facts: Sequence[Flag]
) -> list[str]:
    """What is still to be done before a workshop is finished; actions by what they are called."""
    whole = n_(
        "{n} action that was chosen is open and says all that.",
        "{n} actions that were chosen are open and say all that.",
        actions,
    )
    parts, lacks = TABLES["actions"].parts, _("\u201c{action}\u201d lacks: {what}.")
    said = [
        lacks.format(action=action, what=listed(parts[name].label.lower() for name in names))
        for action, names in unfinished
    ]
    return [not_yet_finished(), whole.format(n=actions), *said, *map(red_fact_words, red_facts)]


def deleted_words(many: int) -> str:
    """How many answers files are gone."""
    words = n_("{n} answers file is deleted.", "{n} answers files are deleted.", many)
    return words.format(n=many)


def facts_first(flags: Sequence[Flag]) -> list[str]:
    """The red facts, which are read out before anything is talked about; nothing without any."""
    head = _("Facts first. They are checked, acted on or answered for, and never voted on:")
    return [head, *map(red_fact_words, flags)] if flags else []


def comes_late() -> str:
    """That collecting was closed before somebody answered."""
    return _("Collecting is closed already: your answers come late, and may have to wait.")


def actions_counted(actions: Sequence[Action], today: date) -> list[str]:
    """How many actions of a plan are done, and how many are late; nothing without any."""
    if not actions:
        return []
    open_ = [one for one in actions if one.state == OPEN]
    late = sum(one.when is not None and one.when < today for one in open_)
    done = sum(one.state == DONE for one in actions)
    return [
        n_("Actions: {done} of {n} is done.", "Actions: {done} of {n} are done.", done).format(
            done=done, n=len(actions)
        ),
        n_("{n} is late.", "{n} are late.", late).format(n=late),
    ]


def all_dots(dots: Mapping[str, int]) -> str:
    """How many dots each action has, most first."""
    by_many = sorted(dots.items(), key=lambda one: -one[1])
    return ", ".join(dots_words(entry, many) for entry, many in by_many)


def parked_words(item: str) -> str:
    """That a question is put off."""
    return _("Parked: {item}.").format(item=item)
