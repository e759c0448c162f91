"""The shapes in which dates are typed, each with what it means; the first that fits counts."""

from __future__ import annotations

import re
from functools import cache

from readiness.i18n import date_meanings as mean
from readiness.i18n import relative_dates as said
from readiness.i18n.date_meanings import Found, Meaning, one_of
from readiness.i18n.date_words import AGO, AHEAD, LAST, NEXT, ORDINAL, RELATIVE, SEASON, THIS, UNIT
from readiness.i18n.dates import FEASTS
from readiness.i18n.times import DAY, Frame, Times

Shapes = tuple[tuple[str, Meaning], ...]

_SAID = r"next year|neste \u00e5r|this year|i \u00e5r|last year|i fjor|fjor"
_BY = r"[-, ./]*(?:of |in |i |for )?"
_THEN = rf"(?:{_BY}(?P<y>\d{{4}}|'?\d\d(?![\d.:/])|{_SAID}))?"
"""A year behind a month or a time."""
_LONG = rf"(?:{_BY}(?P<y>\d{{4}}|'\d\d|(?<=/)\d\d|{_SAID}))?"
"""A year behind a number, of four digits or set off."""
_WORDS = one_of((*NEXT, *THIS, *LAST))
_NTH = one_of(ORDINAL)
_NAME = r"[^\W\d_]{3,11}"
"""A month or a day of the week: which one, and whether it is one, is looked up."""
_MONTH = rf"(?:(?P<w>{_WORDS}) )?(?P<m>{_NAME})\.?"
_UNITS = one_of(UNIT)
_COUNTS = r"\d{1,3}|half a|a half|et halvt|a couple of|et par|[^\W\d_]+(?:[- ][^\W\d_]+)?"


def _week_of(found: re.Match[str], frame: Frame) -> Found:
    """The week that a day is in."""
    for pattern, meant in shapes():
        inner = pattern.fullmatch(found["x"])
        times = meant(inner, frame) if inner else None
        if isinstance(times, Times) and times.is_day:
            monday = times.first - DAY * (times.first.isoweekday() - 1)
            return Times(monday, monday + DAY * 6)
    return None


@cache
def shapes() -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    """Every shape with what it means, put together when the first date is read."""
    table = (*_in_figures(), *_with_a_month(), *_in_words())
    return tuple((re.compile(shape), meant) for shape, meant in table)


def _in_figures() -> Shapes:
    return (
        (r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})", mean.iso),
        (r"(20\d\d)(\d\d)(\d\d)", mean.iso),
        (r"(\d{4})[-./ ](\d{1,2})", mean.iso_month),
        (r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})", mean.local),
        (r"(\d{1,2})[-./](\d{4})", mean.month_year),
        (r"(\d{1,2})[./] ?(\d{1,2})\.?", mean.day_month),
        (r"(?P<y>\d{4})[- ]?(?:w|week|uke|u) ?(?P<n>\d{1,2})(?:-(?P<d>[1-7]))?", mean.week),
        (rf"(?:week|wk|uke|veke|w|u)\.? ?(?:no\.? ?|nr\.? ?)?(?P<n>\d{{1,2}}){_LONG}", mean.week),
        (rf"(?P<n>\d{{1,2}})\. (?:uke|veke){_LONG}", mean.week),
        (r"(?P<y>\d{4})[-/ ]?q(?P<n>[1-4])", mean.part_of_year(3)),
        (rf"q ?(?P<n>[1-4]){_LONG}", mean.part_of_year(3)),
        (rf"(?P<n>{_NTH}) ?(?:quarter|kvartal|kv\.?){_LONG}", mean.part_of_year(3)),
        (rf"(?:quarter|kvartal) ?(?P<n>[1-4]){_LONG}", mean.part_of_year(3)),
        (r"(?P<y>\d{4})[-/ ]?h(?P<n>[12])", mean.part_of_year(6)),
        (rf"h ?(?P<n>[12]){_LONG}", mean.part_of_year(6)),
        (
            (
                rf"(?P<n>{_NTH}) ?(?:half|half-year|half year|halv\u00e5r|halvdel av|halvdel)"
                rf"(?: of)?{_BY}(?P<y>\d{{4}}|'?\d\d|{_SAID})?"
            ),
            mean.part_of_year(6),
        ),
    )


def _with_a_month() -> Shapes:
    return (
        (rf"(?P<n>{_NTH}) (?:half of|halvdel av) {_MONTH}{_THEN}", mean.part_of_month),
        (
            rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?[-/ ]*(?:of |i )?(?P<m>{_NAME})\.?{_THEN}",
            mean.named_day,
        ),
        (rf"(?P<m>{_NAME})\.?(?: ?[-'] ?'?)(?P<y>\d\d|\d{{4}})", mean.named_month),
        (rf"(?P<y>\d{{4}})[- ](?P<m>{_NAME})\.?", mean.named_month),
        (
            (
                rf"(?P<m>{_NAME})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
                rf"(?:,? (?P<y>\d{{4}}|{_SAID}))?"
            ),
            mean.month_day,
        ),
        (rf"{_MONTH}{_THEN}", mean.named_month),
    )


def _in_words() -> Shapes:
    ago, ends = one_of((*AGO, *AHEAD)), one_of((*said.STARTS, *said.ENDS, *said.PERIOD))
    return (
        (rf"(?:{one_of(RELATIVE)})", said.relative),
        (
            (
                rf"(?P<in>in |om |for )?(?P<c>{_COUNTS}) (?P<u>{_UNITS})"
                rf"(?:'? time)?(?: (?P<ago>{ago}))?"
            ),
            said.in_time,
        ),
        (
            (
                rf"(?:(?P<c>{_COUNTS}) (?P<u>{_UNITS}) "
                r"(?P<side>after|etter|before|f\u00f8r) )?"
                rf"(?:the |ved |at |at the )?(?:plan'?s )?(?P<at>{ends})"
            ),
            said.from_start,
        ),
        (rf"(?P<w>{_WORDS}) (?P<u>[^\W\d_][\w -]{{1,12}})", said.next_one),
        (rf"({_NAME})\.?", said.weekday),
        (rf"(?P<n>{_NTH}) (?P<d>{_NAME}) (?:in|of|i) {_MONTH}{_THEN}", mean.weekday_of_month),
        (
            (
                r"(?:the |i )?(?:week|uke|uken|uka|w/c|wc)\.? ?"
                r"(?:of|beginning|starting|commencing|med|fra|som begynner|from)? ?"
                r"(?:the |den )?(?P<x>.+)"
            ),
            _week_of,
        ),
        (rf"(?:early |late )?(?P<s>{one_of(SEASON)}){_THEN}", mean.season),
        (rf"(?P<f>{one_of(FEASTS)}){_THEN}", mean.feast),
        (rf"(?P<y>\d{{4}}|{_SAID})", mean.year),
    )
