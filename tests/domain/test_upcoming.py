"""What comes next."""

from datetime import date

from readiness.domain.schedule.upcoming import all_dates, next_dates
from tests.domain.made import imr, team


def test_what_is_past_is_left_out_and_today_is_not() -> None:
    plan = team("AB").entering("rounds", "1", {"date": date(2027, 2, 1), "patients": 2})
    plan = plan.entering("actions", "1", {"name": "Book", "when": date(2027, 3, 1)})
    days = [day for day, _ in all_dates(imr(), plan)]
    assert days == sorted(days)
    assert date(2027, 2, 1) in days
    after = next_dates(imr(), plan, date(2027, 3, 1))
    assert [what for day, what in after if day == date(2027, 3, 1) and "Book" in what]
    assert min(day for day, _ in after) == date(2027, 3, 1)
