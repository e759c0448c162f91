"""A fidelity review: each rater rates alone in a file of their own; then all are shown together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from readiness.app.operations.effect import Effect, done, not_done
from readiness.app.operations.particulars import give_id
from readiness.app.session import Session
from readiness.describe.fidelity import adopted_action, criterion_label
from readiness.domain.checklist.follow_up import FidelityScale
from readiness.domain.followup.record_place import no_criterion, no_review
from readiness.domain.followup.scale import criterion_named, raters_of, scale_of, score_limits
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import ADVICE, DECLINED, EVIDENCE
from readiness.domain.plan.tables import text_of
from readiness.domain.ratings.rater_answers import FIDELITY, RaterAnswers, Said
from readiness.domain.record import Record, sealed
from readiness.i18n.language import _
from readiness.i18n.words import date_words, listed
from readiness.storage.answers_file import read_answers, write_answers
from readiness.storage.answers_reader import ENDING
from readiness.storage.filenames import in_a_name
from readiness.storage.problems import UnreadableAnswers


class Rating(Record):
    """What one rater is asked in a review."""

    scale: FidelityScale
    """The scale."""
    path: Path
    """The rater's own file."""
    answers: RaterAnswers
    """What the rater has said so far."""


def begin_rating(session: Session, day: date, rater: str) -> Rating | InvalidValue:
    """What a rater is asked, from where the rater's file left off. Raises ReadinessError.

    The plan gets an id where it has none, so that a rating can be told from that of another plan.
    """
    review, plan = day.isoformat(), session.plan
    found = _review(plan, session, review)
    if isinstance(found, InvalidValue):
        return found
    raters = raters_of(plan.fidelity[review])
    if rater not in raters:
        why = _('"{name}" does not rate this review').format(name=rater)
        return InvalidValue(why=why, todo=_("use one of {words}").format(words=", ".join(raters)))
    give_id(session)
    path = _file_of(session, review, rater)
    answers = RaterAnswers(
        kind=FIDELITY,
        for_=_for(session.plan, review),
        who=rater,
        template=text_of(plan.fidelity[review], "scale"),
        template_version=found.version,
    )
    if path.exists():
        held = read_answers(path).answers
        why = _misfit(held, session.plan, review)
        if not why and held.who != rater:
            why = _("it is the rating of {name}").format(name=held.who)
        if why:
            return InvalidValue(why=f"{path.name}: {why}", todo=_("put that file elsewhere"))
        answers = held
    return Rating(scale=found, path=path, answers=answers)


def _file_of(session: Session, review: str, rater: str) -> Path:
    """The file of a rater, beside the plan."""
    return session.path.with_name(f"{session.path.stem}.{review}.{in_a_name(rater)}{ENDING}")


def _for(plan: Plan, review: str) -> str:
    return f"{plan.id} {review}"


def _review(plan: Plan, session: Session, review: str) -> FidelityScale | InvalidValue:
    """The scale of a review that is still rated, or why it is not."""
    if review not in plan.fidelity or not raters_of(plan.fidelity[review]):
        return no_review(review)
    scale = scale_of(session.template, plan, review)
    if scale is None:
        return InvalidValue(
            why=_("the template has no scale of that name"),
            todo=_("record it: review {day} scale=...").format(day=review),
        )
    if "revealed_on" in plan.fidelity[review]:
        why = _("the scores of this review were shown, and are fixed since")
        return InvalidValue(why=why, todo=_("settle what differs"))
    return scale


def scored(rating: Rating, criterion: str, score: float, *, sure: bool, evidence: str) -> Rating:
    """A rating with one more score; nothing is written."""
    said = Said(value=score, sure=sure, note=evidence)
    held = {**rating.answers.said, criterion: said}
    order = {key: held[key] for key in rating.scale.items if key in held}
    answers = rating.answers.model_copy(update={"said": sealed(order)})
    return rating.model_copy(update={"answers": answers})


def keep_rating(rating: Rating, *, finished: bool) -> Rating:
    """Write a rating into the rater's own file. Raises CannotWrite."""
    update = {"finished": finished, "edition": rating.answers.edition + rating.path.exists()}
    answers = rating.answers.model_copy(update=update)
    write_answers(rating.path, answers)
    return rating.model_copy(update={"answers": answers})


def take_in(
    session: Session, day: date, paths: Sequence[Path], early: str = ""
) -> Effect | InvalidValue:
    """Show the ratings of all raters to each other: their scores go into the plan, and stay.

    Before everyone has finished nothing of them is told but who has; with a reason they can be
    shown earlier. A score outside the scale is refused, and so are two files of one rater that
    differ. Raises UnreadableAnswers.
    """
    review, plan = day.isoformat(), session.plan
    scale = _review(plan, session, review)
    if isinstance(scale, InvalidValue):
        return scale
    found = _read(plan, review, scale, paths)
    if isinstance(found, InvalidValue):
        return found
    raters = raters_of(plan.fidelity[review])
    open_ = [who for who in raters if who not in found or not found[who].finished]
    if open_ and not early.strip():
        why = _("not finished: {who}").format(who=listed(open_))
        todo = _("wait, or say why the scores are shown early")
        return InvalidValue(why=why, todo=todo)
    shown = {"revealed_on": session.today, "revealed_early": early.strip() if open_ else None}
    fixed = {"scale_version": scale.version or None, "low": scale.low, "high": scale.high}
    after = plan.entering("fidelity", review, {**shown, **fixed})
    for key in scale.items:
        after = _with_scores(after, review, key, found)
    what = _("review of {date}, scores of {who}").format(
        date=date_words(day), who=listed(who for who in raters if who in found)
    )
    return done(session, after, Act(kind="record", what=what))


def show_scores(session: Session, day: date, early: str = "") -> Effect:
    """Show the ratings that lie beside the plan to each other, as `take_in` does."""
    paths = [_file_of(session, day.isoformat(), who) for who in _raters(session, day)]
    try:
        found = take_in(session, day, [path for path in paths if path.exists()], early)
    except UnreadableAnswers as error:
        return not_done(session, str(error), Act(kind="record"))
    if isinstance(found, InvalidValue):
        return not_done(session, not_shown(found), Act(kind="record"))
    return found


def not_shown(found: InvalidValue) -> str:
    """That scores are not shown to each other, why, and what to do."""
    return _("Nothing is shown: {why}; {todo}.").format(why=found.why, todo=found.todo)


def adopt_advice(session: Session, day: date, criterion: str) -> Effect:
    """Make an action of the advice on a criterion, given by its id or its number."""
    review, plan = day.isoformat(), session.plan
    scale = scale_of(session.template, plan, review)
    key = (criterion_named(scale, criterion) if scale else "") or criterion
    row = plan.scores.get(review, {}).get(key, {})
    label = criterion_label(session.template, plan, review, key)
    adopted, why = adopted_action(plan, review, key), ""
    if not text_of(row, ADVICE):
        why = _("There is no advice on {label} in the review of {day}.")
    elif adopted:
        why = _("The advice on {label} is action {entry} already.")
    elif text_of(row, DECLINED):
        why = _("The advice on {label} was declined; take that out first.")
    if why:
        words = why.format(label=label, day=date_words(day), entry=adopted)
        return not_done(session, words, Act(kind="record"))
    entry = plan.new_entry("actions")
    fields = {
        "name": label.partition(" ")[2] or label,
        "action": text_of(row, ADVICE),
        "justification": _("Advice of the fidelity review of {date}").format(date=date_words(day)),
        "from": f"fidelity.{review}.{key}",
    }
    what = _("action {entry}, from the advice on {label}").format(entry=entry, label=label)
    return done(session, plan.entering("actions", entry, fields), Act(kind="record", what=what))


def _raters(session: Session, day: date) -> tuple[str, ...]:
    return raters_of(session.plan.fidelity.get(day.isoformat(), {}))


def _read(
    plan: Plan, review: str, scale: FidelityScale, paths: Sequence[Path]
) -> dict[str, RaterAnswers] | InvalidValue:
    """The ratings in these files, by rater. Raises UnreadableAnswers."""
    found, names = dict[str, RaterAnswers](), dict[str, str]()
    for path in paths:
        answers = read_answers(path).answers
        wrong = _misfit(answers, plan, review)
        if wrong:
            why = f"{path.name}: {wrong}"
            return InvalidValue(why=why, todo=_("ask for the rating of this review"))
        wrong = _beside_scale(answers, scale)
        if wrong:
            why = f"{path.name}: {wrong}"
            return InvalidValue(why=why, todo=_("ask the rater to score that again"))
        if found.get(answers.who, answers) != answers:
            why = _("{one} and {other} are both ratings of {who}, and differ").format(
                one=names[answers.who], other=path.name, who=answers.who
            )
            return InvalidValue(why=why, todo=_("take in the one that counts"))
        found[answers.who], names[answers.who] = answers, path.name
    return found


def _beside_scale(answers: RaterAnswers, scale: FidelityScale) -> str:
    """The first score that is none of the scale; empty where all are."""
    for key, said in answers.said.items():
        if key not in scale.items:
            return no_criterion(key, ", ".join(scale.items)).why
        low, high = score_limits(scale, key)
        if isinstance(said.value, str) or not low <= said.value <= high:
            words = _("{criterion} has the score {score}, and goes from {low} to {high}")
            label = scale.items[key].label
            return words.format(criterion=label, score=said.value, low=low, high=high)
    return ""


def _with_scores(plan: Plan, review: str, key: str, found: Mapping[str, RaterAnswers]) -> Plan:
    """The plan with what each rater scored for a criterion, and what that rests on."""
    fields: dict[str, Value | None] = {}
    notes = []
    for who, answers in found.items():
        said = answers.said.get(key)
        if said is None or isinstance(said.value, str):
            continue
        fields[who] = int(said.value) if float(said.value).is_integer() else said.value
        doubt = _("not sure") if said.sure is False else ""
        about = ", ".join(filter(None, [said.note.strip(), doubt]))
        notes += [f"{who}: {about}"] if about else []
    if notes:
        fields[EVIDENCE] = "; ".join(notes)
    return plan.scoring(review, key, fields) if fields else plan


def _misfit(answers: RaterAnswers, plan: Plan, review: str) -> str:
    """Why answers are not a rating of this review; empty where they are."""
    if answers.kind != FIDELITY:
        return _("this is no fidelity rating")
    if answers.for_ != _for(plan, review):
        return _("it is a rating of another plan or another day")
    if answers.who not in raters_of(plan.fidelity[review]):
        return _('"{name}" does not rate this review').format(name=answers.who)
    if answers.template != text_of(plan.fidelity[review], "scale"):
        return _("it is rated by another scale")
    return ""


def standing_of_raters(session: Session, day: date) -> list[tuple[str, bool | None]]:
    """Each rater of a review, and whether the rater's file beside the plan is finished; None: none.

    Nothing else of a rating is told before all are shown.
    """
    found = []
    for who in _raters(session, day):
        path = _file_of(session, day.isoformat(), who)
        try:
            finished = read_answers(path).answers.finished if path.exists() else None
        except UnreadableAnswers:
            finished = None
        found.append((who, finished))
    return found
