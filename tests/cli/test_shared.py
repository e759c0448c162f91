"""What should not travel is in no shared document, of whatever format."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from readiness.cli.main import main
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

SECRETS = ("QXA", "QXB", "QXC", "QXD", "QXE", "QXF", "Ragnhild", "Nordmoen", "qxnote", "qxreason")


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    template = Library().load("imr")
    plan = Plan(template="imr", plan="Ours").described(start=date(2027, 1, 11))
    for who in ("QXA", "QXB"):
        plan = plan.with_person(who, "nurse").answering_person(who, "hours_freed", 1)
    plan = plan.answering("SEL-10", "champion", "QXC").answering("INC-04", "value", 3)
    plan = plan.answering("CAP-07", "value", "ask QXA and QXB first").noting("SEL-01", "qxnote QXC")
    plan = plan.entering("actions", "1", {"name": "Free QXA", "actor": "QXB", "item": "SEL-01"})
    plan = plan.entering("accepted", "SEL-03R", {"by": "QXC", "reason": "qxreason"})
    plan = plan.answering_row("INC-05", "1", "who", "QXC").answering_row("INC-05", "1", "how", "x")
    plan = plan.answering("GOAL-03", "leader", "Ragnhild Nordmoen").described(decider="Qxf")
    away = {"who": "QXD", "from": date(2027, 2, 1), "until": date(2027, 3, 1), "what": "leave"}
    plan = plan.entering("absences", "1", away)
    plan = plan.entering("actions", "2", {"name": "QXDs room", "action": "Nordmoen asks QXE"})
    plan = plan.entering("fidelity", "2027-07-12", {"raters": ("QXE", "Qxf")})
    plan = plan.described(requests="Ragnhild frees QXBs time\nHear Qxf")
    path = tmp_path / "plan.toml"
    PlanFile.create(path, plan, template)
    return path


def words_of(path: Path) -> str:
    """All that stands in a document, its properties too."""
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        reader = PdfReader(path)
        pages = " ".join(page.extract_text() for page in reader.pages)
        # Three letters come up by chance in what is packed, which is read above.
        open_to_all = re.sub(rb"stream\r?\n.*?endstream", b"", path.read_bytes(), flags=re.DOTALL)
        return f"{pages} {reader.metadata} {open_to_all.decode('latin-1')}"
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            texts = [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
        return re.sub(r"<[^>]*>", "", " ".join(texts))
    return unescape(re.sub(r"<[^>]*>", "", path.read_text("utf-8")))


def test_what_is_shared_is_to_be_read_over(
    plan_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "Names that stand in no field for a person are not known, and stay: read it over"
    assert main(["export", str(plan_path), "--to", "html", "--brief", "--shared"]) == 0
    assert told in capsys.readouterr().err
    assert main(["export", str(plan_path), "--to", "html", "--brief"]) == 0
    assert told not in capsys.readouterr().err


@pytest.mark.parametrize(
    "kind",
    ["html", *(pytest.param(one, marks=pytest.mark.walk) for one in ("pdf", "docx"))],
)
def test_names_notes_and_small_counts_stay_at_home(plan_path: Path, kind: str) -> None:
    assert main(["export", str(plan_path), "--to", kind, "--shared"]) == 0
    assert main(["export", str(plan_path), "--to", kind]) == 0
    shared = words_of(plan_path.with_name(f"plan-shared.{kind}"))
    whole = words_of(plan_path.with_suffix(f".{kind}"))
    assert [secret for secret in SECRETS if secret.casefold() in shared.casefold()] == []
    assert "QXA" in whole
    assert "qxnote" in whole
    assert "fewer than 5" in " ".join(shared.split())
    assert not re.search(r"\b3 patients\b", shared)
