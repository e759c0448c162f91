"""What a person meant who typed a number: a count, a share, minutes, or hours a week.

Our own, and no library's: those that are well kept (dateparser, Babel, pint) either guess, where a
plan needs to ask, or know nothing of hours "every other week" and of posts. What is not the field's
own unit is turned into it and said with both, or asked about; what follows a number and is not
understood is never dropped.
"""

from __future__ import annotations

import re

from readiness.i18n.amount import said_in
from readiness.i18n.amount_words import MONTH, WORKING_DAY, YEAR
from readiness.i18n.language import _
from readiness.i18n.reading import Amount, Said, Unclear, one_way, rest_of, small
from readiness.i18n.words import SHARE, YES_OR_NO, exact_words, half_up, listed, with_unit

FULL_WEEK = 37.5
"""Hours in a full working week where nobody said how many."""

DAYS_A_WEEK = 5
"""Working days in a week: our own default, said wherever it is used."""

WHOLE = ("patients", "pasienter", "people", "personer")
"""Units of which there are no parts."""

_HOURS, _MINUTES = ("h", "hours", "hour", "t", "timer", "time"), ("minutes", "minutter")
_WEEKLY = re.compile(r"\b(?:week|uke)\b")
_SIZES = {
    **dict.fromkeys(("weeks", "uker"), 1.0),
    **dict.fromkeys(("months", "måneder"), MONTH),
    **dict.fromkeys(("days", "dager"), WORKING_DAY),
}
_YES_OR_NO = {**dict.fromkeys(("yes", "y", "ja", "j"), 1), **dict.fromkeys(("no", "n", "nei"), 0)}
_SEARCHED = 200
"""Characters of a text in which a number is looked for: no number needs more."""


def typed_number(text: str, unit: str = "") -> float | None:
    """The number that was typed; None if it is none, or not clear, where nobody can be asked."""
    found = read_number(text, unit)
    return found.number if isinstance(found, Amount) else None


def read_number(text: str, unit: str = "") -> Amount | Unclear | None:
    """The number that was typed, or what is missing; None where the text names no number at all.

    `unit` is what the field counts, as in "h a week".
    """
    clean = one_way(text[:_SEARCHED])
    own = small(unit)
    if unit == YES_OR_NO and small(clean) in _YES_OR_NO:
        return Amount(_YES_OR_NO[small(clean)])
    said = said_in(clean, own.split(" ")[0] if own else "")
    found = _Field(clean, unit, said).found()
    if isinstance(found, Amount) and len(text) > _SEARCHED:
        return Unclear(_("that is too long for a number"), _("type the number alone"), found.number)
    return found


class _Field:
    """A field with its unit, and what was said there."""

    def __init__(self, text: str, unit: str, said: Said) -> None:
        self.text, self.unit, self.said = text, unit, said
        first = small(unit).split(" ")[0] if unit else ""
        self.first = first
        self.is_time = first in _HOURS or first in _MINUTES
        self.is_weekly = first in _HOURS and bool(_WEEKLY.search(small(unit)))
        self.rest = rest_of(text[said.rest :]) if said.rest is not None else ""

    def found(self) -> Amount | Unclear | None:
        """The number, or what is missing."""
        said = self.said
        if said.number is None and said.hours is None and said.periods is None:
            if said.weeks or said.times != 1:
                return self._frequency()
            return None
        if said.rest and self.text[said.rest - 1 : said.rest + 1].isalnum():
            return None
        for judge in (self._post, self._foreign, self._rhythm, self._several, self._left_over):
            doubt = judge()
            if doubt is not None:
                return doubt
        return self._amount()

    def _frequency(self) -> Amount | None:
        """How often a week: twice, every two weeks."""
        if self.first in ("times", "ganger") and self.said.weeks is None:
            return Amount(self.said.times)
        if not small(self.unit).startswith(("a week", "per uke")):
            return None
        return Amount(_tidy(self.said.times / (self.said.weeks or 1)))

    def _post(self) -> Unclear | None:
        """A part of a post, or days: hours are asked for, with the sum."""
        said, is_days = self.said, self.said.periods is not None
        if not self.is_weekly or (is_days and said.period_size != WORKING_DAY):
            return None
        if is_days:
            days = (said.periods or 0) * said.times / (said.weeks or 1)
            share, words = days / DAYS_A_WEEK, exact_words(_tidy(days))
            long = exact_words(_tidy(FULL_WEEK / DAYS_A_WEEK))
            told = _("{days} times {hours} h, a working day").format(days=words, hours=long)
        elif said.marks & {"post", "percent"} and said.number is not None:
            share = said.number / 100 if "percent" in said.marks else said.number
            part = f"{exact_words(_tidy(share * 100))} %" if share < 1 else exact_words(share)
            told = _("{part} of {week} h").format(part=part, week=exact_words(FULL_WEEK))
        else:
            return None
        hours = _rounded(share * FULL_WEEK)
        return Unclear(
            _("hours a week are asked for: {sum} is {hours} h").format(
                sum=told, hours=exact_words(hours)
            ),
            _("type the hours"),
            hours,
            self.rest,
        )

    def _foreign(self) -> Unclear | None:
        """A unit that is not the field's."""
        said = self.said
        is_share = self.unit == SHARE or "%" in self.unit or "prosent" in self.unit
        if self.is_weekly and said.marks & {"team", "other measure"}:
            why = _("that is per patient or session, and the field is per week")
            if "team" in said.marks:
                why = _("that is for all together, and the field is for one person")
            return Unclear(why, _("type the hours a week of this person"))
        kinds = (
            (said.hours is not None and not self.is_time, _("a time")),
            ("percent" in said.marks and not is_share, _("a part")),
            ("post" in said.marks, _("a part of a post")),
            (said.periods is not None and self.first not in _SIZES, _("a length of time")),
        )
        return next((self._not_that(what) for is_so, what in kinds if is_so), None)

    def _rhythm(self) -> Unclear | None:
        """A time that comes again, where that of one time is asked for: no number stands for it."""
        if not self.is_time or self.is_weekly or not self.said.weeks:
            return None
        why = _('"{text}" comes again, and {unit} for one time are asked for')
        todo = _("type the {unit} for one time")
        return Unclear(why.format(text=self.text, unit=self.unit), todo.format(unit=self.unit))

    def _not_that(self, what: str) -> Unclear:
        asked = (
            _("{unit} are asked for").format(unit=self.unit)
            if self.unit
            else _("a number is asked for")
        )
        return Unclear(
            _('"{text}" is {what}, and {asked}').format(text=self.text, what=what, asked=asked),
            _("type the number alone"),
        )

    @property
    def _low(self) -> float:
        """The number or time that was said, in the field's unit; of a range the lower."""
        low, high = self._in_unit(self.said.high)
        least = low if high is None else min(low, high)
        return int(least) if self.first in WHOLE else least

    def _in_unit(self, high: float | None) -> tuple[float, float | None]:
        said = self.said
        size: float = 60 if said.hours is not None and self.first in _MINUTES else 1
        if said.periods is not None:
            return self._of_periods(), None
        low = said.hours if said.hours is not None else said.number or 0
        if self.is_weekly and (said.weeks or said.times != 1):
            per = _per_week(said)
            return _rounded(low * per), None if high is None else _rounded(high * per)
        many = said.times if self.is_time else 1
        if said.hours is None and many == 1 and "percent" not in said.marks:
            return _whole(low), high
        is_percent = "percent" in said.marks and self.unit == SHARE
        size = size / 100 if is_percent else size
        ends = (low * size * many, None if high is None else high * size * many)
        return _tidy(ends[0]), None if ends[1] is None else _tidy(ends[1])

    def _of_periods(self) -> float:
        said, own = self.said, _SIZES[self.first]
        size = 1 / 7 if said.period_size == WORKING_DAY and own != WORKING_DAY else said.period_size
        return _tidy((said.periods or 0) * size / own, 1)

    def _several(self) -> Unclear | None:
        """A range, an end that is open, or a figure that reads in two ways."""
        said, n = self.said, exact_words(self._low)
        if said.high is not None:
            low, high = self._in_unit(said.high)
            return Unclear(
                _("one number is asked for, and this is two: {low} and {high}").format(
                    low=exact_words(low), high=exact_words(high or 0)
                ),
                _("type one, {n} if in doubt").format(n=n),
                self._low,
                self.rest,
            )
        if said.marks & {"least", "most"}:
            why = _('"{text}" leaves open how many').format(text=self.text)
            return Unclear(why, _("type one number, such as {n}").format(n=n), self._low, self.rest)
        if self.first in WHOLE and said.marks & {"each", "other measure"}:
            why = _('"{text}" is for each of several, and one number is asked for')
            todo = _("type the number that the question asks for")
            return Unclear(why.format(text=self.text), todo, self._low, self.rest)
        if said.other is not None and said.hours is None:
            could = listed(exact_words(one) for one in sorted((said.number or 0, said.other)))
            why = _('"{text}" can be read as {could}').format(text=self.text, could=could)
            return Unclear(why, _("type it without the sign in it"), said.number, self.rest)
        if self._is_turned_by_guess:
            words = _('"{text}" is about {n} {unit}').format(text=self.text, n=n, unit=self.unit)
            return Unclear(words, _("type the number"), self._low, self.rest)
        return self._parts()

    @property
    def _is_turned_by_guess(self) -> bool:
        said, size = self.said, _SIZES.get(self.first, 0)
        is_other = said.periods is not None and said.period_size != size
        return is_other and not (said.period_size == YEAR and size == MONTH)

    def _parts(self) -> Unclear | None:
        """A part of a person: which whole number is meant is asked."""
        number = self.said.number
        if number is None or self.first not in WHOLE or number == int(number):
            return None
        low = int(number)
        ends = [str(one) for one in sorted((low, low + 1))]
        if found := re.search(r"(\d{1,4}) ?/ ?(\d{1,4})", self.text):
            ends = [found[1], found[2]]
        why = _("{unit} are counted in whole numbers, and {text} is none").format(
            unit=self.unit, text=self.text
        )
        many = _("type {one} or {other}").format(one=ends[0], other=ends[1])
        return Unclear(why, many, min(map(int, ends)), self.rest)

    def _left_over(self) -> Unclear | None:
        """What follows the number and is not understood, or a rhythm that nobody asked for."""
        said, rest = self.said, self.rest
        if not rest and not self.is_time and (said.weeks or said.times != 1):
            is_own = small(self.unit).startswith(("a week", "per uke"))
            rest = "" if is_own else self.text
        if not rest:
            return None
        n = with_unit(exact_words(self._low), self.unit)
        why = _('{n} is understood, "{rest}" is not').format(n=n, rest=rest)
        return Unclear(why, _("type the number alone"), self._low, rest)

    def _amount(self) -> Amount:
        said, number = self.said, self._low
        is_rhythm = small(self.unit).startswith(("a week", "per uke")) and said.weeks
        if is_rhythm:
            number = _tidy((said.number or 0) * said.times / (said.weeks or 1))
        is_turned = (
            (said.weeks not in (None, 1) or said.times != 1 or said.days > 1)
            if self.is_time
            else said.periods is not None and said.period_size != _SIZES.get(self.first)
        )
        told = self.text if is_turned else ""
        if told and said.weeks == WORKING_DAY:
            told = _("{text}, over {n} working days").format(text=told, n=DAYS_A_WEEK)
        return Amount(number, told)


def _per_week(said: Said) -> float:
    """How often a week the time that was said comes."""
    return said.times * (said.days or 1) / (said.weeks or 1)


def _rounded(hours: float) -> float:
    """Hours as they are kept: one decimal from an hour up, two below, as nobody frees seconds.

    What is said back is this, and nothing else is kept.
    """
    is_exact = abs(hours * 4 - round(hours * 4)) < 1e-6  # noqa: PLR2004 - quarters of an hour
    return _tidy(hours, 2 if is_exact or hours < 1 else 1)


def _tidy(number: float, decimals: int = 2) -> float:
    """A number without what sums of fractions leave behind; whole where it is whole."""
    return _whole(half_up(number, decimals))


def _whole(number: float) -> float:
    """A number with the decimals that are said back, and no others are kept."""
    found = round(number, 6)
    return int(found) if found == int(found) else found
