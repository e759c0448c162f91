"""Months, weeks and feast days on the calendar."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

LAST_YEAR = 9000
"""Dates beyond this year are cut to it, so that no sum of months leaves the calendar."""


def plus_months(day: date, months: float) -> date:
    """The same day so many months later, or the month's last day if it is shorter."""
    whole = int(months)
    year, month = divmod(day.year * 12 + day.month - 1 + whole, 12)
    if not 1 <= year <= LAST_YEAR:
        return date(min(max(year, 1), LAST_YEAR), 1, 1)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def plus_weeks(day: date, weeks: float) -> date:
    """So many weeks later, cut to the calendar's end."""
    try:
        return day + timedelta(days=round(weeks * 7))
    except OverflowError:
        return date(LAST_YEAR, 1, 1)


def months_between(first: date, last: date) -> float:
    """Months from one day to another; negative if it lies before."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + (last.day - first.day) / 31


def weeks_between(first: date, last: date) -> float:
    """Weeks from one day to another; negative if it lies before."""
    return (last - first).days / 7


def easter(year: int) -> date:
    """Easter Sunday of a year, by the Gregorian calendar's own arithmetic (Butcher's form)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


class Feast(NamedTuple):
    """A day of a year, from Easter Sunday or on the calendar, or a time around one."""

    days: int = 0
    """Days from Easter Sunday, where month is 0."""
    month: int = 0
    day: int = 0
    before: int = 0
    """Days before it that belong to the time; with `after` it is a time and no day."""
    after: int = 0

    def of(self, year: int) -> tuple[date, date]:
        """Its first and its last day in a year."""
        on = date(year, self.month, self.day) if self.month else easter(year)
        on += timedelta(days=self.days)
        return on - timedelta(days=self.before), on + timedelta(days=self.after)


def _named(*many: tuple[str, Feast]) -> dict[str, Feast]:
    return {name: feast for names, feast in many for name in names.split("|")}


FEASTS: Mapping[str, Feast] = _named(
    ("easter monday|2. påskedag|andre påskedag|annen påskedag", Feast(1)),
    ("easter sunday|easter day|1. påskedag|første påskedag|påskedag", Feast(0)),
    ("easter saturday|easter eve|påskeaften", Feast(-1)),
    ("good friday|langfredag", Feast(-2)),
    ("maundy thursday|skjærtorsdag", Feast(-3)),
    ("palm sunday|palmesøndag", Feast(-7)),
    ("ascension day|ascension|kristi himmelfartsdag|kristi himmelfart", Feast(39)),
    ("whit sunday|pentecost|1. pinsedag|første pinsedag|pinsedag", Feast(49)),
    ("whit monday|2. pinsedag|andre pinsedag|annen pinsedag", Feast(50)),
    ("easter|the easter holidays|easter holidays|påske|påsken|påska|påskeferien|easter week",
     Feast(0, before=7, after=1)),
    ("whitsun|pinse|pinsen|pinsa", Feast(49, before=1, after=1)),
    ("christmas eve|julaften|julekvelden", Feast(month=12, day=24)),
    ("christmas day|1. juledag|første juledag", Feast(month=12, day=25)),
    ("boxing day|2. juledag|andre juledag|annen juledag", Feast(month=12, day=26)),
    ("new year's eve|new years eve|nyttårsaften", Feast(month=12, day=31)),
    ("new year's day|new years day|1. nyttårsdag|første nyttårsdag|nyttårsdag",
     Feast(month=1, day=1)),
    ("st. hans|st.hans|st hans|sankthans|sankthansaften|midsummer|midsummer's eve",
     Feast(month=6, day=23)),
    ("constitution day|grunnlovsdagen", Feast(month=5, day=17)),
    ("labour day|may day|arbeidernes dag", Feast(month=5, day=1)),
    (("christmas|xmas|jul|jula|julen|juleferien|christmas holidays|the christmas holidays|"
     "romjulen|romjula"),
     Feast(month=12, day=24, after=7)),
    ("new year|the new year|nyttår|årsskiftet|the turn of the year|turn of the year",
     Feast(month=12, day=31, after=1)),
)  # fmt: skip
"""By the name of a feast, in small letters. Times of several days, such as Easter, are no day."""
