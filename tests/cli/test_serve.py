"""`readiness serve`: what it says, and when it refuses."""

import logging
import os
import signal
import socket
from pathlib import Path

import pytest

from readiness.cli import serve
from readiness.cli.main import main
from readiness.web.server import PlanServer


def served(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run it, and press Ctrl+C as soon as the address is there."""
    announce = serve._announce

    def announced(server: PlanServer) -> None:
        announce(server)
        log = logging.getLogger("aiohttp.server")
        log.error("asked for %s", server.address("127.0.0.1"))
        log.error("Error handling request", exc_info=ValueError("sesame", __file__))
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(serve, "_announce", announced)
    return main(["serve", *words])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_it_prints_an_address_on_this_computer_and_keeps_the_token_out_of_logs(
    host: str, example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert served([str(example), "--host", host], monkeypatch) == 0
    said = capsys.readouterr()
    address = said.out.strip()
    assert address.startswith("http://127.0.0.1:")
    token = address.rstrip("/").rpartition("/")[2]
    assert len(token) >= 43
    assert token not in said.err
    assert "asked for http://127.0.0.1" in said.err
    assert "ValueError" in said.err
    for not_told in ("sesame", "Traceback", str(Path(__file__).parent)):
        assert not_told not in said.err
    assert "WARNING" not in said.err
    assert "Everything is saved" in said.err


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104
def test_it_warns_when_other_computers_can_reach_it(
    host: str, example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("platform.node", lambda: "plans-computer")
    assert served([str(example), "--host", host], monkeypatch) == 0
    said = capsys.readouterr()
    assert "WARNING: other computers can reach" in said.err
    assert "nothing is encrypted" in said.err
    assert said.out.startswith("http://plans-computer:")


def test_a_port_that_is_taken_is_said(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", str(example), "--port", str(port)]) == 2
    told = capsys.readouterr().err
    assert f"127.0.0.1:{port} is taken by another program: choose another port with --port" in told


def test_an_address_that_is_not_this_computers_is_said(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", str(example), "--host", "192.0.2.1"]) == 2
    assert "192.0.2.1:0 cannot be listened on" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none_is_wrong_use(
    port: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", str(example), f"--port={port}"])
    assert ended.value.code == 2
    assert "is no port" in capsys.readouterr().err


def test_a_plan_that_is_not_there_is_said_before_anything_listens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", str(tmp_path / "none.toml")]) == 2
    said = capsys.readouterr()
    assert "none.toml" in said.err
    assert said.out == ""


def test_without_the_part_for_browsers_it_says_how_to_get_it(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert main(["serve", str(example)]) == 2
    assert "pip install textual-serve" in capsys.readouterr().err


def test_where_signals_cannot_be_watched_ctrl_c_ends_it_too(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("readiness.web.server._on_signals", lambda _stop: None)
    assert served([str(example)], monkeypatch) == 0
    assert "Everything is saved" in capsys.readouterr().err
