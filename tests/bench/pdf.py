"""What the tags cost; by hand: python -m tests.bench.pdf [ROUNDS].

Prints how long a document of 500 actions takes tagged beside the same flowables drawn in plain
reportlab in the same run (at most 1.5), and the most memory of making it (under 150 MiB).
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from readiness.report.document import Document, Heading, Table
from readiness.report.pdf.fonts import load_fonts
from readiness.report.pdf.look import look
from readiness.report.pdf.render import render, write_pages
from readiness.report.pdf.story import Story
from readiness.report.pdf.tags import Tags
from readiness.report.theme import Theme
from tests.report.judged import documents

COLUMNS = ("Action", "Who", "When", "Dose", "Outcome", "Why", "Status", "Cites")


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def untagged(document: Document) -> bytes:
    """The same flowables without tags, and without what is added to the file afterwards."""
    load_fonts()
    page, tags = look(Theme(), "a4"), Tags(are_written=False)
    flowables = Story(document, page, tags).flowables()
    return write_pages(document, flowables, page, tags, lambda _: None)


def actions(count: int) -> Document:
    """A table of actions with words in every cell."""
    rows = tuple(
        tuple(f"{name} of action {number}, in a few words" for name in COLUMNS)
        for number in range(count)
    )
    table = Table(COLUMNS, rows, (1,) * len(COLUMNS))
    return Document("Actions", "Plan", date(2026, 11, 24), blocks=(Heading(1, "Actions"), table))


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    made = documents()
    tried = {name: made[name] for name in ("example", "full")} | {"500 actions": actions(500)}
    for name, document in tried.items():
        pairs = [
            (seconds(lambda: render(document)), seconds(lambda: untagged(document)))  # noqa: B023
            for _ in range(rounds)
        ]
        mine, base = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"{name}: {mine * 1000:.0f} ms, floor {base * 1000:.0f} ms, ratio {mine / base:.2f}")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
