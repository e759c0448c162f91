"""One person's answers in a spreadsheet: forms come back filled in, and a stranger's is data."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from readiness.app.operations.workshop_collect import answer_in_cell, read_any_answers
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.report.rater_form.page import RoleForm
from readiness.report.rater_form.sheet import Row, as_csv, as_xlsx, form_rows
from readiness.storage.answers_sheet import ANSWER, LARGEST, LARGEST_UNPACKED, read_sheet
from readiness.storage.languages import speak_in
from readiness.storage.problems import UnreadableAnswers
from tests.strategies import examples
from tests.workshops import QUESTIONS, workshop

FORMS = Path(__file__).parents[1] / "data" / "forms"
ASKED = ("T10", "GOAL-06", "GOAL-09", "MON-09")
KINDS = ("xlsx", "csv")
Fill = dict[str, tuple[str, str, str]]


def rows(fill: Fill, questions: dict[str, Question] = QUESTIONS) -> list[Row]:
    """The form of a practitioner with these cells: answer, words, may the room read them."""
    asking = workshop(*ASKED)
    blank = RaterAnswers(for_=asking.id, who="practitioner", code="t9xv4mqe", template="imr")
    made = form_rows(RoleForm(asking, questions, blank.who), blank)
    return [(*row[:ANSWER], *fill[row[0]], row[-1]) if row[0] in fill else row for row in made]


def saved(folder: Path, kind: str, made: list[Row]) -> Path:
    path = folder / f"form.{kind}"
    path.write_bytes(as_csv(made) if kind == "csv" else as_xlsx(made, QUESTIONS))
    return path


def why_not(path: Path) -> str:
    with pytest.raises(UnreadableAnswers) as refused:
        read_sheet(path)
    return str(refused.value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", ["en", "nb"])
def test_a_form_that_is_filled_in_says_what_its_person_said(
    tmp_path: Path, kind: str, code: str
) -> None:
    fill = {
        "T10": ("Tuesdays.\nAnd July; æ", "", "yes"),
        "GOAL-06": ("a) ...", '"Heard", they say', "ja"),
        "GOAL-09": ("delvis", "", "no"),
    }
    speak_in(code)
    path = saved(tmp_path, kind, rows(fill))
    speak_in("en")
    found = read_any_answers(path, QUESTIONS)
    assert found.problems == ()
    answers = found.answers
    about = (answers.for_, answers.who, answers.code, answers.vote, answers.finished)
    assert about == ("riv-a7k2", "practitioner", "t9xv4mqe", 1, True)
    said = {item: (one.value, one.note, one.show_note) for item, one in answers.said.items()}
    assert said == {
        "T10": ("Tuesdays.\nAnd July; æ", "", True),
        "GOAL-06": (QUESTIONS["GOAL-06"].choices[0], '"Heard", they say', True),
        "GOAL-09": ("partly", "", False),
    }
    assert {item: one.asked for item, one in answers.said.items()} == {
        item: QUESTIONS[item].asked for item in said
    }


@pytest.mark.parametrize(
    ("name", "formula"), [("xlsx", "(Answers D13): a formula"), ("csv", '(D13): "2" is none')]
)
def test_what_libreoffice_saved_is_read_and_wrong_cells_are_told(name: str, formula: str) -> None:
    found = read_any_answers(FORMS / f"libreoffice.{name}", QUESTIONS)
    said = {item: one.value for item, one in found.answers.said.items()}
    assert said == {"T10": "Tuesdays.\nAnd July.", "GOAL-06": "weekly", "GOAL-09": "partly"}
    assert found.answers.said["GOAL-06"].note == 'Æ, ø; å "quoted"'
    told = "\n".join(one.words() for one in found.problems)
    assert formula in told
    assert 'D16): "perhaps" is none of the answers (yes, partly, no, not sure' in told


def test_what_stands_wrong_in_a_cell_is_told_and_the_rest_counts(tmp_path: Path) -> None:
    fill = {"GOAL-06": ("", "Words alone", ""), "GOAL-09": ("no", "Why", "perhaps")}
    made = [*rows(fill), ("GOAL-09", "", "", "yes"), ("T01\n", "")]
    found = read_any_answers(saved(tmp_path, "xlsx", made), QUESTIONS)
    assert {item: one.value for item, one in found.answers.said.items()} == {"GOAL-09": "no"}
    assert not found.answers.said["GOAL-09"].show_note
    told = [one.words() for one in found.problems]
    assert told[0].startswith("form.xlsx (Answers A26): ")
    assert "stands there twice; the first of them counts." in told[0]
    assert "(Answers E13): words stand there, and no answer beside them" in told[1]
    assert '(Answers F14): "perhaps" is neither yes nor no; the room does not read' in told[2]


def test_numbers_days_and_formulas_in_cells_are_told(tmp_path: Path) -> None:
    path = saved(tmp_path, "xlsx", rows({"GOAL-06": ("no", "", ""), "GOAL-09": ("no", "", "")}))
    book = load_workbook(path)
    book.worksheets[0]["D12"] = "=HYPERLINK(1)"
    book.worksheets[0]["D13"] = 3
    book.worksheets[0]["E14"] = "=1+1"
    book.worksheets[0]["F14"] = "=1+1"
    book.worksheets[0]["B20"] = 1
    book.worksheets[0]["C20"] = datetime(2026, 12, 1)  # noqa: DTZ001
    book.save(path)
    found = read_any_answers(path, QUESTIONS)
    said = {item: (one.value, one.note) for item, one in found.answers.said.items()}
    assert said == {"GOAL-09": ("no", "")}
    cells = [one.where for one in found.problems]
    assert cells == ["Answers D12", "Answers E14", "Answers F14", "Answers D13"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_template_of_a_stranger_asks_is_never_a_formula(tmp_path: Path, kind: str) -> None:
    evil = QUESTIONS["GOAL-09"].model_copy(update={"words": '=cmd|"/c calc"!A1\x07'})
    path = saved(tmp_path, kind, rows({}, {**QUESTIONS, "GOAL-09": evil}))
    if kind == "csv":
        assert "\n=" not in path.read_text("utf-8").replace(",", "\n")
        assert "'=cmd" in path.read_text("utf-8")
    else:
        cells = [cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]
        assert [cell.value for cell in cells if cell.data_type == "f"] == []
        assert any(str(cell.value).startswith("=cmd") for cell in cells)


def test_a_form_asks_in_lists_and_says_who_may_be_named_in_it(tmp_path: Path) -> None:
    sheet = load_workbook(saved(tmp_path, "xlsx", rows({}))).worksheets[0]
    lists = {str(one.sqref) for one in sheet.data_validations.dataValidation}
    assert lists == {"F12 F13 F14 F15", "D13", "D14 D15"}
    whole = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "A spreadsheet program may write your name and the time into a file" in whole
    assert "The room sees only counts." in whole
    assert "a) Every week; b) " in whole


def test_what_is_no_form_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "other.ods").write_bytes(b"PK")
    assert "this kind of spreadsheet is not read; save it as .xlsx" in why_not(
        tmp_path / "other.ods"
    )
    assert "there is no such file" in why_not(tmp_path / "gone.csv")
    for name, raw, why in [
        ("a.xlsx", b"PK\x03\x04 no", "the spreadsheet is damaged; open it and save it as .xlsx"),
        ("b.csv", b"kind\xff", "the file is not written in UTF-8; save it as .xlsx or as .csv"),
        ("c.csv", b"a,b\n1,2\n", "this is no form of readiness, or its first column was taken out"),
        ("d.csv", b'"' + b"x" * 200_000, "it is no table"),
        ("e.csv", b"x" * (LARGEST + 1), "is larger than"),
        ("f.csv", b"\n".join([b"x,y"] * 600 + [b"kind,#workshop answers"]), "no form of readiness"),
        ("g.csv", b"kind,plan\n", "this is no file with one person's answers"),
        ("h.csv", b"kind,workshop answers\nkind_format," + b"9" * 5000, "in a format that is not"),
    ]:
        (tmp_path / name).write_bytes(raw)
        assert why in why_not(tmp_path / name)
    empty = Workbook()
    empty.save(tmp_path / "h.xlsx")
    assert "no form of readiness" in why_not(tmp_path / "h.xlsx")
    assert "nothing is filled in; it is not counted" in why_not(saved(tmp_path, "csv", rows({})))


def test_a_workbook_that_would_grow_or_is_broken_inside_is_refused(tmp_path: Path) -> None:
    raw = BytesIO()
    with ZipFile(raw, "w", compression=8) as packed:
        packed.writestr("xl/workbook.xml", b" " * (LARGEST_UNPACKED + 1))
    (tmp_path / "bomb.xlsx").write_bytes(raw.getvalue())
    assert "is larger than 4 MiB; check what you were sent" in why_not(tmp_path / "bomb.xlsx")
    raw = BytesIO()
    with ZipFile(raw, "w") as packed:
        packed.writestr("[Content_Types].xml", "<a>&b;</a>")
    (tmp_path / "broken.xlsx").write_bytes(raw.getvalue())
    assert "the spreadsheet is damaged" in why_not(tmp_path / "broken.xlsx")


def test_the_same_checks_hold_as_for_a_file_of_our_own(tmp_path: Path) -> None:
    made = rows({"GOAL-09": ("no", "x" * 4001, "yes")})
    told = read_any_answers(saved(tmp_path, "csv", made), QUESTIONS).problems
    assert [one.where for one in told] == ["E14"]
    code = [("code", "#../x") if row[0] == "code" else row for row in made]
    assert "(B21): the code of these answers was changed" in why_not(saved(tmp_path, "csv", code))
    later = [("kind_format", "#2") if row[0] == "kind_format" else row for row in made]
    assert "in a format that is not known here" in why_not(saved(tmp_path, "csv", later))
    none = [row for row in made if row[0] != "kind_format"]
    assert "(kind_format): another version" in why_not(saved(tmp_path, "csv", none))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a)", "weekly"),
        ("a) hver uke", "weekly"),
        ("Every month", "monthly"),
        ("a) Every month", None),
        ("z) Every week", None),
        ("not sure", "not sure"),
        ("vet ikke", "not sure"),
        ("-", None),
        ("?", None),
        ("1", None),
    ],
)
def test_an_answer_in_a_cell_is_known_by_its_letter_or_its_words(
    text: str, meant: str | None
) -> None:
    assert answer_in_cell(text, QUESTIONS["GOAL-06"]) == meant


@given(st.binary(max_size=300))
@examples(0.3)
def test_no_bytes_are_fatal(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    for kind in KINDS:
        path = folder / f"any.{kind}"
        path.write_bytes(raw)
        assert why_not(path)
