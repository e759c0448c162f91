"""A full name among the practitioners is noticed; initials and roles are not taken for one."""

import pytest

from readiness.domain.plan.names import full_name_told, looks_like_full_name


@pytest.mark.parametrize("name", ["Kari Nordmann", "Åse Marie Dahl", "Anne-Lise Berg", "Dr Hansen"])
def test_a_full_name_is_noticed(name: str) -> None:
    assert full_name_told(name).startswith(f"{name} looks like a full name.")


@pytest.mark.parametrize(
    "name",
    ["AB", "A B", "Kari", "nurse 2", "Nurse 2", "team leader", "Night shift", "KN nurse", ""],
)
def test_initials_and_roles_are_not_taken_for_one(name: str) -> None:
    assert not looks_like_full_name(name)
    assert full_name_told(name) == ""
