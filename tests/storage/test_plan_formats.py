"""Old plan files stay readable: formats are pinned, steps keep what a person wrote."""

import hashlib
import json
from pathlib import Path

import pytest

from readiness.domain.plan.plan import Plan
from readiness.storage import plan_file
from readiness.storage.plan_file import PlanFile
from readiness.storage.plan_text import FORMAT, STEPS, Tables, upgraded
from readiness.storage.templates import Library
from tests.storage import format_1

MODELS = {1: format_1.Plan, 2: Plan}
"""What a file of each format may hold."""

OLD = Path(__file__).parents[1] / "data" / "plans"
HASHES = {1: "bfb353ff3010890d", 2: "002d8cfea357ef74"}
"""A field cannot change by accident: whoever changes the plan's model has to change the format.

An optional key that an older program keeps and a plan may lack is no new format: `form` is one.
"""


def rename(document: Tables) -> None:
    document["service"] = document.pop("team")


TO_ONE = {0: rename}
"""A step as there could have been from a format before the first."""


@pytest.mark.parametrize("number", MODELS)
def test_the_schema_of_each_format_is_as_it_was_released(number: int) -> None:
    schema = json.dumps(MODELS[number].model_json_schema(), sort_keys=True)
    assert hashlib.sha256(schema.encode()).hexdigest()[:16] == HASHES[number]


def test_every_older_format_has_its_step_and_a_file_that_is_still_read() -> None:
    assert set(STEPS) == set(range(1, FORMAT))
    for number in range(1, FORMAT + 1):
        files = list(OLD.glob(f"format-{number}*.toml"))
        assert files
        for path in files:
            file = PlanFile.open(path, Library())
            assert not [one for one in file.problems if one.severity == "error"]
            assert file.plan.answers


def test_a_step_keeps_comments_and_keys_of_ones_own() -> None:
    text = 'format = 0\nteam = "North" # ours\n\n[mine]\nx = 1\n'
    new = upgraded(text, 0, TO_ONE, 1)
    assert 'service = "North"' in new
    assert "[mine]\nx = 1\n" in new
    assert "format = 1" in new


def test_a_file_of_an_older_format_is_upgraded_when_written_and_the_old_one_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_file, "OLDEST_WRITTEN", 2)
    monkeypatch.setattr(plan_file, "upgraded", lambda text, found: upgraded(text, found, STEP, 2))
    path, text = tmp_path / "plan.toml", 'format = 1\ntemplate = "imr"\nteam = "North"\n'
    path.write_text(text)
    file = PlanFile.open(path, Library())
    assert file.plan.service == "North"
    assert path.read_text() == text
    file.write(file.plan.noting("SEL-01", "new"))
    assert (tmp_path / "plan.toml.format-1").read_text() == text
    assert PlanFile.open(path, Library()).plan.answer("SEL-01").note == "new"
    assert "format = 2" in path.read_text()


STEP = {1: rename}
