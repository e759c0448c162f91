"""The way of one key from the screen to the file and back: it does not grow longer."""

from pathlib import Path

import pytest

from tests.bench.key_way import way_of

pytestmark = pytest.mark.no_cover

MODULES, SAVES = 95, 2
"""The most modules that a key may cross, and the most functions called save that call each other.
Whoever makes the way shorter writes the smaller number; nobody writes a larger one."""


async def test_a_key_crosses_no_more_modules_than_before(tmp_path: Path) -> None:
    way = await way_of("SEL-01", "2", tmp_path)
    assert len(way.modules()) <= MODULES, "\n".join(way.modules())
    assert way.saves[-1] == "PlanFile.write"
    assert len(way.saves) <= SAVES, way.saves
