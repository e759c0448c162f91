"""What was found for the very same things is not worked out again."""

from readiness.domain.memo import memo
from readiness.domain.record import Record


class Room(Record):
    number: int


def test_it_is_worked_out_once_for_the_very_same_things_and_anew_for_equal_ones() -> None:
    asked: list[int] = []

    @memo
    def sum_of(one: Room, other: Room) -> int:
        asked.append(one.number)
        return one.number + other.number

    one, other = Room(number=1), Room(number=2)
    assert [sum_of(one, other), sum_of(one, other), sum_of(other, one)] == [3, 3, 3]
    assert asked == [1, 2]
    assert sum_of(Room(number=1), other) == 3
    assert asked == [1, 2, 1]
