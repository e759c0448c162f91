"""What the pieces of a typed amount say together: how much, how often, and what is left over."""

from __future__ import annotations

from readiness.i18n.amount_words import (
    CHOICES,
    COUNTERS,
    EACH,
    LARGE,
    MARKS,
    MONEY,
    MONTH,
    NOUNS,
    SUMS,
    WORDS,
    WORKING_DAY,
)
from readiness.i18n.reading import Said
from readiness.i18n.typed_tokens import Token, tokens

MINUTES_OF_AN_HOUR = 60


def said_in(text: str, unit: str) -> Said:
    """What a text says, up to where it is not understood; `unit` is the field's, in small words."""
    return _Reader(tokens(text), unit).said


class _Reader:
    """Goes through the pieces once, from the left."""

    def __init__(self, pieces: list[Token], unit: str) -> None:
        self._pieces, self._at, self.said = pieces, 0, Said()
        is_time = any(unit in words.split("|") for words in WORDS["time"].values())
        own = {unit, unit.removesuffix("s")} if unit and not is_time else set[str]()
        own |= set() if unit else MONEY
        self._nouns = own.union(*(one for one in NOUNS if unit in one))
        while self._at < len(pieces):
            here = self._at
            if not self._take():
                self.said.rest = pieces[here].start
                break

    def _next(self, by: int = 0) -> Token:
        at = self._at + by
        return self._pieces[at] if at < len(self._pieces) else _END

    def _take(self) -> bool:
        """Understand the next pieces; False where they say nothing that belongs here."""
        here = self._next()
        taker = _TAKERS.get(here.kind)
        is_noun = here.word in self._nouns and (self.said.number is not None or here.word in MONEY)
        if not is_noun and taker is not None and taker(self):
            return True
        if not is_noun and here.kind not in MARKS and here.word not in EACH:
            return False
        if not is_noun:
            self.said.marks.add("each" if here.word in EACH else here.kind)
        self._at += 1
        return True

    def _number(self) -> bool:
        """A figure, with what makes it a time, a range, a rhythm or a plain number."""
        value, other, used = self._figure()
        if not used:
            return False
        follows = self._next(used)
        is_joined = follows.kind == "to" and self._is_free
        if is_joined and (follows.word not in SUMS or self._is_choice(used)):
            return self._range(value, used)
        if follows.kind == "time" and (follows.word not in self._nouns or not self._is_free):
            return self._time(value, used)
        if follows.kind == "period":
            return self._span(value, used)
        if follows.kind == "times":
            self.said.times *= value
            self._at += used + 1
            return True
        return self._plain(value, other, used)

    @property
    def _is_free(self) -> bool:
        """Whether no amount was said yet."""
        said = self.said
        return said.number is None and said.hours is None and said.periods is None

    def _figure(self) -> tuple[float, float | None, int]:
        """The number that stands here with its halves, its other reading, and its pieces."""
        here, follows = self._next(), self._next(1)
        if here.kind in ("number", "fraction"):
            if follows.kind == "and a half" or (follows.kind == "fraction" and follows.value < 1):
                return here.value + follows.value, None, 2
            if follows.word in LARGE or follows.word.split(" ")[0] in ("half", "halv"):
                return here.value * LARGE.get(follows.word, follows.value), None, 2
            return here.value, here.other, 1
        if here.word in _SIGNS and follows.kind == "number" and not self._at:
            return _SIGNS[here.word] * follows.value, None, 2
        is_one = here.kind == "a" and follows.kind in ("time", "period", "post")
        return (1, None, 1) if is_one else (0, None, 0)

    def _is_choice(self, used: int) -> bool:
        """Whether "or" stands between two numbers: 8 or 9."""
        return self._next(used).word in CHOICES and self._next(used + 1).kind == "number"

    def _range(self, low: float, used: int) -> bool:
        after = self._next(used + 1)
        if after.kind not in ("number", "fraction"):
            return self._plain(low, None, used)
        self._at += used + 1
        high, _other, more = self._figure()
        self._at += more
        self.said.high, unit = high, self._next()
        if unit.kind == "time" and unit.word not in self._nouns:
            self.said.hours, self.said.high = low * unit.value, high * unit.value
            self._at += 1
            return True
        self.said.number = low
        return True

    def _time(self, value: float, used: int) -> bool:
        said, unit = self.said, self._next(used)
        if said.hours is not None and unit.value == 1:
            return False
        said.hours = (said.hours or 0) + value * unit.value
        self._at += used + 1
        follows = self._next()
        if follows.kind == "and a half":
            said.hours += follows.value * unit.value
            self._at += 1
        elif follows.word in SUMS and self._next(1).kind in ("number", "a"):
            if self._next(2).kind == "time":
                self._at += 1
        elif follows.kind == "to" and self._next(2).kind == "time":
            said.high = self._next(1).value * self._next(2).value
            self._at += 3
        elif unit.value == 1 and self._is_minutes(follows):
            said.hours += follows.value / MINUTES_OF_AN_HOUR
            self._at += 1
        return True

    def _is_minutes(self, piece: Token) -> bool:
        """Whether a figure behind the hours is their minutes: 1h30."""
        is_figure = piece.kind == "number" and piece.word[0].isdecimal()
        is_close = piece.start <= self._pieces[self._at - 1].end + 1
        is_counted = self._next(1).kind in COUNTERS
        return is_figure and is_close and piece.value < MINUTES_OF_AN_HOUR and not is_counted

    def _span(self, value: float, used: int) -> bool:
        """So many days, weeks or months: the amount, or how often in a week."""
        said, unit = self.said, self._next(used)
        after = self._next(used + 1)
        is_rhythm = after.kind in ("per", "a") and self._next(used + 2).kind == "period"
        if self._is_free:
            said.periods, said.period_size = value, unit.value
        elif unit.value == WORKING_DAY and is_rhythm:
            said.weeks, said.times = None, said.times * value
        else:
            return False
        self._at += used + 1
        return True

    def _plain(self, value: float, other: float | None, used: int) -> bool:
        if not self._is_free:
            return False
        self.said.number, self.said.other = value, other
        self._at += used
        return True

    def _clock(self) -> bool:
        if not self._is_free:
            return False
        self.said.hours = self._next().value
        self._at += 1
        if self._next().kind == "time":
            self._at += 1
        return True

    def _often(self) -> bool:
        """A rhythm in one word, such as daily."""
        return self._weeks(self._next().value, 1)

    def _per(self) -> bool:
        """A rhythm: per week, every third week, every 14 days."""
        used = 1
        while self._next(used).kind in ("per", "a"):
            used += 1
        count, unit = 1.0, self._next(used)
        if unit.kind in ("number", "ordinal"):
            count, unit, used = unit.value, self._next(used + 1), used + 1
        if unit.kind == "weekday":
            return self._weekdays(used)
        if unit.word == "m":
            return self._weeks(MONTH * count, used + 1)
        if unit.kind != "period" or not count:
            return False
        size = 1 / 7 if unit.value == WORKING_DAY and count > 1 else unit.value
        return self._weeks(size * count, used + 1)

    def _plus(self) -> bool:
        """A sign before a number; behind one it means at least."""
        return self._next().word == "+" and self._number()

    def _other(self) -> bool:
        """Every other week."""
        unit = self._next(1)
        if unit.kind == "weekday":
            return self._weeks(2, 2)
        size = 1 / 7 if unit.value == WORKING_DAY else unit.value
        return unit.kind == "period" and self._weeks(size * 2, 2)

    def _weeks(self, weeks: float, used: int) -> bool:
        said = self.said
        if said.weeks is not None and said.weeks != weeks:
            return False
        said.weeks = weeks
        self._at += used
        return True

    def _weekdays(self, used: int = 0) -> bool:
        said = self.said
        said.days += 1
        self._at += used + 1
        while self._next().word in SUMS and self._next(1).kind == "weekday":
            said.days += 1
            self._at += 2
        return said.weeks in (None, 1) and self._weeks(1, 0)

    def _a(self) -> bool:
        """An hour; a week; or a word that says nothing."""
        follows, is_amount = self._next(1), self._is_free and self.said.times == 1
        if follows.kind == "time" or (follows.kind == "period" and is_amount):
            return self._number()
        if follows.kind == "period":
            return self._per()
        if follows.kind not in ("number", "of", "post", "fraction"):
            return False
        self._at += 1
        return True

    def _counted(self) -> bool:
        """Twice; x 3."""
        self.said.times *= self._next().value
        self._at += 1
        return True

    def _by(self) -> bool:
        if self._next(1).kind == "number" and not self._is_free:
            self.said.times *= self._next(1).value
            self._at += 2
            if self._next().kind == "times":
                self._at += 1
            return True
        return False

    def _bare_period(self) -> bool:
        """The end of "4 hours week"."""
        return not self._is_free and self._weeks(self._next().value, 1)

    def _to(self) -> bool:
        """A sign that only joins: 4 hours - every week."""
        if self._next().word == "-" and not self._at:
            return self._number()
        if self._next(1).kind not in ("per", "often", "other", "weekday", "about", "end"):
            return False
        self._at += 1
        return True


_SIGNS = {"-": -1, "+": 1}
_END = Token("end", 0, "", 0, 0)
_TAKERS = {
    "number": _Reader._number,  # noqa: SLF001 - its own table
    "fraction": _Reader._number,  # noqa: SLF001
    "clock": _Reader._clock,  # noqa: SLF001
    "often": _Reader._often,  # noqa: SLF001
    "per": _Reader._per,  # noqa: SLF001
    "other": _Reader._other,  # noqa: SLF001
    "weekday": _Reader._weekdays,  # noqa: SLF001
    "a": _Reader._a,  # noqa: SLF001
    "so many times": _Reader._counted,  # noqa: SLF001
    "least": _Reader._plus,  # noqa: SLF001
    "times": _Reader._by,  # noqa: SLF001
    "period": _Reader._bare_period,  # noqa: SLF001
    "to": _Reader._to,  # noqa: SLF001
}
