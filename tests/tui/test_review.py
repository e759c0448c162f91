"""A fidelity review on the screens: shown once all have finished, settled, its advice taken up."""

from datetime import date

from readiness.app.operations.fidelity import Rating, begin_rating, keep_rating, scored
from readiness.app.session import Session
from readiness.tui.screens.entry import EntryScreen
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.review import ReviewScreen, SettleDialog
from readiness.tui.screens.today import TodayScreen
from tests.tui.person import at

DAY, REVIEW = date(2026, 10, 12), "2026-10-12"
NR = (5, 4, 5, 5, 2, 4, 3, 4, 4, 3, 3, 2, 3)
KH = (5, 4, 5, 4, 2, 4, 4, 4, 4, 3, 1, 2, 3)


def reviewed(session: Session) -> None:
    plan = session.plan.described(start=date(2026, 4, 6))
    fields = {"scale": "imr_fidelity", "raters": ("NR", "KH")}
    session.take(plan.entering("fidelity", REVIEW, fields))
    session.save()


def rate(session: Session, rater: str, scores: tuple[int, ...]) -> None:
    rating = begin_rating(session, DAY, rater)
    assert isinstance(rating, Rating)
    for key, score in zip(rating.scale.items, scores, strict=True):
        about = "two of five charts" if key == "coping" else ""
        rating = scored(rating, key, score, sure=True, evidence=about)
    keep_rating(rating, finished=True)


async def test_scores_are_shown_together_settled_and_their_advice_becomes_actions(
    session: Session,
) -> None:
    reviewed(session)
    rate(session, "NR", NR)
    async with at(session, size=(120, 40)) as person:
        await person.press("o", "s")
        assert isinstance(person.app.screen, ReviewScreen)
        person.sees("NR: finished.", "KH: not finished.")
        assert "NR 3" not in person.see()
        await person.press("c")
        assert isinstance(person.app.screen, AskText)
        await person.press("escape")
        assert not session.plan.scores
        rate(session, "KH", KH)
        await person.press("c")
        person.sees("^ 11 Coping skills: NR 3, KH 1, not settled.", "10 of 13 the same")
        person.sees("3 criteria have no score yet: no total.", "NR: two of five charts")
        await person.press("c")
        person.sees("The scores are shown already.")
        await person.press("enter")
        assert isinstance(person.app.screen, SettleDialog)
        await person.type("2\n\n\n\n")
        person.sees("the raters' scores differ; say why it is settled so")
        await person.press("shift+tab", "shift+tab")
        await person.type("One session only\nRole play\n\n")
        person.sees("+ 11 Coping skills: NR 3, KH 1, settled 2. One session only")
        person.sees("Advice: Role play (neither adopted nor declined)")
        await person.press("+")
        person.sees("Advice: Role play (action 4)")
        await person.press("+")
        person.sees("The advice on 11 Coping skills is action")
        await person.press("end", "enter")
        assert isinstance(person.app.screen, EntryScreen)
    row = session.plan.scores[REVIEW]["coping"]
    assert (row["settled"], row["reason"], row["advice"]) == (2, "One session only", "Role play")
    action = session.plan.actions["4"]
    assert action["from"] == f"fidelity.{REVIEW}.coping"
    assert action["action"] == "Role play"


async def test_advice_is_declined_with_a_reason_and_monitoring_leads_to_the_review(
    session: Session,
) -> None:
    reviewed(session)
    rate(session, "NR", NR)
    rate(session, "KH", KH)
    async with at(session, size=(100, 40)) as person:
        await person.press("i", "end")
        person.sees("12 October 2026: the scores are not shown to each other yet.")
        await person.press("enter", "c", "+")
        person.sees("There is no advice on 11 Coping skills")
        await person.press("x")
        await person.type("No time\n")
        person.sees("there is no advice to decline")
        await person.press("shift+tab")
        await person.type("Role play\n\n")
        await person.press("escape")
        person.sees("12 October 2026: 3 scores to settle.")
    assert session.plan.scores[REVIEW]["coping"]["declined"] == "No time"


async def test_today_leads_to_the_scores_where_they_are_off_plan(session: Session) -> None:
    begun = session.plan.described(start=date(2026, 4, 6))
    session.take(begun)
    session.save()
    async with at(session) as person:
        await person.press("o", "s")
        assert isinstance(person.app.screen, TodayScreen)
        person.sees("No fidelity review is recorded yet")
        person.app.plan.keep(reviewed)
        await person.press("s", "c")
        assert isinstance(person.app.screen, AskText)
        await person.type("KH left")
        await person.press("enter")
        assert session.plan.fidelity[REVIEW]["revealed_early"] == "KH left"
        await person.press("ctrl+z", "ctrl+z")
        person.screen(ReviewScreen)
