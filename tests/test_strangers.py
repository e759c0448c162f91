"""A plan from a stranger, and a leader's privacy: nothing is run, fetched, sent or told."""

import json
import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

import pytest

from readiness.app.keeper import Keeper
from readiness.app.operations.particulars import set_particulars
from readiness.app.operations.people import add_person
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.memory import default_folder
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui.commands import CATALOGUE, screen_of
from tests.naughty import GROUPS, TEXTS, filled
from tests.tui.person import at

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parent.parent
WATCH = """
import os, sys
def watch(event, given):
    if reaches_out(event):
        sys.stderr.write(f"the network was asked for: {event}")
        sys.stderr.flush()
        os._exit(9)
sys.addaudithook(watch)
"""
"""Ends the process at once when it reaches out; which calls those are stands before it."""

COMMANDS = """
def reaches_out(event):
    return event.startswith("socket.")
{WATCH}
import contextlib, io, json
from readiness.cli.main import main
done = []
for words in json.loads(sys.argv[1]):
    sys.stderr.write(f"{words}: ")
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as out:
        code = main(words)
        out.flush()
    done.append((code, out.buffer.getvalue().decode("utf-8")))
json.dump(done, sys.stdout)
if sys.argv[2:]:
    import socket
    socket.socket()
""".replace("{WATCH}", WATCH)
"""Every command one after another, in a process that makes and asks for no socket of any kind."""

GIVEN = [
    ["check", "{plan}"],
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
]
LOGIN = "zaphodlogin"


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    environment |= dict.fromkeys(("USER", "LOGNAME", "USERNAME"), LOGIN)
    return subprocess.run(
        [sys.executable, "-u", "-c", code, *arguments],  # what ends at once flushes nothing
        env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.walk
def test_no_command_asks_for_the_network_or_tells_who_works_here(
    example: Path, tmp_path: Path
) -> None:
    given = [[word.format(plan=example, folder=tmp_path) for word in words] for words in GIVEN]
    done = run(COMMANDS, json.dumps(given))
    assert done.returncode == 0, done.stderr
    said = dict(zip(map(" ".join, GIVEN), json.loads(done.stdout), strict=True))
    assert {command: code for command, (code, _) in said.items() if code not in (0, 1)} == {}
    assert LOGIN not in done.stdout + done.stderr
    secrets = (LOGIN, str(tmp_path), str(Path.home()), str(ROOT))
    made = [said["check {plan} --json"][1].encode(), example.read_bytes()]
    made += [(tmp_path / name).read_bytes() for name in ("out.pdf", "example.docx", "example.html")]
    from pypdf import PdfReader

    reader = PdfReader(tmp_path / "out.pdf")
    text = "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    with ZipFile(tmp_path / "example.docx") as file:
        made += [text.encode(), *(file.read(name) for name in file.namelist())]
    for output in made:
        for secret in secrets:
            assert secret.encode() not in output


def test_the_watch_on_the_network_sees_a_socket() -> None:
    assert run(COMMANDS, "[]").returncode == 0
    assert run(COMMANDS, "[]", "reach out").returncode == 9


SCREENS = """
reaches_out = {"socket." + one for one in (
    "connect", "bind", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr"
)}.__contains__
{WATCH}
import asyncio
from pathlib import Path
from readiness.storage.templates import Library
from readiness.app.session import Session
from tests.tui.person import at
async def walk():
    path = Path(sys.argv[1])
    async with at(Session.open(path, Library()), path.parent / "state") as person:
        for key in "h e a c x v f1 f6 f10 slash ctrl+p w n 1 f5".split():
            await person.press(key)
            await person.press("escape", "f2")
        assert path.with_suffix(".pdf").exists()
        print("walked", flush=True)
        __import__("socket").create_connection(("127.0.0.1", 9), 1)
asyncio.run(walk())
""".replace("{WATCH}", WATCH)
"""The screens, ended at once when they reach out; in the end they do."""


@pytest.mark.walk
def test_the_screens_reach_out_to_nobody(example: Path) -> None:
    done = run(SCREENS, str(example))
    assert (done.stdout.strip(), done.returncode) == ("walked", 9), done.stderr
    assert "the network was asked for: socket." in done.stderr


def test_no_module_of_ours_knows_the_network_and_only_serving_a_server() -> None:
    network = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|urllib(?!\.parse)|http(?! import HTTPStatus$)|ftplib"
        r"|smtplib|requests)\b"
        r"|webbrowser|open_connection|create_connection|ClientSession",
        re.MULTILINE,
    )
    server = re.compile(r"aiohttp import|import aiohttp|start_server|create_server")
    for path in (ROOT / "readiness").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not network.search(text), path
        assert path.parent.name == "web" or not server.search(text), path


def _made(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command printed; it must not have been refused."""
    from readiness.cli.main import main

    assert main(list(words)) in (0, 1)
    return capsys.readouterr().out


FORMATS = ("pdf", "docx", "html")


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        pytest.param(texts, (FORMATS[at % 3 - 1],), marks=[pytest.mark.walk] if at else [])
        for at, texts in enumerate(GROUPS)
    ]
    + [pytest.param(texts, FORMATS, marks=pytest.mark.nightly) for texts in GROUPS],
)
def test_any_text_in_any_field_comes_back_equal_and_every_output_is_made(
    tmp_path: Path, texts: list[str], kinds: tuple[str, ...], capsys: pytest.CaptureFixture[str]
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
    for kind in kinds:
        _made(capsys, "export", again, "--to", kind)
        assert path.with_suffix(f".{kind}").stat().st_size > 1000
    _made(capsys, "merge", old, old, again)
    assert PlanFile.open(Path(old), Library()).plan == session.plan


@pytest.mark.walk
async def test_every_screen_opens_on_texts_of_every_kind(tmp_path: Path) -> None:
    template, path = Library().load("imr"), tmp_path / "plan.toml"
    plan = filled(template, *(text for _, text in TEXTS))
    PlanFile.create(path, plan, template)
    session = Session.open(path, Library(), lambda: date(2026, 11, 24))
    async with at(session, tmp_path / "state") as person:
        for item in list(template.items)[::5]:
            await person.open_item(item)
        for name in CATALOGUE:
            person.app.navigation.show_page(name)
            await person.settle()
            assert isinstance(person.app.screen, screen_of(name))
            await person.press("down", "enter", "escape")
            person.app.navigation.show_map()
    assert session.plan == plan
    assert PlanFile.open(path, Library()).plan == plan


@pytest.mark.parametrize(
    ("name", "text"), TEXTS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(TEXTS)]
)
def test_any_text_that_is_said_comes_back_equal(tmp_path: Path, name: str, text: str) -> None:
    """But that its letters are composed: what looks the same is the same."""
    path = tmp_path / "plan.toml"
    PlanFile.create(path, Plan(template="imr"), Library().load("imr"))
    session = Session.open(path, Library())
    session.set(FieldRef("SEL-01", NOTE), text)
    set_particulars(session, {"plan": text})
    add_person(session, "AB", text)
    session.save()
    again = PlanFile.open(path, Library()).plan
    kept = normalize("NFC", text)
    assert (again.answer("SEL-01").note, again.plan, again.people["AB"].role) == (kept,) * 3, name
