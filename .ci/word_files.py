"""Word files of the worked example, and how many pages each may take: FOLDER [--count]."""  # noqa: INP001

import sys
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from readiness.domain.rules.review import review
from readiness.report.blank import blank_document
from readiness.report.docx.render import render
from readiness.report.outline import outline
from readiness.storage.example import worked_example
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library

TODAY = date(2026, 11, 24)
MOST = {"document": 14, "form": 14, "form-known": 14, "short": 8, "short-known": 8}


def write(folder: Path) -> None:
    """The files, in both languages."""
    for code in ("en", "nb"):
        speak_in(code)
        template, plan = worked_example(Library())
        made = {"document": outline(template, plan, review(template, plan, TODAY), TODAY)}
        for name, is_short in (("form", False), ("short", True)):
            made[name] = blank_document(template, TODAY, is_short=is_short)
            made[f"{name}-known"] = blank_document(template, TODAY, plan, is_short=is_short)
        for name, document in made.items():
            (folder / f"{name}.{code}.docx").write_bytes(render(document))


def count(folder: Path) -> int:
    """Say how many pages each has; 1 where one has too many or was not laid out."""
    faults = 0
    for code in ("en", "nb"):
        for name, most in MOST.items():
            file = folder / f"{name}.{code}.pdf"
            pages = len(PdfReader(file).pages) if file.exists() else 0
            is_fine = 0 < pages <= most
            faults += not is_fine
            print(f"{'ok  ' if is_fine else 'FAIL'} {file.stem}: {pages} pages, at most {most}")  # noqa: T201
    return min(1, faults)


if __name__ == "__main__":
    where = Path(sys.argv[1])
    if "--count" in sys.argv:
        sys.exit(count(where))
    write(where)
