"""A plan from a stranger, and a leader's privacy: nothing is run, fetched, sent or told."""

import json
import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from readiness.core.said.field_ref import NOTE, FieldRef
from readiness.core.said.plan import Plan
from readiness.files.memory import default_folder
from readiness.files.planfile import PlanFile
from readiness.files.templates import Library
from readiness.keeping import Keeper
from readiness.session import Session
from readiness.tui.screens.catalogue import CATALOGUE, screen_of
from tests.naughty import GROUPS, TEXTS, filled
from tests.tui.person import at

pytestmark = pytest.mark.no_cover

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
        ["export", "{plan}", "--to", "docx"],
        ["export", "{plan}", "--to", "html"],
        ["blank", "-o", "{folder}/blank.pdf"],
        ["merge", "{plan}", "{plan}", "{plan}"],
        ["new", "{folder}/new.toml"],
        ["ask", "{plan}"],
        ["doctor"],
        ["man"],
        ["completion", "bash"],
    ],
    ids=lambda words: "-".join(words[::3]),
)
def test_the_program_asks_for_no_network(example: Path, tmp_path: Path, words: list[str]) -> None:
    given = [word.format(plan=example, folder=tmp_path) for word in words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, *given],
        env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


SCREENS = """
import asyncio, os, sys
from pathlib import Path
from readiness.files.templates import Library
from readiness.session import Session
from tests.tui.person import at
REACHES_OUT = {"socket." + one for one in (
    "connect", "bind", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr")}
def watch(event, given):
    if event in REACHES_OUT:
        sys.stderr.write(f"the network was asked for: {event}")
        sys.stderr.flush()
        os._exit(9)
sys.addaudithook(watch)
async def walk():
    path = Path(sys.argv[1])
    async with at(Session.open(path, Library()), path.parent / "state") as person:
        for key in "h e a c x v f1 f6 f10 slash ctrl+p w n 1 f5".split():
            await person.press(key)
            if key == sys.argv[2]:
                __import__("socket").create_connection(("127.0.0.1", 9), 1)
            await person.press("escape", "f2")
        assert path.with_suffix(".pdf").exists()
asyncio.run(walk())
"""
"""The screens, ended at once when they reach out; at a key that is named they do."""


@pytest.mark.parametrize(("key", "code"), [("none", 0), ("h", 9)])
def test_the_screens_reach_out_to_nobody(example: Path, key: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCREENS, str(example), key], cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr


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


def _made(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command printed; it must not have been refused."""
    from readiness.cli.main import main

    assert main(list(words)) in (0, 1)
    return capsys.readouterr().out


@pytest.mark.parametrize("texts", GROUPS, ids=range(len(GROUPS)))
def test_any_text_in_any_field_comes_back_equal_and_every_output_is_made(
    tmp_path: Path, texts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    template, path = Library().load("imr"), tmp_path / "plan.toml"
    plan = filled(template, *texts)
    file = PlanFile.create(path, plan, template)
    assert file.plan == plan
    session = Session.open(path, Library())
    assert session.plan == plan
    keeper = Keeper(session, default_folder(), datetime.now)
    session.set(FieldRef("SEL-01", NOTE), "another")
    assert keeper.close().trouble == ""
    again, old = str(path), str(tmp_path / "old.toml")
    PlanFile.create(Path(old), plan, template)
    printed = [_made(capsys, "check", again), _made(capsys, "history", again)]
    printed += [_made(capsys, "diff", old, again)]
    for out in printed:
        assert all(c == "\n" or c.isprintable() for c in out)
    json.loads(_made(capsys, "check", again, "--json"))
    json.loads(_made(capsys, "diff", old, again, "--json"))
    for kind in ("pdf", "docx", "html"):
        _made(capsys, "export", again, "--to", kind)
        assert path.with_suffix(f".{kind}").stat().st_size > 1000
    _made(capsys, "merge", old, old, again)
    assert PlanFile.open(Path(old), Library()).plan == session.plan


async def test_every_screen_opens_on_texts_of_every_kind(tmp_path: Path) -> None:
    template, path = Library().load("imr"), tmp_path / "plan.toml"
    plan = filled(template, *(text for _, text in TEXTS))
    PlanFile.create(path, plan, template)
    session = Session.open(path, Library(), lambda: date(2026, 11, 24))
    async with at(session, tmp_path / "state") as person:
        for item in list(template.items)[::5]:
            await person.open_item(item)
        for name in CATALOGUE:
            person.app.action_visit_screen(name)
            await person.settle()
            assert isinstance(person.app.screen, screen_of(name))
            await person.press("down", "enter", "escape")
            person.app.action_map()
    assert session.plan == plan
    assert PlanFile.open(path, Library()).plan == plan


@pytest.mark.parametrize(
    ("name", "text"), TEXTS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(TEXTS)]
)
def test_any_text_that_is_said_comes_back_equal(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "plan.toml"
    PlanFile.create(path, Plan(template="imr"), Library().load("imr"))
    session = Session.open(path, Library())
    session.set(FieldRef("SEL-01", NOTE), text)
    session.describe(plan=text)
    session.add_person("AB", text)
    session.save()
    again = PlanFile.open(path, Library()).plan
    assert (again.answer("SEL-01").note, again.plan, again.people["AB"].role) == (text,) * 3, name
