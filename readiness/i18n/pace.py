"""How often there are sessions, in words that follow the number."""

from readiness.i18n.language import _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import number_words


def counted_words(number: float) -> str:
    """A number, in a word where it is whole and small."""
    is_small = float(number).is_integer() and number >= 1
    return count_words(int(number)) if is_small else number_words(number)


def pace_words(sessions_a_week: float) -> str:
    """How often somebody is seen: weekly, every two weeks, or so many times a week."""
    if sessions_a_week == 1:
        return _("weekly")
    gap = 1 / sessions_a_week if 0 < sessions_a_week < 1 else 0
    if gap and abs(gap - round(gap)) < 0.01:  # noqa: PLR2004 - a third is kept as 0.333
        return _("every {n} weeks").format(n=number_words(round(gap)))
    return n_("{n} time a week", "{n} times a week", sessions_a_week).format(
        n=counted_words(sessions_a_week)
    )


def sessions_words(sessions: float, sessions_a_week: float) -> str:
    """So many sessions, and how often they are."""
    if sessions_a_week == 1:
        words = n_("{n} weekly session", "{n} weekly sessions", sessions)
        return words.format(n=number_words(sessions))
    pace = pace_words(sessions_a_week)
    if sessions_a_week > 1:
        pace = _("{n} a week").format(n=counted_words(sessions_a_week))
    words = n_("{n} session ({pace})", "{n} sessions ({pace})", sessions)
    return words.format(n=number_words(sessions), pace=pace)
