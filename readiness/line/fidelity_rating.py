"""One rater rates a fidelity review in plain lines, alone."""

from __future__ import annotations

from readiness.app.operations.fidelity import Rating, keep_rating, scored
from readiness.domain.followup.scale import score_limits
from readiness.i18n.language import _
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import exact_words
from readiness.line.command_words import BACK, QUIT
from readiness.line.console import Console, Leave, says_yes


def rate_alone(console: Console, rating: Rating) -> Rating:
    """Go through the criteria, each kept at once; returns the rating as it is kept.

    Ends at the last criterion, at quit, or where there is no more input.
    """
    scale, keys, at = rating.scale, list(rating.scale.items), 0
    console.say(
        f"{scale.name} {scale.version}".strip() + ".",
        _("Score with your own copy of the scale: {where}.").format(where=scale.get_it)
        if scale.get_it
        else scale.about,
        _("Nobody sees your scores before everyone has finished."),
        _("Enter leaves a criterion as it is; b goes back, q quits."),
    )
    try:
        while at < len(keys):
            heading = _("{n} of {of}").format(n=at + 1, of=len(keys))
            moved, rating = _ask(console, rating, keys[at], heading)
            at = max(0, at + moved)
        words = _("Finished? The scores are fixed once all are shown. Yes or no:")
        if says_yes(console, words):
            rating = keep_rating(rating, finished=True)
            console.say(_("Finished. Thank you."))
    except Leave:
        pass
    return rating


def _ask(console: Console, rating: Rating, key: str, heading: str) -> tuple[int, Rating]:
    """Ask one criterion; returns how many to go on by, and the rating then. Raises Leave."""
    one, (low, high) = rating.scale.items[key], score_limits(rating.scale, key)
    said = rating.answers.said.get(key)
    now = exact_words(float(said.value)) if said and not isinstance(said.value, str) else _("none")
    words = _("{heading}. {number} {label}, {low} to {high}. Now: {now}.")
    console.say(
        words.format(
            heading=heading, number=one.number, label=one.label, low=low, high=high, now=now
        )
    )
    while True:
        text = console.line(_("Score") + ":").strip()
        if text.casefold() in BACK:
            return -1, rating
        if text.casefold() in QUIT:
            raise Leave
        if not text:
            return 1, rating
        score = whole_number(text, high)
        if score is not None and score >= low:
            break
        console.wrong(_("Type a whole number from {low} to {high}.").format(low=low, high=high))
    evidence, sure, is_over = _rests_on(console)
    if evidence.casefold() in BACK:
        return 0, rating
    one_more = scored(rating, key, score, sure=sure, evidence=evidence)
    rating = keep_rating(one_more, finished=False)
    if is_over:
        raise Leave
    return 1, rating


def _rests_on(console: Console) -> tuple[str, bool, bool]:
    """What a score rests on, whether the rater is sure of it, and whether that was the last word.

    A score that was said is kept, so that the end of the input is none of it.
    """
    evidence = ""
    try:
        evidence = console.line(_("What it rests on; Enter for nothing:")).strip()
        if evidence.casefold() in QUIT:
            return "", True, True
        if evidence.casefold() in BACK:
            return evidence, True, False
        sure = says_yes(console, _("Are you sure of it? Enter means yes:"), on_enter=True)
    except Leave:
        return evidence, True, True
    return evidence, sure, False
