"""Nobody's answer can be reckoned from what a workshop shows. Cases from the design, by hand."""

from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.ratings.disclosure import (
    DisclosureRule,
    RaterGroup,
    Stage,
    groups_of,
    groups_shown,
    of_sensitive,
    tells_on_someone,
)
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.domain.ratings.reveal import Votes, all_again, closing, linked
from readiness.domain.ratings.workshop import Role, Shown
from tests.strategies import examples
from tests.workshops import QUESTIONS, answers, look, workshop

AGREED = DisclosureRule(leader_agreed=True)


def room(**roles: int) -> dict[str, str]:
    """So many of each role, by code: leader1, practitioner1, practitioner2 ..."""
    return {f"{role}{n}": role for role, many in roles.items() for n in range(1, many + 1)}


def sizes(groups: tuple[RaterGroup, ...]) -> list[tuple[str, int]]:
    return [(" and ".join(one.roles), len(one.codes)) for one in groups]


def everyone(raters: dict[str, str], *blank: str) -> Stage:
    return Stage(raters, {"GOAL-09": frozenset(raters) - set(blank)})


@pytest.mark.parametrize(
    ("roles", "rule", "expected"),
    [
        (
            {"leader": 1, "practitioner": 5, "supervisor": 1, "user": 1},
            AGREED,
            [("leader", 1), ("practitioner and others", 7)],
        ),
        (
            {"leader": 1, "practitioner": 5, "supervisor": 1, "user": 1},
            DisclosureRule(),
            [("leader and practitioner and supervisor and user", 8)],
        ),
        ({"leader": 1, "practitioner": 2}, AGREED, [("leader and practitioner", 3)]),
        ({"leader": 1, "practitioner": 2}, DisclosureRule(), [("leader and practitioner", 3)]),
        (
            {"leader": 1, "practitioner": 5, "user": 3},
            AGREED,
            [("leader", 1), ("practitioner", 5), ("user", 3)],
        ),
        (
            {"leader": 1, "practitioner": 5, "supervisor": 1, "user": 1, "staff": 1},
            AGREED,
            [("leader", 1), ("practitioner", 5), ("others", 3)],
        ),
        ({"practitioner": 2}, DisclosureRule(), []),
        ({"leader": 1, "practitioner": 1}, AGREED, []),
        ({"leader": 2, "practitioner": 5}, AGREED, [("leader and practitioner", 7)]),
        ({"leader": 3, "practitioner": 5}, DisclosureRule(), [("leader", 3), ("practitioner", 5)]),
        (
            {"practitioner": 5, "user": 4},
            DisclosureRule(smallest=5),
            [("practitioner and others", 9)],
        ),
        (
            {"leader": 1, "practitioner": 1},
            DisclosureRule(is_open=True),
            [("leader", 1), ("practitioner", 1)],
        ),
    ],
)
def test_small_groups_are_joined_until_they_may_be_shown(
    roles: dict[str, int], rule: DisclosureRule, expected: list[tuple[str, int]]
) -> None:
    raters = room(**roles)
    assert sizes(groups_of(raters, rule)) == expected
    assert sizes(groups_shown([everyone(raters)], rule)[0]["GOAL-09"]) == expected


def test_what_the_leader_adds_cannot_be_taken_off_a_small_total() -> None:
    """Of five practitioners three left it blank: the total less the known leader would show two."""
    raters = room(leader=1, practitioner=5)
    blank = ("practitioner1", "practitioner2", "practitioner3")
    assert groups_shown([everyone(raters, *blank)], AGREED)[0]["GOAL-09"] == ()
    found = groups_shown([everyone(raters, "practitioner1", "practitioner2")], AGREED)[0]
    assert sizes(found["GOAL-09"]) == [("leader", 1), ("practitioner", 3)]


def test_a_group_that_shrinks_at_one_question_joins_another_there() -> None:
    raters = room(leader=1, practitioner=5, user=3)
    found = groups_shown([everyone(raters, "user1")], AGREED)[0]["GOAL-09"]
    assert sizes(found) == [("leader", 1), ("practitioner and others", 7)]
    assert sizes(groups_shown([everyone(raters, "leader1")], AGREED)[0]["GOAL-09"]) == [
        ("practitioner", 5),
        ("user", 3),
    ]


def test_one_late_file_waits_and_three_are_shown_together() -> None:
    first = room(practitioner=5)
    one, three = first | {"late": "practitioner"}, room(practitioner=8)
    assert (
        sizes(groups_shown([everyone(first), everyone(one)], DisclosureRule())[1]["GOAL-09"]) == []
    )
    found = groups_shown([everyone(first), everyone(three)], DisclosureRule())[1]["GOAL-09"]
    assert sizes(found) == [("practitioner", 8)]


def test_a_second_vote_that_one_person_missed_is_not_shown_beside_the_first() -> None:
    raters = room(leader=1, practitioner=5)
    again = everyone(raters, "practitioner1")
    assert groups_shown([everyone(raters), again], AGREED)[1]["GOAL-09"] == ()
    assert sizes(groups_shown([everyone(raters), everyone(raters)], AGREED)[1]["GOAL-09"]) == [
        ("leader", 1),
        ("practitioner", 5),
    ]


def test_a_leader_who_was_part_of_a_total_is_not_shown_alone_later() -> None:
    few, many = room(leader=1, practitioner=2), room(leader=1, practitioner=5)
    found = groups_shown([everyone(few), everyone(many)], AGREED)
    assert sizes(found[0]["GOAL-09"]) == [("leader and practitioner", 3)]
    assert sizes(found[1]["GOAL-09"]) == [("leader and practitioner", 6)]


def test_groups_that_would_tell_together_are_shown_as_one() -> None:
    """Three users less one are two, and the practitioners gained one: only all together is safe."""
    first, second = room(practitioner=3, user=4), room(practitioner=4, user=3)
    found = groups_shown([everyone(first), everyone(second)], DisclosureRule())
    assert sizes(found[1]["GOAL-09"]) == []
    same = {**room(practitioner=4, user=2), "user3": "practitioner"}
    raters = {**room(practitioner=4, user=3)}
    assert sizes(
        groups_shown([everyone(raters), everyone(same)], DisclosureRule())[1]["GOAL-09"]
    ) == [("practitioner and others", 7)]


def again(first: dict[str, str], second: dict[str, str], *blank: str, asked: int = 5) -> bool:
    stages = everyone(first, *blank), everyone(second, *blank)
    return all_again("GOAL-09", *stages, {"leader": 1, "practitioner": asked})


def test_a_vote_under_new_codes_counts_as_the_same_people_only_where_all_who_were_asked_vote() -> (
    None
):
    first, slips = room(leader=1, practitioner=5), {f"slip{n}": "practitioner" for n in range(5)}
    leader = {"new": "leader"}
    assert again(first, slips | leader)
    assert again(first, {**slips, "leader1": "leader"})
    assert not again(first, slips)
    assert not again(first, slips | leader, asked=6)
    assert not again(first, slips | leader, "practitioner1", "slip1")
    assert not again(first | {"sixth": "practitioner"}, slips | leader)
    names = linked(first, slips | leader)
    assert set(names.values()) == set(first)
    assert names["new"] == "leader1"


def test_sensitive_questions_are_told_of_five_together_and_never_less_one() -> None:
    five, six = room(practitioner=5), room(practitioner=6)
    assert of_sensitive([everyone(room(practitioner=4))]) == [{}]
    assert of_sensitive([everyone(room())]) == [{}]
    assert of_sensitive([everyone(five), everyone(six)]) == [{"GOAL-09": frozenset(five)}, {}]


def test_two_overlapping_groups_tell_on_nobody_where_what_differs_is_large_enough() -> None:
    """Less the one, the other shows two against three: five people, and nothing of fewer."""
    assert not tells_on_someone([frozenset("abcd"), frozenset("cdefg")], (), 3)
    assert tells_on_someone([frozenset("abcd"), frozenset("abcdef")], (), 3)
    assert not tells_on_someone([frozenset("abcd"), frozenset("abcde")], ("e",), 3)


ROLES = st.sampled_from(["leader", *["practitioner"] * 3, "user", "other"])


@st.composite
def workshops(draw: st.DrawFn) -> list[Stage]:
    """A reveal, late files and a second vote of up to nine people, with blanks."""
    raters = draw(st.lists(ROLES, min_size=1, max_size=9))
    role = {f"{name}{n}": name for n, name in enumerate(raters)}
    at = st.sets(st.sampled_from(sorted(role)), max_size=len(role))
    stages = []
    for _ in range(draw(st.integers(1, 3))):
        away = draw(at)
        here = {code: name for code, name in role.items() if code not in away}
        blank = {item: draw(at) for item in ("A", "B")}
        stages.append(Stage(here, {item: frozenset(here) - gone for item, gone in blank.items()}))
    return stages


@examples(5)
@given(stages=workshops(), smallest=st.integers(3, 5), agreed=st.booleans())
def test_no_answer_of_fewer_than_k_can_be_reckoned_from_all_that_is_shown(
    *, stages: list[Stage], smallest: int, agreed: bool
) -> None:
    rule = DisclosureRule(smallest=smallest, leader_agreed=agreed)
    found = groups_shown(stages, rule)
    for item in ("A", "B"):
        sums = [one for stage in found for one in stage[item]]
        known = {code for one in sums if one.is_leader for code in one.codes} if agreed else set()
        assert all(len(one.codes - known) >= smallest or one.is_leader for one in sums)
        assert_nothing_small([one.codes - known for one in sums], smallest)
    sensitive = of_sensitive(stages, 5)
    for item in ("A", "B"):
        assert_nothing_small([stage[item] for stage in sensitive if item in stage], 5)


class Came(NamedTuple):
    """All that are asked, and what comes in of them."""

    roles: list[str]
    first: list[RaterAnswers]
    late: list[RaterAnswers]
    second: list[RaterAnswers]

    def behind(self, shown: Shown, group: RaterGroup, item: str) -> frozenset[str]:
        """Who truly is behind a group's counts, as the people themselves know."""
        if shown.time != "second vote":
            return frozenset(one[-1] for one in group.codes)
        there = {shown.stage.raters[code] for code in group.codes}
        return frozenset(
            one.code[-1] for one in self.second if one.who in there and item in one.said
        )


MOSTLY = st.sampled_from([True, True, True, True, False])


@st.composite
def sequences(draw: st.DrawFn) -> Came:
    """Files for the reveal, late with some changed, and for a second vote.

    That is given on slips or under the first code, and not always by the same people. A code ends
    in the number of the person.
    """
    roles = draw(st.lists(ROLES, min_size=2, max_size=8))
    words = st.sampled_from(["yes", "partly", "no", "not sure"])

    def file(number: int, vote: int, code: str) -> RaterAnswers:
        said = {item: draw(words) for item in ("GOAL-09", "MON-09") if draw(MOSTLY)}
        edition = 1 if draw(MOSTLY) else 2
        return answers(roles[number], f"{code}{number}", said, vote=vote, edition=edition)

    def files(vote: int, *codes: str) -> list[RaterAnswers]:
        code = st.sampled_from(codes)
        return [file(n, vote, draw(code)) for n in range(len(roles)) if draw(MOSTLY)]

    first = files(1, "code")
    known = {one.code: one for one in first}
    late = [known.get(one.code, one) if draw(MOSTLY) else one for one in files(1, "code")]
    return Came(roles, first, late, files(2, *draw(st.sampled_from([["slip"], ["slip", "code"]]))))


@examples(10)
@given(came=sequences(), agreed=st.booleans())
def test_no_sequence_of_files_tells_on_fewer_than_three_whoever_they_truly_are(
    *, came: Came, agreed: bool
) -> None:
    asked = {role: Role(expected=came.roles.count(role)) for role in {*came.roles, "leader"}}
    asked["leader"] = asked["leader"].model_copy(update={"shown": agreed})
    of = workshop("GOAL-09", "MON-09", roles=asked)
    for files, again in ((came.first, None), (came.late, None), (came.late, came.second)):
        if again is not None and not of.is_closed:
            continue
        second = None if again is None else look(of, *again, vote=2)
        found = closing(of, Votes(look(of, *files), second), QUESTIONS)
        if found is not None and found.stage.raters:
            of = of.model_copy(update={"shown": (*of.shown, found)})
    groups = groups_shown([one.stage for one in of.shown], of.rule)
    for item in ("GOAL-09", "MON-09"):
        sums, leaders = list[frozenset[str]](), set[str]()
        for told, stage in zip(of.shown, groups, strict=True):
            people = {
                "+".join(one.roles): came.behind(told, one, item) for one in stage.get(item, ())
            }
            counts = told.counts.get(item, {})
            assert {name: len(one) for name, one in people.items()} == {
                name: one.answered for name, one in counts.items()
            }
            sums += people.values()
            leaders |= {n for one in people.values() for n in one if agreed and len(one) == 1}
        assert_nothing_small([one - leaders for one in sums], 3)


def assert_nothing_small(sums: list[frozenset[str]], smallest: int) -> None:
    """No combination of the sums, with whatever factors, is about fewer people than that."""
    people = sorted(frozenset[str]().union(*sums))
    matrix = [[Fraction(one in row) for one in people] for row in sums]
    for few in range(1, smallest):
        for some in combinations(range(len(people)), few):
            rest = [n for n in range(len(people)) if n not in some]
            assert rank([[row[n] for n in rest] for row in matrix]) == rank(matrix)


def rank(matrix: list[list[Fraction]]) -> int:
    """How many rows say something of their own, by Gauss's elimination."""
    rows, found = [list(row) for row in matrix], 0
    while rows:
        row = rows.pop()
        at = next((n for n, one in enumerate(row) if one), None)
        if at is not None:
            found += 1
            rows = [
                [one - other[at] / row[at] * mine for one, mine in zip(other, row, strict=True)]
                for other in rows
            ]
    return found
