"""A plan from a stranger, and a leader's privacy: nothing is run, fetched, sent or told."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from readiness.core.asked.template import Template
from readiness.core.said.plan import Plan
from readiness.core.said.sheets import SHEETS
from readiness.files.planfile import PlanFile
from readiness.files.templates import Library

ROOT = Path(__file__).parent.parent
BLOCKED = """
import os, sys
def watch(event, given):
    if event.startswith("socket."):
        sys.stderr.write(f"the network was asked for: {event}")
        sys.stderr.flush()
        os._exit(9)
sys.addaudithook(watch)
from readiness.cli.main import main
code = main(sys.argv[1:])
sys.exit(0 if code in (0, 1) else code)
"""
"""The program, ended at once when it makes or asks for a socket."""


@pytest.mark.parametrize(
    "words",
    [
        ["check", "{plan}", "--json"],
        ["pdf", "{plan}", "-o", "{folder}/out.pdf"],
        ["diff", "{plan}", "{plan}"],
        ["history", "{plan}"],
        ["schema"],
        ["templates"],
        ["demo", "--only-copy"],
    ],
    ids=lambda words: words[0],
)
def test_the_program_asks_for_no_network(example: Path, tmp_path: Path, words: list[str]) -> None:
    given = [word.format(plan=example, folder=tmp_path) for word in words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, *given],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_watch_on_the_network_sees_a_connection() -> None:
    looked_up = BLOCKED.replace("code = main(sys.argv[1:])", "import socket; socket.socket()")
    done = subprocess.run([sys.executable, "-c", looked_up], capture_output=True, check=False)
    assert done.returncode == 9


def test_no_module_of_ours_knows_the_network_and_only_serving_a_server() -> None:
    network = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|urllib(?!\.parse)|http|ftplib|smtplib|requests)\b"
        r"|webbrowser|open_connection|create_connection|ClientSession",
        re.MULTILINE,
    )
    server = re.compile(r"aiohttp import|import aiohttp|start_server|create_server")
    for path in (ROOT / "readiness").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not network.search(text), path
        assert path.parent.name == "serving" or not server.search(text), path


def test_no_login_name_and_no_path_is_in_any_document(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment |= dict.fromkeys(("USER", "LOGNAME", "USERNAME"), "zaphodlogin")
    outputs = []
    for words in (["check", str(example), "--json"], ["pdf", str(example), "-o", str(out)]):
        done = subprocess.run(
            [sys.executable, "-m", "readiness", *words],
            env=environment, capture_output=True, check=False,
        )  # fmt: skip
        outputs.append(done.stdout)
    from pypdf import PdfReader

    reader = PdfReader(out)
    text = "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    outputs += [out.read_bytes(), text.encode(), example.read_bytes()]
    for output in outputs:
        for secret in ("zaphodlogin", str(tmp_path), str(Path.home()), str(ROOT)):
            assert secret.encode() not in output


NAUGHTY = [
    "",
    " ",
    "\u00a0\u2003\u3000",
    "0",
    "-1e309",
    "NaN",
    "None",
    "null",
    "true",
    "yes",
    "not sure",
    "'",
    '"',
    '"""',
    "'''",
    "\\",
    "\\u0041 \\n C:\\new",
    "a\nb\n\nc\n",
    "\n leading",
    "trailing \\",
    "tab\there",
    "# no comment",
    "[answers.SEL-01]",
    "a = 1",
    "{part} {threshold} {0.__class__}",
    "%s %n %(x)s $HOME `id` $(id)",
    "=1+1",
    "@SUM(A1)",
    "<b>&amp;<script>alert(1)</script>",
    "<para><font color='red'>",
    "[bold]x[/] [/] [@click=app.quit]go[/]",
    "[type=x, v={'a[0]'}] [/",
    "../../etc/passwd",
    "CON PRN NUL.txt",
    "\x00",
    "\x07\x1b[31mred\x1b]0;title\x07",
    "\x7f\x85\u2028\u2029",
    "\u202eright to left\u202c \u2066x\u2069",
    "\ufeffmark",
    "\u200b\u200d\ufffd\ufffe",
    "Z\u0351\u0357\u0309a\u0334\u0321lgo",
    "\U0001f469\u200d\U0001f4bb \U0001f1f3\U0001f1f4",
    "Ærø, İstanbul, Straße, ﬁn",
    "漢字 かな 한국어 ไทย हिन्दी",
    "العربية עברית",
    "\U00010348\U0002070e",
    "x" * 19_000,
    ("word " * 200).strip(),
]
"""One or two of each kind of text that has broken a program somewhere."""


def _filled(template: Template, text: str) -> Plan:
    """A plan with this text in every field that takes a text."""
    plan = Plan(template="imr", template_version=template.version)
    plan = plan.described(plan=text, service=text).with_person("AB", text)
    for key, item in template.items.items():
        plan = plan.noting(key, text)
        for name, part in item.parts.items():
            if part.kind == "text" and text.strip():
                plan = plan.answering(key, name, text)
        for name, part in item.row_parts.items():
            if part.kind == "text" and text.strip():
                plan = plan.answering_row(key, "1", name, text)
    for name, sheet in SHEETS.items():
        if text.strip():
            texts = {part: text for part, one in sheet.parts.items() if one.kind == "text"}
            plan = plan.entering(name, "1", texts)
    return plan


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_any_text_in_any_field_comes_back_equal_and_every_output_is_made(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from datetime import date

    from readiness.cli.main import main
    from readiness.core.judged.review import review
    from readiness.report.outline import outline

    template = Library().load("imr")
    shown = text[:900]
    plan = _filled(template, shown)
    path = tmp_path / "plan.toml"
    file = PlanFile.create(path, plan, template)
    assert file.plan.answer("INC-01").note == shown
    assert file.plan.plan == shown
    assert file.plan.people["AB"].role == shown
    for item, answer in plan.answers.items():
        assert file.plan.answer(item).note == answer.note
    again = PlanFile.open(path, Library())
    assert again.plan == file.plan
    assert main(["check", str(path), "--json"]) in (0, 1, 2)
    json.loads(capsys.readouterr().out)
    assert main(["check", str(path)]) in (0, 1, 2)
    said = capsys.readouterr().out
    assert all(c == "\n" or c.isprintable() for c in said)
    today = date(2026, 11, 24)
    assert outline(template, again.plan, review(template, again.plan, today), today)
