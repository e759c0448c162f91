"""One person's answers as one line: typed from paper, or pasted from a mail.

`P yypn?.yn- 47`: a letter for the role, one sign for each question in the order of the form (y yes,
p partly, n no, ? not sure, - not for me, . blank; a, b, c for options), and two check digits, which
a form works out and paper has not. They hold the workshop's id too, so that a line of another
workshop is noticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase
from typing import Literal

from readiness.domain.checklist.rater import ROLES
from readiness.domain.kinds.value import NO, NOT_APPLICABLE, NOT_SURE, PARTLY, YES
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import Said
from readiness.domain.ratings.workshop import Workshop
from readiness.domain.record import Record, Sealed, sealed

ROLE_LETTERS: Mapping[str, str] = dict(zip("LPSUAO", ROLES, strict=True))
"""Leader, practitioner, supervisor, user, level above, other."""

OTHER_LETTER = "O"
"""The letter of a role that the program does not know."""

SIGNS: Mapping[str, str] = {
    "y": YES,
    "j": YES,
    "p": PARTLY,
    "d": PARTLY,
    "n": NO,
    "?": NOT_SURE,
    "-": NOT_APPLICABLE,
}
"""The signs of answers that have no options; j and d are Norwegian."""

BLANK = "."
_CHECK = 97

LineFault = Literal["no role", "length", "sign", "check"]
"""What is wrong with a line: the role's letter, how many signs, a sign, or the check digits."""


class Wrong(Record, kw_only=False):
    """Why a line is not taken."""

    fault: LineFault
    at: int = 0
    """Which sign, from 1; of a length how many there are."""
    wanted: int = 0
    """How many signs there should be."""
    sign: str = ""
    """The sign that answers nothing."""
    asked: str = ""
    """The words of the question that the sign does not answer."""


class Line(Record, kw_only=False):
    """What a line says."""

    role: str
    said: Sealed[str, Said]


def letter_of(role: str) -> str:
    """The letter with which a role's line begins."""
    return next((one for one, name in ROLE_LETTERS.items() if name == role), OTHER_LETTER)


def asked_of(workshop: Workshop, questions: Mapping[str, Question], role: str) -> list[str]:
    """The questions of a role's form that a sign can answer, in their order."""
    return [
        item
        for item in workshop.asked_of(role)
        if item in questions and not questions[item].is_text
    ]


def check_digits(workshop: str, letter: str, signs: str) -> str:
    """Two digits that no slip of one sign or swap of two leaves as they are, as a rule."""
    whole = f"{workshop}{letter}{signs}"
    return f"{sum(n * ord(one) for n, one in enumerate(whole, 1)) % _CHECK:02}"


def read_line(text: str, workshop: Workshop, questions: Mapping[str, Question]) -> Line | Wrong:
    """What a line says, or what is wrong with it. Capitals and spaces do not count."""
    letter, *rest = text.split() or [""]
    role = ROLE_LETTERS.get(letter.upper(), "")
    if not role:
        return Wrong("no role")
    digits = rest.pop() if len(rest) > 1 and rest[-1].isdecimal() else ""
    signs = "".join(rest).lower()
    items = asked_of(workshop, questions, role)
    if len(signs) != len(items):
        return Wrong("length", len(signs), len(items))
    if digits and digits != check_digits(workshop.id, letter.upper(), signs):
        return Wrong("check")
    said = dict[str, Said]()
    for number, (item, sign) in enumerate(zip(items, signs, strict=True), 1):
        if sign == BLANK:
            continue
        value = _value(sign, questions[item])
        if value is None:
            return Wrong("sign", number, sign=sign, asked=questions[item].words)
        said[item] = Said(value=value, asked=workshop.asked[item].asked)
    return Line(role, sealed(said))


def _value(sign: str, question: Question) -> str | None:
    if question.options and sign not in "?-":
        place = ascii_lowercase.find(sign)
        options = list(question.options)
        return options[place] if 0 <= place < len(options) else None
    return SIGNS.get(sign)


def written_line(
    role: str, said: Mapping[str, Said], workshop: Workshop, questions: Mapping[str, Question]
) -> str:
    """Answers as a line, with its check digits; what a sign cannot say is left out."""
    letter = letter_of(role)
    items = asked_of(workshop, questions, role)
    signs = "".join(_sign(said.get(item), questions[item]) for item in items)
    return f"{letter} {signs} {check_digits(workshop.id, letter, signs)}"


def _sign(said: Said | None, question: Question) -> str:
    if said is None:
        return BLANK
    options = list(question.options)
    if said.value in options:
        return ascii_lowercase[options.index(str(said.value))]
    return next((sign for sign, value in SIGNS.items() if value == said.value), BLANK)
