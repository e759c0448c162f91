"""The keys of `check --json` are promised, and written down in docs/check-json.md."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from readiness.cli.main import main
from readiness.describe.state import SIGNS

pytestmark = pytest.mark.no_cover

DOCUMENT = Path(__file__).parents[2] / "docs" / "check-json.md"

WHOLE = {
    "format", "template", "form", "areas", "items", "flags", "facts", "people", "hours",
    "ways_to_fit", "funnel", "xrays", "actions", "calendar", "problems", "after_start",
}  # fmt: skip
INNER = {
    "template": {"id", "version"},
    "areas": {"id", "status", "state", "answered", "asked"},
    "items": {"id", "status", "state", "answered", "asked"},
    "flags": {
        "id", "item", "severity", "says", "recorded", "why", "action", "sources", "defaults",
        "inputs", "part", "row", "person", "acceptance",
    },
    "hours": {"week", "monday", "closed", "needed", "freed", "short"},
    "funnel": {"name", "low", "middle", "high"},
    "xrays": {"id", "gravity", "says", "todo", "where"},
    "actions": {
        "key", "name", "actor", "action", "target", "when", "dose", "outcome", "justification",
        "item", "state", "reason", "done_on", "missing",
    },
    "calendar": {"day", "what", "kind", "id", "item", "feed", "action", "closure"},
    "problems": {"file", "line", "where", "why", "todo", "severity"},
}  # fmt: skip
DEEPER = {
    "inputs": {"name", "value"},
    "acceptance": {"reason", "by", "on", "says", "look_again", "still_holds"},
    "where": {"item", "part", "row", "person", "sheet", "entry"},
}


@pytest.fixture
def said(example: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    text = example.read_text()
    example.write_text(text + "\n[closures.z]\nfrom = 2027-05-02\nuntil = 2027-05-01\nx = 1\n")
    main(["check", str(example), "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_keys_are_those_that_are_promised(said: dict[str, Any]) -> None:
    assert said.keys() == WHOLE
    assert said["format"] == 1
    for name, keys in INNER.items():
        many = said[name] if isinstance(said[name], list) else [said[name]]
        assert many, f"the example has no {name}"
        assert all(one.keys() == keys for one in many), name


def test_the_keys_within_them_are_those_that_are_promised(said: dict[str, Any]) -> None:
    flags, xrays = said["flags"], said["xrays"]
    inputs = [one for flag in flags for one in flag["inputs"]]
    accepted = [flag["acceptance"] for flag in flags if flag["acceptance"]]
    assert inputs
    assert all(one.keys() == DEEPER["inputs"] for one in inputs)
    assert accepted
    assert all(one.keys() == DEEPER["acceptance"] for one in accepted)
    assert all(one["where"].keys() <= DEEPER["where"] for one in xrays)
    assert any(one["where"].get("sheet") == "closures" for one in xrays)


def test_the_words_are_those_that_are_promised(said: dict[str, Any]) -> None:
    known = {"red", "amber", "open", "partly", "ready", "unanswered", "not applicable"}
    assert {one["status"] for name in ("areas", "items") for one in said[name]} <= known
    states = {*SIGNS}
    assert {one["state"] for name in ("areas", "items") for one in said[name]} <= states
    assert {one["severity"] for one in said["flags"]} == {"red", "amber"}
    assert {one["gravity"] for one in said["xrays"]} <= {"error", "warning", "remark"}
    assert {one["kind"] for one in said["calendar"]} <= {
        "answered", "proposed", "moved", "reckoned",
    }  # fmt: skip


def test_a_file_that_cannot_be_read_has_the_same_shape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("format = 1\nx = \n")
    assert main(["check", str(path), "--json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert found.keys() == {"format", "template", "areas", "items", "flags", "problems"}
    assert found["template"] is None
    assert found["problems"][0]["line"] == 2


def test_every_key_is_written_down() -> None:
    written = set(re.findall(r"`([a-z_]+)`", DOCUMENT.read_text("utf-8")))
    promised = WHOLE.union(*INNER.values(), *DEEPER.values())
    assert promised <= written
