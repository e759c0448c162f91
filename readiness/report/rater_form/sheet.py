"""The form of one person as a spreadsheet, .xlsx or .csv; it comes back filled in."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from readiness.describe.rating import who_sees_what
from readiness.domain.kinds.value import NOT_APPLICABLE, STANDING_LABELS
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.i18n.language import N_, _, language
from readiness.i18n.words import DECIMAL, first_down
from readiness.report.document_text import clean
from readiness.report.rater_form.page import RoleForm, lettered, offered_words
from readiness.storage.answers_reader import KIND_FORMAT
from readiness.storage.answers_sheet import ANSWER, ASKED, ASKED_AS, COLUMNS, KEPT, KEY, SHOW

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Row = tuple[str, ...]

HOW = (
    N_(
        "Fill in the column \u201cYour answer\u201d. Leave the first column and the last as they "
        "are."
    ),
    N_(
        "A spreadsheet program may write your name and the time into a file when it saves it. "
        "readiness reads neither; the form for the browser holds neither."
    ),
    N_("Send the file to the person who runs the workshop, not to your leader."),
)

WIDTHS = (11, 60, 30, 22, 40, 16, 12)
"""Of the columns, in characters."""

_FORMULAS = ("=", "+", "-", "@", "\t")


def form_rows(form: RoleForm, answers: RaterAnswers) -> list[Row]:
    """The rows of the form of one person, whose answers are still blank and have a code."""
    told = [form.title, *who_sees_what(form.workshop), *map(_, HOW)]
    head = (
        "",
        _("Question"),
        _("Answers to choose from"),
        _("Your answer"),
        _("More, in your words"),
        _("May the room read it? yes or no"),
        _("Leave as it is"),
    )
    fingerprints = form.workshop.asked
    asked = [_row(key, form.questions[key], fingerprints[key].asked) for key in form.items]
    below = ("", _("Leave what stands below as it is."))
    return [*(("", one) for one in told), head, *asked, below, *_about(answers)]


def _row(item: str, question: Question, asked: str) -> Row:
    offered = first_down(_("In your words")) if question.is_text else "; ".join(_offered(question))
    return (item, question.words, offered, "", "", "", f"{KEPT}{asked}")


def _offered(question: Question) -> list[str]:
    own = {NOT_APPLICABLE: STANDING_LABELS[NOT_APPLICABLE]}
    return lettered(question, offered_words(question) | own)


def _about(answers: RaterAnswers) -> Iterator[Row]:
    about = {
        "kind": answers.kind,
        "kind_format": str(KIND_FORMAT),
        "for": answers.for_,
        "who": answers.who,
        "code": answers.code,
        "vote": str(answers.vote),
        "finished": "yes",
        "template": answers.template,
        "template_version": answers.template_version,
    }
    for key, value in about.items():
        yield key, f"{KEPT}{value}"


def as_csv(rows: Sequence[Row]) -> bytes:
    """The rows for any spreadsheet program: UTF-8, with the sign between cells that it expects."""
    text = StringIO()
    # Where a comma stands before decimals, a spreadsheet program parts its cells by a semicolon.
    sign = ";" if DECIMAL.get(language()) == "," else ","
    writer = csv.writer(text, delimiter=sign, lineterminator="\r\n")
    writer.writerows([_no_formula(clean(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def as_xlsx(rows: Sequence[Row], questions: Mapping[str, Question]) -> bytes:
    """The rows as a workbook, with the answers to choose from at each question."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator, book.properties.title = "readiness", rows[0][ASKED]
    sheet = book["Sheet"]
    sheet.title = _("Answers")
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            _write(sheet, (number, column + 1), text, is_soft=column in (KEY, ASKED_AS))
    for letter, width in zip(COLUMNS, WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _offer(book.create_sheet(_("Choices")), sheet, rows, questions)
    _head(sheet, rows)
    raw = BytesIO()
    book.save(raw)
    return raw.getvalue()


def _write(sheet: Worksheet, at: tuple[int, int], text: str, *, is_soft: bool = False) -> None:
    """A text and nothing but a text, whatever it begins with."""
    from openpyxl.styles import Alignment, Font

    cell, words = sheet.cell(*at), clean(text)
    if words:
        cell.value = words
        cell.data_type = "s"
        cell.quotePrefix = words.startswith(_FORMULAS)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_soft:
        cell.font = Font(color="595959")


def _head(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Bold names of columns, which stay in sight."""
    from openpyxl.styles import Font

    number = next(n for n, row in enumerate(rows, 1) if len(row) > SHOW and not row[0])
    for column in COLUMNS:
        sheet[f"{column}{number}"].font = Font(bold=True)
    sheet["B1"].font = Font(bold=True, size=14)
    sheet.freeze_panes = f"A{number + 1}"


def _offer(
    choices: Worksheet, sheet: Worksheet, rows: Sequence[Row], questions: Mapping[str, Question]
) -> None:
    """A list to choose from at each answer, and of yes and no beside the words."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    cells: dict[tuple[str, ...], list[str]] = {}
    for number, row in enumerate(rows, 1):
        question = questions.get(row[0])
        if question is not None:
            cells.setdefault((_("yes"), _("no")), []).append(f"{COLUMNS[SHOW]}{number}")
        if question is not None and not question.is_text:
            offered = tuple(_offered(question))
            cells.setdefault(offered, []).append(f"{COLUMNS[ANSWER]}{number}")
    for line, (words, those) in enumerate(cells.items(), 1):
        for place, text in enumerate(words, 1):
            _write(choices, (line, place), text)
        last = get_column_letter(len(words))
        source = f"'{choices.title}'!$A${line}:${last}${line}"
        check = DataValidation(type="list", formula1=source, allow_blank=True)
        check.sqref = " ".join(those)
        sheet.add_data_validation(check)
