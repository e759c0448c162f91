"""Several people's answers: counted, compared and put in order. Values from the design, by hand."""

import pytest

from readiness.domain.ratings.counts import Counts, Gap, gap, movement, order
from readiness.domain.ratings.disclosure import band
from readiness.domain.ratings.view import view


def counts(yes: int, partly: int, no: int, unsure: int = 0) -> Counts:
    said = ["yes"] * yes + ["partly"] * partly + ["no"] * no + ["not sure"] * unsure
    return Counts.of(said)


@pytest.mark.parametrize(
    ("ypn", "steps", "dispersion", "word", "median"),
    [
        ((2, 0, 0), 0, 0, "same", "yes"),
        ((1, 0, 1), 2, 1, "split", "no"),
        ((2, 1, 0), 1, 0.333, "near", "yes"),
        ((2, 0, 1), 2, 0.667, "split", "yes"),
        ((1, 1, 1), 2, 0.667, "split", "partly"),
        ((4, 0, 1), 2, 0.4, "split", "yes"),
        ((3, 1, 1), 3, 0.6, "split", "yes"),
        ((3, 2, 0), 2, 0.4, "near", "yes"),
        ((2, 1, 2), 4, 0.8, "split", "partly"),
        ((8, 3, 1), 5, 0.417, "split", "yes"),
        ((11, 0, 1), 2, 0.167, "split", "yes"),
        ((6, 0, 6), 12, 1, "split", "no"),
        ((1, 10, 1), 2, 0.167, "split", "partly"),
        ((7, 5, 0), 5, 0.417, "near", "yes"),
        ((2, 1, 4), 5, 0.714, "split", "no"),
        ((1, 0, 0), 0, 0, "one answer", "yes"),
        ((0, 0, 0), 0, 0, "no answer", ""),
    ],
)
def test_how_far_apart_answers_are_is_said_in_steps(
    ypn: tuple[int, int, int], steps: int, dispersion: float, word: str, median: str
) -> None:
    found = counts(*ypn)
    assert (found.steps, round(found.dispersion, 3)) == (steps, dispersion)
    assert (found.word, found.median) == (word, median)


def test_the_dispersion_is_the_published_one_for_any_number_of_answers() -> None:
    """The example in the documentation of agrmt: Leik's dispersion is .287."""
    said = dict(zip("abcdefg", (30, 40, 210, 130, 530, 50, 10), strict=True))
    assert round(Counts(said=said).dispersion, 4) == 0.2867


def test_not_sure_not_applicable_and_blank_stand_beside_the_answers() -> None:
    found = Counts.of(["yes", "not sure", "not applicable", None, "no", None])
    assert (found.unsure, found.inapplicable, found.blank) == (1, 1, 2)
    assert (found.scored, found.answered, found.steps) == (2, 4, 2)
    both = found + counts(1, 0, 0, 1)
    assert (both.said["yes"], both.unsure, both.blank, both.answered) == (2, 2, 2, 6)


@pytest.mark.parametrize(
    ("of", "unsure", "unknown", "mostly"),
    [(3, 1, False, False), (4, 2, True, False), (5, 2, False, False), (1, 2, True, True)],
)
def test_many_who_are_not_sure_are_told_apart(
    *, of: int, unsure: int, unknown: bool, mostly: bool
) -> None:
    """Two at least, and a third of those who said anything: 2 of 6 are, 2 of 7 are not."""
    found = counts(of, 0, 0, unsure)
    assert (found.is_unknown, found.is_mostly_unsure) == (unknown, mostly)


def test_options_have_no_order_and_no_middle() -> None:
    found = Counts.of(["a", "b", "a", "c", None], options=["a", "b", "c"])
    assert (found.steps, found.dispersion, found.word, found.median) == (2, 0.5, "split", "")
    assert Counts.of(["a", "a"], options=["a", "b"]).word == "same"


@pytest.mark.parametrize(
    ("leader", "others", "apart"),
    [
        ("yes", counts(2, 1, 4), 2),
        ("no", counts(5, 0, 0), -2),
        ("partly", counts(1, 1, 1), 0),
        ("yes", counts(1, 0, 0, 3), "not known to them"),
        ("not sure", counts(5, 0, 0), None),
        (None, counts(5, 0, 0), None),
        ("yes", counts(0, 0, 0), None),
        ("yes", Counts.of(["a"], options=["a"]), None),
    ],
)
def test_the_leader_stands_beside_the_careful_median_of_the_others(
    leader: str | None, others: Counts, apart: Gap
) -> None:
    assert gap(leader, others) == apart


def test_what_lies_furthest_apart_is_talked_about_first() -> None:
    found: dict[str, tuple[Counts, Gap]] = {
        "same": (counts(5, 0, 0), 0),
        "near": (counts(3, 2, 0), 0),
        "near, unsure": (counts(3, 2, 0, 1), "not known to them"),
        "one no": (counts(4, 0, 1), 0),
        "1 1 1": (counts(1, 1, 1), 0),
        "2 0 1": (counts(2, 0, 1), 0),
        "gap": (counts(0, 0, 5), 2),
        "nobody": (Counts(), None),
        "one": (counts(1, 0, 0), 1),
        "options": (Counts.of(["a", "b"], options=["a", "b"]), None),
    }
    assert order(found) == [
        *("gap", "2 0 1", "1 1 1", "options", "one no"),
        *("near, unsure", "near", "same", "one", "nobody"),
    ]


def test_movement_is_said_only_where_it_tells_on_nobody() -> None:
    first = dict.fromkeys("abcdefgh", "no")
    second = first | dict.fromkeys("abcde", "partly")
    found = movement(first, second, 3)
    assert found is not None
    assert (found.moved, found.of) == (5, 8)
    assert movement(first, second, 4) is None
    assert movement(first, first | dict.fromkeys("ab", "yes"), 3) is None
    assert movement(first, first | dict.fromkeys("abcdefg", "yes"), 3) is None


def test_movement_is_not_said_where_a_code_stands_in_one_vote_only() -> None:
    """All that are counted are known: what the others did would tell on the one with a new code."""
    first = dict.fromkeys("abcdefgh", "no")
    second = {**dict.fromkeys("abcd", "yes"), **dict.fromkeys("efg", "no"), "new": "yes"}
    assert movement(first, second, 3) is None
    assert movement(first | {"i": "no"}, second | {"h": "no"}, 3) is None


def test_bands_of_six_hide_the_one_who_differs() -> None:
    found = [band(counts(yes, 0, 6 - yes)) for yes in range(7)]
    assert found == [
        *("at most one", "at most one", "few", "about half", "most"),
        *("all but at most one", "all but at most one"),
    ]
    assert band(counts(4, 0, 0)) is None
    assert band(counts(3, 0, 2)) == band(counts(2, 3, 0)) == "about half"
    assert band(counts(6, 0, 0), 7) is None


@pytest.mark.parametrize(
    ("ypn_unsure", "ready", "open_"),
    [
        ((2, 0, 1, 2), "blind spot", "same view"),
        ((4, 1, 0, 0), "same view", "quiet strength"),
        ((5, 0, 0, 0), "same view", "quiet strength"),
        ((3, 2, 0, 0), "mixed", "mixed"),
        ((1, 0, 1, 0), "blind spot", "same view"),
        ((0, 0, 0, 0), None, None),
    ],
)
def test_a_topic_is_held_against_the_plan(
    ypn_unsure: tuple[int, int, int, int], ready: str | None, open_: str | None
) -> None:
    found = counts(*ypn_unsure)
    assert (view(found, "ready"), view(found, "open")) == (ready, open_)
