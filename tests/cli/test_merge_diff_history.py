"""Plans compared, merged and brought back from the command line."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from readiness.app.keeper import Keeper
from readiness.app.session import Session
from readiness.cli.main import main
from readiness.describe.act import refused_told
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.memory import default_folder
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library


def changed(path: Path, to: Path, **notes: str) -> Path:
    file = PlanFile.open(path, Library())
    plan = file.plan
    for item, note in notes.items():
        plan = plan.noting(item.replace("_", "-"), note)
    file.write_copy(to, plan)
    return to


def plan_in(path: Path) -> Plan:
    return PlanFile.open(path, Library()).plan


def test_diff_says_what_differs_in_words_and_as_json(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = changed(example, tmp_path / "b.toml", SEL_02="new \x1b[31m words")
    assert main(["diff", str(example), str(other)]) == 1
    said = capsys.readouterr().out
    assert "SEL-02" in said
    assert "\x1b" not in said
    assert main(["diff", str(example), str(other), "--json"]) == 1
    (one,) = json.loads(capsys.readouterr().out)["changes"]
    assert one["place"] == ["answers", "SEL-02", "note"]
    assert main(["diff", str(example), str(example)]) == 0
    assert main(["diff", str(example), str(tmp_path / "gone.toml")]) == 2


def test_merge_takes_both_sides_keeps_comments_and_lists_conflicts(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example.write_text(example.read_text() + "# my own comment\n")
    ours = changed(example, tmp_path / "ours.toml", SEL_02="ours", SEL_03="ours")
    theirs = changed(example, tmp_path / "theirs.toml", SEL_04="theirs")
    assert main(["merge", str(example), str(ours), str(theirs)]) == 0
    assert plan_in(ours).answer("SEL-03").note == "ours"
    assert plan_in(ours).answer("SEL-04").note == "theirs"
    assert "# my own comment" in ours.read_text()
    other = changed(example, tmp_path / "other.toml", SEL_02="other")
    capsys.readouterr()
    out = tmp_path / "out.toml"
    assert main(["merge", str(example), str(ours), str(other), "-o", str(out)]) == 1
    assert "there other" in capsys.readouterr().err
    assert plan_in(out) == plan_in(ours)
    assert main(["merge", str(example), str(ours), str(other), "-o", str(out)]) == 2
    other.write_text("<<<<<<<\n")
    before = ours.read_bytes()
    assert main(["merge", str(example), str(ours), str(other)]) == 2
    assert ours.read_bytes() == before


@pytest.mark.parametrize(
    "place", ["our plans/plan.toml", pytest.param("plan.toml", marks=pytest.mark.walk)]
)
def test_git_merges_plans_with_it(example: Path, tmp_path: Path, place: str) -> None:
    home = tmp_path / "repository"
    kept = home / place
    kept.parent.mkdir(parents=True)
    template = kept.with_name("ours.toml")
    assert main(["templates", "copy", "imr", str(template)]) == 0
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "x", f"GIT_{who}_EMAIL": "x@example.org"}
    root = str(Path(__file__).parents[2])
    environment["PYTHONPATH"] = root

    def git(*words: str) -> int:
        done = subprocess.run(
            ["git", *words], cwd=home, env=environment, capture_output=True, check=False
        )
        return done.returncode

    def commit(item: str, note: str) -> None:
        file = PlanFile.open(kept, Library())
        file.write(file.plan.noting(item, note))
        assert git("commit", "-qam", note) == 0

    git("init", "-q", "-b", "main")
    git("config", "merge.readiness.driver", f"{sys.executable} -m readiness merge %O %A %B --at %P")
    (home / ".gitattributes").write_text("plan.toml merge=readiness\n")
    kept.write_bytes(example.read_bytes())
    assert git("add", "-A") == 0
    git("commit", "-qm", "base")
    git("checkout", "-qb", "theirs")
    commit("SEL-01", "theirs")
    git("checkout", "-q", "main")
    commit("SEL-01", "ours")
    assert git("merge", "-q", "theirs") == 1
    assert plan_in(kept).answer("SEL-01").note == "ours"
    git("merge", "--abort")
    git("reset", "-q", "--hard", "HEAD~1")
    commit("SEL-02", "ours")
    assert git("merge", "-q", "-m", "both", "theirs") == 0
    plan = plan_in(kept)
    assert (plan.answer("SEL-01").note, plan.answer("SEL-02").note) == ("theirs", "ours")


def test_history_lists_shows_and_brings_back(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["history", str(example)]) == 0
    assert "no version of this plan" in capsys.readouterr().err
    first = example.read_bytes()
    session = Session.open(example, Library())
    keeper = Keeper(session, default_folder(), lambda: datetime(2026, 11, 24, 14, 2))  # noqa: DTZ001
    session.set(FieldRef("SEL-02", NOTE), "a new note")
    keeper.close()
    assert main(["history", str(example)]) == 0
    listed = capsys.readouterr().out
    assert "24 November 2026 14:02" in listed
    assert "a new note" in " ".join(listed.split())
    unsaid = tmp_path / "unsaid.toml"
    for only in ([], ["--show", "1"]):
        assert main(["history", str(example), *only, "-o", str(unsaid)]) == 2
        assert "-o goes with --bring-back alone." in capsys.readouterr().err
    assert main(["history", str(example), "--show", "1"]) == 0
    assert "a new note" in capsys.readouterr().out
    out = tmp_path / "old.toml"
    assert main(["history", str(example), "--bring-back", "1", "-o", str(out)]) == 0
    assert plan_in(out).answer("SEL-02").note != "a new note"
    assert main(["history", str(example), "--bring-back", "1"]) == 0
    assert example.read_bytes() == first
    before = capsys.readouterr().err.split("\n")
    assert before[-3:-1] == [
        "The version of 24 November 2026 14:02 is the plan again.",
        "The plan as it was is kept as the latest version.",
    ]
    assert main(["history", str(example), "--bring-back", "1"]) == 0
    assert capsys.readouterr().err == refused_told("no difference") + "\n"
    assert main(["history", str(example), "--bring-back", "2"]) == 0
    assert plan_in(example).answer("SEL-02").note == "a new note"
    for wrong in ("0", "9"):
        assert main(["history", str(example), "--show", wrong]) == 2
