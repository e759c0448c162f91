"""The nine states and their colours: what design promises of them, reckoned."""

from itertools import combinations

import pytest

from readiness.describe.colours import (
    ACCENT,
    BAND,
    DARK,
    DARK_GROUNDS,
    DARK_HAVE,
    DARK_INK,
    DARK_MUTED,
    DARK_RULE,
    HAVE,
    INK,
    MISSING,
    PANEL,
    PRINT,
    SHADE,
    SIXTEEN,
    WHITE,
)  # fmt: skip
from readiness.describe.state import (
    SHORT,
    SIGNS,
    WORDS,
    State,
    sign_of,
    squares,
    state_counts,
    state_of,
    word_of,
)  # fmt: skip
from readiness.domain.kinds.value import Value
from readiness.domain.rules.flags import Acceptance, Flag
from readiness.domain.rules.review import AreaReview, ItemReview, Status
from readiness.report.theme import contrast

RED = Flag(id="A-01R", item="A-01", severity="red", says="It stops.", why="", action="")
AMBER = RED.model_copy(update={"id": "A-02A", "item": "A-02", "severity": "amber"})
HELD = Acceptance(reason="We know.", by="KN", on=None, says="It stops.", still_holds=True)


def one(status: Status, flag: Flag | None = None, **said: bool) -> ItemReview:
    rest: dict[str, Value] = {"answered": True, **said}
    return ItemReview(id="A-01", status=status, flag=flag, **rest)  # type: ignore[arg-type]


EACH: dict[State, ItemReview] = {
    "red": one("red", RED),
    "amber": one("partly", AMBER),
    "open": one("open"),
    "unanswered": one("open", answered=False),
    "partly": one("partly"),
    "accepted": one("red", RED.model_copy(update={"acceptance": HELD})),
    "ready": one("ready"),
    "not applicable": one("not applicable"),
    "not asked": one("open", answered=False, is_asked=False),
}
"""A question in each state, worst first."""


def area(*items: ItemReview, left_out: int = 0) -> AreaReview:
    return AreaReview(
        id="a", status="open", answered=0, asked=len(items), left_out=left_out, items=items
    )


def test_every_state_has_its_sign_and_its_words() -> None:
    assert "".join(map(sign_of, EACH.values())) == "!^o.~=+-_"
    assert [state_of(item) for item in EACH.values()] == list(SIGNS)
    assert word_of(EACH["accepted"]) == "red, accepted"
    for table in (WORDS, SHORT, PRINT, DARK, SIXTEEN):
        assert [*table] == [*SIGNS]


@pytest.mark.parametrize(
    ("flag", "state"),
    [
        (AMBER.model_copy(update={"acceptance": HELD}), "amber"),
        (
            RED.model_copy(update={"acceptance": HELD.model_copy(update={"still_holds": False})}),
            "red",
        ),
    ],
)
def test_only_a_red_flag_that_is_answered_for_as_it_stands_is_accepted(
    flag: Flag, state: State
) -> None:
    assert state_of(one("red", flag)) == state


def test_an_area_shows_its_most_serious_question() -> None:
    for worse, better in combinations(list(EACH)[:-1], 2):
        assert state_of(area(EACH[better], EACH[worse])) == worse
    assert state_of(area(EACH["not asked"])) == "not asked"
    assert state_of(area(EACH["not asked"], EACH["red"])) == "red"


def test_what_was_not_asked_cannot_be_known_to_be_in_place() -> None:
    assert state_of(area(EACH["ready"], left_out=1)) == "partly"
    assert state_of(area(EACH["unanswered"], left_out=1)) == "unanswered"


def test_squares_stand_worst_first_and_are_counted() -> None:
    items = [EACH["ready"], EACH["red"], EACH["partly"], EACH["ready"]]
    assert [state for state, _id in squares(items)] == ["red", "partly", "ready", "ready"]
    assert [*state_counts(items)] == [("red", 1), ("partly", 1), ("ready", 2)]


def test_text_and_marks_stand_out_on_paper() -> None:
    for state, look in PRINT.items():
        assert contrast(look.text, look.fill or WHITE) >= 4.5, state
        assert contrast(look.edge, WHITE) >= 3, state
        for ground in (WHITE, SHADE, PANEL):
            assert contrast(look.ink, ground) >= 5.5, state
    assert contrast(PRINT["amber"].fill, WHITE) < 3 < contrast(PRINT["amber"].edge, WHITE)
    assert contrast(ACCENT, WHITE) == pytest.approx(8.9, abs=0.05)
    assert contrast(HAVE, WHITE) == pytest.approx(3.4, abs=0.05)
    assert min(contrast(MISSING, WHITE), contrast(MISSING, BAND)) >= 4.5
    assert contrast(INK, BAND) >= 4.5


@pytest.mark.parametrize(
    ("state", "text", "ink"),
    [
        ("red", 7.4, 8.9), ("amber", 8.0, 8.7), ("open", 16.6, 16.6), ("partly", 5.1, 9.2),
        ("unanswered", 7.0, 7.0), ("ready", 5.0, 9.0), ("accepted", 8.9, 8.9),
        ("not applicable", 12.7, 7.0),
    ],
)  # fmt: skip
def test_the_contrasts_on_paper_are_those_of_the_design(
    state: State, text: float, ink: float
) -> None:
    look = PRINT[state]
    assert contrast(look.text, look.fill) == pytest.approx(text, abs=0.06)
    assert contrast(look.ink, WHITE) == pytest.approx(ink, abs=0.06)


def test_text_and_marks_stand_out_in_the_dark() -> None:
    least = dict(zip(DARK_GROUNDS, (6.6, 6.0, 5.0), strict=True))
    for state, look in DARK.items():
        for ground, ratio in least.items():
            assert contrast(look.ink, ground) >= ratio - 0.05, state
        if look.fill:
            assert contrast(look.text, look.fill) >= 4.5, state
        elif state != "not applicable":
            assert contrast(look.text, DARK_GROUNDS[0]) >= 4.5, state
    # This grey holds one sign and the borders only, both marks.
    assert DARK["not applicable"].text == DARK_RULE
    assert contrast(DARK_RULE, DARK_GROUNDS[0]) == pytest.approx(3.6, abs=0.05)
    assert contrast(DARK_HAVE, DARK_GROUNDS[0]) == pytest.approx(8.0, abs=0.05)
    assert min(contrast(DARK_INK, DARK_GROUNDS[2]), contrast(DARK_MUTED, DARK_GROUNDS[2])) >= 4.5


def test_no_two_states_share_fill_and_edge() -> None:
    drawn = [(look.fill, look.edge, look.is_dashed) for look in PRINT.values()]
    assert len({*drawn}) == len(drawn)
