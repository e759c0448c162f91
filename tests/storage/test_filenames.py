"""A name in a stranger's file never makes the program look outside, on any system."""

import io
import os
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.report.theme import UnreadableTheme, load_theme
from readiness.storage.filenames import leads_out
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import UnreadablePlan
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library

OUT = [
    r"\\server\share\t.toml", "//server/share/t.toml", r"\/server/share/t.toml", r"/\server\t.toml",
    r"\\?\C:\t.toml", r"\\.\pipe\server", r"\??\UNC\server\share\t.toml", "//?/UNC/server/t.toml",
    r"\t.toml", "/net/server/t.toml", "C:t.toml", r"c:\t.toml", "C:/t.toml", "t.toml:server",
    "http://server/t.toml", "file://server/t.toml", "CON", "con.toml", "nul.toml", "NUL .toml",
    "Com1.a.toml", "COM¹.toml", "lpt9.toml", "aux.", "prn.toml", r"sub\CON.toml", "sub/nul.toml",
    "nul/t.toml", "CONIN$", "conout$.toml",
]  # fmt: skip
INSIDE = [
    "imr", "mine.toml", "sub/mine.toml", r"sub\mine.toml", "../mine.toml", "console.toml",
    "com10.toml", "com.toml", "null.toml", "my.con.toml", "ø.toml", "a b.toml", ".hidden.toml",
]  # fmt: skip


@pytest.mark.parametrize("name", OUT)
def test_a_name_that_leads_out_is_known_without_a_look(name: str) -> None:
    assert leads_out(name)


@pytest.mark.parametrize("name", INSIDE)
def test_a_name_inside_is_left_alone(name: str) -> None:
    assert not leads_out(name)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every name that the system is asked about."""
    seen: list[str] = []

    def watched(module: object, ask: str) -> None:
        real = getattr(module, ask)

        def asked(path: object, *more: object, **named: object) -> object:
            seen.append(str(path))
            return real(path, *more, **named)

        monkeypatch.setattr(module, ask, asked)

    for ask in ("stat", "lstat", "readlink", "open", "listdir", "scandir"):
        watched(os, ask)
    watched(io, "open")
    return seen


def toml(name: str) -> str:
    return '"' + "".join(f"\\u{ord(letter):04x}" for letter in name) + '"'


@pytest.mark.parametrize("name", OUT)
def test_no_field_of_a_file_makes_the_program_look_outside(
    tmp_path: Path, looks: list[str], name: str
) -> None:
    plan, template, theme = (tmp_path / f"the-{one}.toml" for one in ("plan", "template", "theme"))
    plan.write_text(f"format = 1\n\ntemplate = {toml(name)}\n")
    template.write_text(f'format = 1\nid = "t"\nextends = {toml(name)}\n')
    theme.write_text(f"logo = {toml(name)}\n")
    library = Library(tmp_path)
    looks.clear()
    with pytest.raises(UnreadablePlan) as unreadable:
        PlanFile.open(plan, library)
    assert "the-plan.toml line 3 (template): " in str(unreadable.value)
    assert "is a whole path, or names a drive" in str(unreadable.value)
    (problem,) = check_template(library, str(template))
    assert (problem.line, problem.where) == (3, "extends")
    assert "is a whole path, or names a drive" in problem.why
    with pytest.raises(UnreadableTheme, match="does not name a file in the theme's folder"):
        load_theme(theme)
    library.listings()
    assert looks
    asked = {Path(one).name for one in looks if "the-" not in one}
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    assert not any(one in (name, last, f"{name}.toml") for one in asked)
    assert not any("server" in one for one in looks)


def test_a_new_plan_names_no_template_that_it_could_not_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = tmp_path / "my:own.toml"
    try:
        template.write_text('format = 1\nid = "t"\nextends = "imr"\nversion = "1"\nname = "x"\n')
    except OSError:
        pytest.skip("this system has no such names")
    plan = tmp_path / "plan.toml"
    assert main(["new", str(plan), "--template", str(template)]) == 2
    assert "my:own.toml" in capsys.readouterr().err
    assert not plan.exists()
