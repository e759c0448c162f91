"""What a stranger's file costs: hostile TOML of every construct, in seconds and megabytes.

    python -m tests.bench.hostile [WORDS...]

Each text is made as long as a file may be, and once more as long as the bounds let it be. It is
given to every command that reads such a file; the time is that of the processor, the start of the
program included. Told means exit code 0, 1 or 2. With words only the texts that have one of them in
their name are tried.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from readiness.storage.text_file import LARGEST_FILE
from readiness.storage.toml import overrun

SECONDS, MEGABYTES = 1.0, 100
HEAD = 'format = 1\ntemplate = "imr"\n'
THEIRS = 'format = 1\nid = "t"\nextends = "imr"\nversion = "1"\nname = "x"\n'

Make = Callable[[int], str]
"""A part of a text, by its number."""


def _number(make: Make, size: int) -> str:
    parts, length, count = [], 0, 0
    while length < size:
        parts.append(make(count))
        length += len(parts[-1].encode())
        count += 1
    return "".join(parts)[:-1] if length > size else "".join(parts)


def lines(make: Make) -> Callable[[int], str]:
    """As many of these as fit."""

    def text(size: int) -> str:
        found = _number(make, size)
        return found[: found.rfind("\n") + 1]

    return text


def listed(one: str) -> Callable[[int], str]:
    """A list of as many of these as fit."""
    return lambda size: f"x = [{one * ((size - 10) // len(one.encode()))}]\n"


def long(before: str, part: str, after: str = "") -> Callable[[int], str]:
    """One thing that is as long as fits."""
    room = len(before) + len(after) + 1
    return lambda size: before + part * ((size - room) // len(part.encode())) + after + "\n"


SOURCE = "'s',"
ITEM = '[items.SEL-01.parts.pN]\nkind = "number"\n'
TEXTS: dict[str, Callable[[int], str]] = {
    "dots in a key": long("a", ".a", " = 1"),
    "dots without an end": long("a", ".a"),
    "dots in a header": long("[a", ".a", "]"),
    "dots in an array's header": long("[[a", ".a", "]]"),
    "dots in quotes": long('"a"', '."a"', " = 1"),
    "dots in an inline table": long("x = {a", ".a", " = 1}"),
    "brackets": long("x = ", "["),
    "braces": long("x = ", "{a="),
    "flat keys": lines(lambda n: f"k{n} = 1\n"),
    "quoted keys": lines(lambda n: f'"k\\u00e9{n}" = 1\n'),
    "headers": lines(lambda n: f"[k{n}]\n"),
    "deep headers": lines(lambda n: f"[k{n}{'.a' * 11}]\n"),
    "deep keys": lines(lambda n: f"k{n}{'.a' * 11} = 1\n"),
    "keys under one prefix": lines(lambda n: f"a{'.a' * 9}.k{n} = 1\n"),
    "arrays of tables": lines(lambda _n: "[[a]]\nb = 1\n"),
    "arrays in arrays": lines(lambda n: f"[[a{n}]]\n[[a{n}.b]]\n"),
    "numbers": listed("1,"),
    "texts": listed("'ab',"),
    "inline tables": listed("{a.b=1},"),
    "empty tables": listed("{},"),
    "dates": listed("2027-01-31T10:00:00.123Z,"),
    "figures": long("x = ", "9"),
    "figures behind a point": long("x = 1.", "9"),
    "figures with lines": long("x = 1", "_1"),
    "figures in sixteens": long("x = 0x", "f"),
    "one long text": long("x = '", "a", "'"),
    "one long key": long("", "a", " = 1"),
    "one long name": long("[answers.", "a", "]"),
    "escapes": long('x = "', "\\n", '"'),
    "wide letters": long('x = "', "\U0001f600\\u00e9", '"'),
    "a text without an end": long('x = """', '\\"""'),
    "empty lines": long("", "\n"),
    "comments": lines(lambda _n: "#\n"),
    "people": lines(lambda n: f"[people.P{n}]\nhours_freed = 1\n"),
    "answers of no item": lines(lambda n: f"[answers.X-{n}]\nvalue = 1\n"),
    "rows": lines(lambda n: f"[answers.MON-01.rows.{n}]\nby = 'x'\n"),
    "actions": lines(lambda n: f"[actions.{n}]\nwhen = 'x'\n"),
    "unknown numbers": lines(lambda n: f"practice.numbers.k{n}.value = -1\n"),
    "wrong items": lines(lambda n: f"[items.K{n}]\narea = 'x'\n"),
    "wrong parts": lines(lambda n: ITEM.replace("N", str(n)).replace("number", "x")),
    "conditions": lines(
        lambda n: f"[[items.SEL-01.rules]]\nflag='red'\nsays='{n}'\nwhen={{fact='x',above=1}}\n"
    ),
    "one condition": lambda size: (
        "[items.SEL-01.ready]\nall = ["
        + "{some_person={part='x',given=true}}," * (size // 40)
        + "]\n"
    ),
    "sources": lambda size: f"practice.sources = [{SOURCE * (size // 4 - 20)}]\n",
    "the practice many times": lambda size: (
        f"practice.short = '{'x' * (size // 2)}'\nabout = '{'{practice}' * (size // 21)}'\n"
    ),
    "references": lines(lambda n: f"[references.r{n}]\nauthors='a'\ntitle='t'\n"),
    "areas": lines(lambda n: f"[areas.a{n}]\ntitle='t'\nabout='x'\n"),
}


def within(make: Callable[[int], str], head: str) -> str:
    """The longest text of a kind that the bounds let through."""
    low, high = 1, LARGEST_FILE - len(head)
    if overrun(head + make(high)) is None:
        return ""
    while high - low > LARGEST_FILE // 200:
        middle = (low + high) // 2
        low, high = (low, middle) if overrun(head + make(middle)) else (middle, high)
    return head + make(low)


def commands(folder: Path, name: str) -> Iterator[tuple[str, list[str], str]]:
    """What is run on a text, and what stands before it in the file."""
    plan = str(folder / "plan.toml")
    other = str(folder / "other.toml")
    yield "check", ["check", name], HEAD
    yield "diff", ["diff", plan, name], HEAD
    yield "merge", ["merge", plan, other, name, "-o", str(folder / "merged.toml")], HEAD
    yield "ask", ["ask", name], HEAD
    yield "template", ["templates", "check", name], THEIRS
    yield "its plan", ["check", str(folder / "own.toml")], THEIRS
    yield "theme", ["pdf", plan, "--theme", name, "-o", str(folder / "out.pdf"), "--force"], ""


def run(args: list[str], said: str) -> tuple[int, float, float]:
    """Run a command; returns its exit code, seconds of the processor, and megabytes."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))

    with subprocess.Popen(
        [sys.executable, "-m", "readiness", *args], stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bound,  # noqa: PLW1509
    ) as child:  # fmt: skip
        assert child.stdin
        child.stdin.write(said.encode())
        child.stdin.close()
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    wanted, worst = sys.argv[1:], 0
    os.environ["READINESS_LANG"] = "en"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for one in ("STATE", "CACHE", "TEMPLATES"):
            os.environ[f"READINESS_{one}"] = str(folder / one)
        for one in ("plan", "other"):
            (folder / f"{one}.toml").write_text(HEAD)
        (folder / "own.toml").write_text('format = 1\ntemplate = "hostile.toml"\n')
        file = folder / "hostile.toml"
        for kind, make in TEXTS.items():
            if wanted and not any(one in kind for one in wanted):
                continue
            for what, args, head in commands(folder, str(file)):
                whole = head + make(LARGEST_FILE - len(head))
                for how, text in (("", whole), ("within", within(make, head))):
                    if not text:
                        continue
                    file.write_text(text, "utf-8")
                    begun = time.monotonic()
                    code, seconds, megabytes = run(args, "/go SEL-01\nyes\n/quit\n")
                    is_told = code in (0, 1, 2)
                    is_bad = not is_told or seconds > SECONDS or megabytes > MEGABYTES
                    worst += is_bad
                    print(
                        f"{'!' if is_bad else ' '} {kind:28} {how:6} {what:9} exit {code:3} "
                        f"{seconds:6.2f} s {megabytes:5.0f} MB ({time.monotonic() - begun:.1f} s)",
                        flush=True,
                    )
    print(f"{worst} over the bounds of {SECONDS} s and {MEGABYTES} MB")


if __name__ == "__main__":
    main()
