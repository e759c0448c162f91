"""Ctrl-C while a document is made: a word, the usual exit code, and nothing half written."""

from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.report import formats
from readiness.report.pdf import render
from tests.repeats import document_bytes


@pytest.mark.parametrize("old", [b"", b"%PDF-1.7 readiness strategy document"], ids=["none", "one"])
def test_ctrl_c_leaves_the_files_as_they_were(
    example: Path,
    old: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    target = example.with_suffix(".pdf")
    if old:
        target.write_bytes(old)
    before = sorted(one.name for one in example.parent.iterdir())
    monkeypatch.setattr(formats, "document_bytes", document_bytes)  # not one that was made before
    monkeypatch.setattr(render, "write_pages", interrupted)
    assert main(["pdf", str(example)]) == 130
    assert "Stopped." in capsys.readouterr().err
    assert sorted(one.name for one in example.parent.iterdir()) == before
    assert not old or target.read_bytes() == old
