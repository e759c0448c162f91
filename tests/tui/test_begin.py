"""The way in."""

import gc
from pathlib import Path

import pytest

from readiness.files.problems import UnreadablePlan
from readiness.tui.app import ReadinessApp
from readiness.tui.begin import run_app


@pytest.mark.parametrize("has_plan", [True, False])
def test_the_program_is_run_on_the_plan_and_garbage_is_collected_afterwards(
    example: Path, monkeypatch: pytest.MonkeyPatch, *, has_plan: bool
) -> None:
    opened: list[Path | None] = []

    def run(app: ReadinessApp) -> int:
        opened.append(app._first.path if app._first else None)
        assert not gc.isenabled()
        return 3

    monkeypatch.setattr(ReadinessApp, "run", run)
    assert run_app(example if has_plan else None) == 3
    assert opened == [example if has_plan else None]
    assert gc.isenabled()


def test_a_file_that_cannot_be_read_never_reaches_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text("format = \n")
    with pytest.raises(UnreadablePlan, match=r"bad\.toml line 1"):
        run_app(path)
    assert gc.isenabled()
