"""Models cannot be changed in place, and pydantic and the quick way agree on them."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import ValidationError

from readiness.domain.record import NONE, Record, Sealed, Within


class Room(Record):
    number: Annotated[int, Within(1, 9)]
    is_: str = ""
    size: float | None = None


class House(Record):
    rooms: Sealed[str, Room] = NONE
    notes: Sealed[str, str] = NONE
    years: tuple[int, ...] = ()
    built: date | None = None
    worth: float | int | tuple[int, ...] = 0
    kind: Literal["flat", "house"] = "house"
    next_to: "House | None" = None
    halls: tuple[Room, ...] = ()

    def __post_init__(self) -> None:
        if self.built == date(1, 1, 1):
            raise ValueError("too old")


class Villa(House):
    garden: str


RAW = {
    "rooms": {"hall": {"number": 3, "is": "cold", "size": 4}},
    "notes": {"one": "two"},
    "years": [1990, 2001],
    "built": date(1990, 5, 1),
    "worth": [1, 2],
    "kind": "flat",
    "next_to": {"halls": [{"number": 1}]},
}


def test_tables_known_to_be_right_make_the_model_that_pydantic_makes() -> None:
    quick, checked = House.as_read(RAW), House.model_validate(RAW)
    assert quick == checked
    assert quick.rooms["hall"] == Room(number=3, is_="cold", size=4.0)
    assert isinstance(quick.rooms["hall"].size, float)
    assert quick.worth == (1, 2)
    assert House.as_read({}) == House() == House.model_validate({})


@pytest.mark.parametrize(
    "wrong",
    [
        {"rooms": {"hall": {"number": 10}}},
        {"rooms": {"hall": {"number": 0}}},
        {"rooms": {"hall": {}}},
        {"roof": 1},
        {"kind": "tent"},
        {"built": date(1, 1, 1)},
    ],
)
def test_pydantic_refuses_what_is_wrong(wrong: Mapping[str, object]) -> None:
    with pytest.raises(ValidationError):
        House.model_validate(wrong)


def test_a_field_that_is_missing_or_unknown_is_refused() -> None:
    with pytest.raises(TypeError, match="number"):
        Room()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="door"):
        Room(number=1, door=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="number"):
        Room.as_read({"size": 1})
    with pytest.raises(ValueError, match="too old"):
        House(built=date(1, 1, 1))
    with pytest.raises(TypeError, match="garden"):
        Villa(kind="flat")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="more values"):
        Room(1, "warm", 2.0, 4)  # type: ignore[misc]


def test_nothing_can_be_changed_in_place() -> None:
    house = House(notes={"one": "two"}, years=[1, 2])  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        house.kind = "flat"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del house.kind
    with pytest.raises(TypeError):
        house.notes["one"] = "three"  # type: ignore[index]
    assert house.years == (1, 2)


def test_two_are_equal_that_hold_the_same() -> None:
    room = Room(number=1, is_="warm")
    assert room == Room(number=1, is_="warm") != Room(number=1)
    assert room != "warm"
    assert len({room, Room(number=1, is_="warm")}) == 1
    assert room.model_copy(update={"number": 2}) == Room(number=2, is_="warm")
    assert repr(room) == "Room(number=1, is_='warm', size=None)"


def test_a_dump_holds_what_json_can() -> None:
    house = House.as_read(RAW)
    dumped = house.model_dump()
    assert dumped["rooms"] == {"hall": {"number": 3, "is_": "cold", "size": 4.0}}
    assert dumped["built"] == "1990-05-01"
    assert dumped["years"] == [1990, 2001]
    assert dumped["next_to"]["halls"] == [{"number": 1, "is_": "", "size": None}]


def test_the_schema_bounds_numbers_and_knows_the_names_in_files() -> None:
    schema = Room.model_json_schema()
    assert schema["properties"]["number"] == {
        "maximum": 9, "minimum": 1, "title": "Number", "type": "integer",
    }  # fmt: skip
    assert set(schema["properties"]) == {"number", "is", "size"}
    assert schema["required"] == ["number"]
