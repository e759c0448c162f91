"""What a workshop shows of a question, and the time for it: counts and words, never a mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.domain.checklist.rater import group_words
from readiness.domain.kinds.value import NOT_APPLICABLE, NOT_SURE, PARTLY, STANDING_LABELS, YES
from readiness.domain.ratings.counts import Counts
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.view import ShownQuestion, ThenAndNow, view
from readiness.domain.ratings.workshop import Workshop
from readiness.domain.record import NONE, Record, Sealed
from readiness.domain.rules.flags import Flag
from readiness.i18n.language import N_, Words, _, n_
from readiness.i18n.words import ended, first_down, first_up, listed

WORDS = Words(
    {
        "split": N_("split"),
        "near": N_("near"),
        "same": N_("same"),
        "one answer": N_("one answer"),
        "no answer": N_("no answer"),
    }
)
"""How far apart answers are."""

BANDS = Words(
    {
        "all but at most one": N_("All but at most one say yes."),
        "most": N_("Most say yes."),
        "about half": N_("About half say yes."),
        "few": N_("Few say yes."),
        "at most one": N_("At most one says yes."),
    }
)
"""What is told of a sensitive question."""

VIEWS = Words(
    {
        "blind spot": N_("blind spot"),
        "quiet strength": N_("quiet strength"),
        "same view": N_("same view"),
        "mixed": N_("mixed"),
    }
)
"""How a topic stands to the plan."""


def answer_words(answer: str, question: Question) -> str:
    """An answer as it is said within a sentence: an option by its label."""
    return first_down(question.options.get(answer, STANDING_LABELS.get(answer, answer)))


def distribution_words(counts: Counts, question: Question) -> str:
    """A distribution in a line: yes 2, partly 1, no 4, not sure 1."""
    order = list(counts.said) if question.options else list(counts.said)[::-1]
    found = {word: counts.said[word] for word in order if counts.said[word] or not question.options}
    found |= {NOT_SURE: counts.unsure} if counts.unsure else {}
    said = [f"{answer_words(word, question)} {many}" for word, many in found.items()]
    if counts.inapplicable:
        said.append(_("not for them {n}").format(n=counts.inapplicable))
    return ", ".join(said)


def standing_words(one: ShownQuestion) -> str:
    """How a question stands, in words: "split, gap"."""
    if not one.groups:
        return ""
    found = [WORDS[one.staff.word]]
    if one.gap == "not known to them" or one.gap:
        found.append(_("gap"))
    if one.staff.is_unknown:
        found.append(_("much not sure"))
    return ", ".join(found)


def sentences(one: ShownQuestion) -> Iterator[str]:
    """All that may be said of a question, one sentence each."""
    head = ", ".join(filter(None, [one.item, standing_words(one)]))
    yield f"{head}. {one.question.short}."
    if is_counted(one):
        yield from _groups(one.groups, one.question)
    yield from beside_counts(one)


def is_counted(one: ShownQuestion) -> bool:
    """Whether a question is told as counts of groups."""
    return bool(one.groups) and not one.question.is_sensitive and not one.question.is_text


def beside_counts(one: ShownQuestion) -> Iterator[str]:
    """What may be said of a question beside the counts of its groups."""
    if one.question.is_sensitive:
        yield BANDS[one.band] if one.band else _("Ask each person alone.")
    elif one.question.is_text:
        yield _heard(one)
    elif not one.groups:
        yield n_("{n} answered.", "{n} answered.", one.answered).format(n=one.answered)
    else:
        yield from _apart(one)
    if one.first:
        before = " ".join(_groups(one.first, one.question))
        yield _("First vote: {words}").format(words=before)
    if one.moved:
        yield _("{n} of {of} answer otherwise than before.").format(n=one.moved[0], of=one.moved[1])


class TallyRow(Record):
    """One answer of a distribution."""

    answer: str
    """In words."""
    many: int
    """How many gave it."""
    is_beside: bool = False
    """Whether it is counted apart: not sure, and not for them."""


def tally(counts: Counts, question: Question) -> list[TallyRow]:
    """How many gave each answer, in the order in which they are offered, none left out."""
    order = list(counts.said) if question.options else list(counts.said)[::-1]
    rows = [TallyRow(answer=answer_words(one, question), many=counts.said[one]) for one in order]
    unsure = answer_words(NOT_SURE, question)
    rows.append(TallyRow(answer=unsure, many=counts.unsure, is_beside=True))
    if counts.inapplicable:
        words = _("not for them")
        rows.append(TallyRow(answer=words, many=counts.inapplicable, is_beside=True))
    return rows


def tally_head(group: str, counts: Counts) -> str:
    """What a group is called, and how many of it answered."""
    return f"{group_words(group)}, {counts.answered}"


def question_line(one: ShownQuestion, workshop: Workshop) -> str:
    """A question in a list: + agreed on, o parked, ! apart; its id, its name, how it stands."""
    is_agreed, is_parked = one.item in workshop.agreed, one.item in workshop.parked
    sign = "+" if is_agreed else "o" if is_parked else "!" if one.is_apart else "."
    stands = standing_words(one)
    words = f"{sign} {one.item:<8} {one.question.short}"
    return f"{words}: {stands}" if stands else words


def _heard(one: ShownQuestion) -> str:
    words = n_("{n} released what they wrote.", "{n} released what they wrote.", len(one.notes))
    return words.format(n=len(one.notes))


def _groups(groups: Mapping[str, Counts], question: Question) -> Iterator[str]:
    for name, counts in groups.items():
        called = group_words(name)
        said = distribution_words(counts, question)
        if name == "leader" and counts.answered == 1:
            said = _only(counts, question)
        called = first_up(called)
        yield _("{name}: {said}.").format(name=called, said=said)


def _only(counts: Counts, question: Question) -> str:
    """What the one leader says."""
    said = next((word for word, many in counts.said.items() if many), "")
    word = said or (NOT_SURE if counts.unsure else "not applicable")
    return answer_words(word, question)


def _apart(one: ShownQuestion) -> Iterator[str]:
    steps = one.staff.steps
    if steps and one.staff.is_ordered:
        yield n_("{n} step apart.", "{n} steps apart.", steps).format(n=steps)
    whose = group_words(one.whose) if one.whose else _("others")
    if one.gap == "not known to them":
        words = _("The leader answers; to most of them it is not known: {whose}.")
        yield words.format(whose=whose)
    elif one.gap:
        words = _("The leader says {leader}; {whose} mostly {theirs}.")
        if one.theirs.word == "same" and not one.theirs.unsure:
            words = _("The leader says {leader}; {whose} all {theirs}.")
        yield words.format(
            leader=answer_words(one.groups["leader"].median, one.question),
            whose=whose,
            theirs=answer_words(one.theirs.median, one.question),
        )


def topic_words(one: ShownQuestion, *, is_ready: bool) -> str:
    """A topic beside the plan, in words about the plan and not about its leader."""
    found = view(one.theirs, "ready" if is_ready else "open")
    of, partly = one.theirs.scored + one.theirs.unsure, one.theirs.said[PARTLY]
    words = _(
        "{view}: the plan has it open; {yes} of {of} say yes, {partly} partly, {rest} no or not "
        "sure."
    )
    if is_ready:
        words = _(
            "{view}: the plan has it ready; {yes} of {of} say yes, {partly} partly, {rest} no or "
            "not sure."
        )
    yes = one.theirs.said[YES]
    return words.format(
        view=VIEWS[found].capitalize() if found else _("Nobody answered"),
        yes=yes,
        of=of,
        partly=partly,
        rest=of - yes - partly,
    )


def offered_words(question: Question) -> list[str]:
    """The words that a room may agree on, as they stand in a file."""
    return [one for one in question.offered if one != NOT_APPLICABLE]


class PlanNow(Record):
    """What the plan says now of what was asked in a workshop."""

    ready: Sealed[str, bool] = NONE
    """For each topic, whether the plan has ready all that it is held against."""
    answers: Sealed[str, str] = NONE
    """The plan's answers in words, by question."""
    red_facts: tuple[Flag, ...] = ()
    """Red flags of facts that nobody acts on or answers for."""


def all_said(one: ShownQuestion, workshop: Workshop, plan: PlanNow) -> Iterator[str]:
    """Everything that is told of a question in the room, but for released notes."""
    yield from sentences(one)
    yield from plan_and_room_told(one, workshop, plan)


def plan_and_room_told(one: ShownQuestion, workshop: Workshop, plan: PlanNow) -> Iterator[str]:
    """What the plan says of a question, what to ask, and what became of it in the room."""
    is_ready = plan.ready.get(one.item)
    if is_ready is not None and one.groups:
        yield topic_words(one, is_ready=is_ready)
    if one.item in plan.answers:
        yield _("In the plan now: {words}").format(words=ended(plan.answers[one.item]))
    if one.is_apart and one.question.room:
        yield _("Ask: {words}").format(words=one.question.room)
    if one.item in workshop.parked:
        yield _("Parked.")
    agreed = workshop.agreed.get(one.item)
    if agreed is not None:
        answer = answer_words(agreed.answer, one.question)
        yield _("Agreed: {answer}. {reason}").format(answer=answer, reason=agreed.reason)


def then_and_now(item: str, one: ThenAndNow, question: Question) -> str:
    """A question in two workshops, in a line."""
    who = group_words(one.group) if one.group else _("all together")
    words = _("{item}, {who}. Then: {then}. Now: {now}.")
    return words.format(
        item=item,
        who=who,
        then=distribution_words(one.then, question),
        now=distribution_words(one.now, question),
    )


_MINUTE = 60


def clock_words(left: int) -> str:
    """The seconds that are left, or over, as a clock shows them: 3:40 left."""
    minutes, seconds = divmod(abs(left), _MINUTE)
    words = _("{time} left") if left >= 0 else _("{time} over")
    return words.format(time=f"{minutes}:{seconds:02}")


def spoken_time(left: int) -> str:
    """The seconds that are left, or over, as a sentence: 3 minutes and 40 seconds are left."""
    minutes, seconds = divmod(abs(left), _MINUTE)
    parts = [n_("{n} minute", "{n} minutes", minutes).format(n=minutes)] if minutes else []
    if seconds or not minutes:
        parts.append(n_("{n} second", "{n} seconds", seconds).format(n=seconds))
    words = _("Time left: {time}.") if left >= 0 else _("Over the time by {time}: agree, or park.")
    return words.format(time=listed(parts))
