"""A plan file that a person edited: slips are told as a person sees them."""

from __future__ import annotations

import codecs
import tomllib
from pathlib import Path
from typing import Any

import pytest

from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import UnreadablePlan
from readiness.storage.templates import Library

DATA = Path(__file__).parents[1] / "data" / "pasted" / "edited_by_hand.toml"
LINES = tomllib.loads(DATA.read_text("utf-8"))["lines"]
HEAD = """format = 1
service = "Tjenesten på Østsiden"
template = "imr"
template_version = "1.0"
start = 2027-01-11
months = 12

[people.AB]
"""
TAIL = '\n\n[answers.SEL-01]\nvalue = "yes"\n'
OLD_ENGLISH = ("Expected", "Invalid", "Cannot", "Unclosed", "Illegal", "Unescaped")
LIBRARY = Library()


def opened(path: Path, text: str) -> PlanFile:
    path.write_bytes(text.encode())
    return PlanFile.open(path, LIBRARY)


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("one", [one for one in LINES if "en" in one], ids=lambda one: one["kind"])
def test_a_slip_is_told_with_what_was_written_and_what_to_write(
    tmp_path: Path, one: dict[str, Any], language: str
) -> None:
    speak_in(language)
    with pytest.raises(UnreadablePlan) as raised:
        opened(tmp_path / "plan.toml", HEAD + one["line"] + TAIL)
    said = str(raised.value)
    assert [word for word in one[language] if word not in said] == [], said
    assert not any(word in said for word in OLD_ENGLISH), said
    lines = 1 + one["line"].count("\n") if one["kind"] == "key twice" else 1
    name = "line" if language == "en" else "linje"
    assert f"plan.toml {name} {8 + lines}" in said


@pytest.mark.parametrize(
    "one", [one for one in LINES if "reads" in one], ids=lambda one: one["kind"]
)
def test_what_nobody_can_see_is_read_as_it_looks(tmp_path: Path, one: dict[str, Any]) -> None:
    plan = opened(tmp_path / "plan.toml", HEAD + one["line"] + TAIL).plan
    assert plan.people["AB"].parts == {"hours_freed": one["reads"]}


def test_what_stands_in_quotes_stays_as_it_is(tmp_path: Path) -> None:
    text = HEAD + 'hours_freed\u00a0= 4.5\nrole = "a\u00a0b\u200b" # c\u00a0d' + TAIL
    file = opened(tmp_path / "plan.toml", text)
    assert file.plan.people["AB"].role == "a\u00a0b\u200b"
    file.write(file.plan.described(months=6))
    assert 'hours_freed = 4.5\nrole = "a\u00a0b\u200b" # c\u00a0d' in file.path.read_text("utf-8")


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF8, "utf-8"),
    ],
)
def test_a_file_that_says_how_it_is_encoded_is_read_and_saved_whole(
    tmp_path: Path, mark: bytes, code: str
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(mark + (HEAD + TAIL).encode(code))
    file = PlanFile.open(path, LIBRARY)
    assert file.plan.service == "Tjenesten på Østsiden"
    file.write(file.plan.described(months=6))
    again = PlanFile.open(path, LIBRARY).plan
    assert (again.service, again.months) == ("Tjenesten på Østsiden", 6)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ((HEAD + TAIL).encode("utf-16-le"), "this is no text file in UTF-8; save it as UTF-8"),
        ((HEAD + TAIL).encode("cp1252"), "line 2: the file is not written in UTF-8"),
        (b"PK\x03\x04 and so on", "a document of Word or Excel"),
        (b"{\\rtf1\\ansi format = 1}", "a document of a word processor (RTF)"),
        (b"<!DOCTYPE html><title>Log in</title>", "this is a web page"),
        (b"\xff\xfe\x00", "not written in UTF-8"),
    ],
)
def test_what_is_no_plan_is_named(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(raw)
    with pytest.raises(UnreadablePlan, match=r"plan\.toml") as raised:
        PlanFile.open(path, LIBRARY)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[people.Åse]", 'write [people."Åse"]'),
        ("[people.nurse 2]", 'write [people."nurse 2"]'),
        ("dates = [1.2.2027, 1.3.2027]", "2027-02-01"),
        ("until = 31.02.2027", "there is no such date"),
        ("role: nurse", "role = nurse"),
        ("rådgiver: nurse", '"rådgiver" = nurse'),
        ("nonsense", "nonsense = ..."),
        ("hours_freed = ?", "what stands after the = is no value"),
        ("[people.AB]", "[people.AB] stands here twice: in line 8 as well"),
        ("role.x = 1\nrole = 2", "stands"),
        ('role = "nurse" and more', "something stands behind the value"),
        ("=", "this is neither a key with its value"),
        ("hours_freed = 1 000 000,5", "1000000.5"),
        ("hours_freed = 000", "write 0"),
        ("until = 2027-01-11 later", "something stands behind the value"),
        ('until = "11.1.2027" later', "something stands behind the value"),
        (": nurse", "this is neither a key with its value"),
        ("[people.CD] later", "write it on a line of its own: later"),
        ('[people.CD]role = "nurse"', 'write it on a line of its own: role = "nurse"'),
        ("people.CD]", "write [people.CD]"),
        ("// a remark", "begin a comment with #"),
        ("; a remark", "begin a comment with #"),
        ("until = 2027\u201301\u201311", "write the hyphen of the keyboard: until = 2027-01-11"),
        ("[answers.SEL\u201101]", "write the hyphen of the keyboard: [answers.SEL-01]"),
        ("until = 11. januar 2027", "such as 2027-01-11"),
        ("until = Jan 11th, 2027", "such as 2027-01-11"),
        ("until = 11. quux 2027", "something stands behind the value"),
        ("dates = [2027-02-01; 2027-03-01]", "[2027-02-01, 2027-03-01]"),
        ('role = "nurse", hours_freed = 4', "line of its own: hours_freed = 4"),
        ("role = 'nurse' hours_freed = 4", "line of its own: hours_freed = 4"),
        ('role = "nurse",', 'a , stands behind the value; write "nurse"'),
        ("hours_freed = 4;", "a ; stands behind the value; write 4"),
        ("[[people]]", "stands"),
        ('"a" = 1\n"a" = 2', "the same key or table stands in the file twice"),
        ('role = "' + "x" * 80, "x" * 39 + "…"),
    ],
)
def test_other_slips_of_the_kind(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(UnreadablePlan) as raised:
        opened(tmp_path / "plan.toml", HEAD + line + TAIL)
    assert words in str(raised.value)


def test_a_key_that_another_has_made_a_table_is_told_in_the_first_lines_too(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match="line 2: the same key or table stands"):
        opened(tmp_path / "plan.toml", "plan.x = 1\nplan = 2\n")


@pytest.mark.parametrize("line", ["a" + " " * 500_000, "[" * 11 + "x" * 500_000, "a b " * 100_000])
def test_a_line_as_long_as_a_file_is_told_at_once(tmp_path: Path, line: str) -> None:
    with pytest.raises(UnreadablePlan) as raised:
        opened(tmp_path / "plan.toml", HEAD + line + TAIL)
    assert len(str(raised.value)) < 300
