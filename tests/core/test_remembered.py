"""What was found for the very same things is not worked out again."""

from readiness.core.frozen import Frozen
from readiness.core.remembered import remembered


class Room(Frozen):
    number: int


def test_it_is_worked_out_once_for_the_very_same_things_and_anew_for_equal_ones() -> None:
    asked: list[int] = []

    @remembered
    def sum_of(one: Room, other: Room) -> int:
        asked.append(one.number)
        return one.number + other.number

    one, other = Room(number=1), Room(number=2)
    assert [sum_of(one, other), sum_of(one, other), sum_of(other, one)] == [3, 3, 3]
    assert asked == [1, 2]
    assert sum_of(Room(number=1), other) == 3
    assert asked == [1, 2, 1]
