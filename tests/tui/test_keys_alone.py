"""Walks of keys alone: whatever is pressed, the keyboard lives and there is a way out."""

from pathlib import Path

import pytest

from tests.bench.keys import typist

pytestmark = pytest.mark.no_cover


@pytest.mark.walk
@pytest.mark.parametrize(
    ("plan", "seed", "count"),
    [
        ("full", 3, 120),
        pytest.param("new", 1, 700, marks=pytest.mark.nightly),
        pytest.param("half", 2, 650, marks=pytest.mark.nightly),
        pytest.param("new", 4, 5000, marks=pytest.mark.nightly),
        pytest.param("full", 5, 5000, marks=pytest.mark.nightly),
    ],
)
def test_no_key_leaves_the_keyboard_dead(
    tmp_path: Path, plan: str, seed: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = typist(plan, seed, count, tmp_path)
    assert done.count == count
    assert done.screens["PeopleScreen"] > 3
    assert len(done.screens) > 7
