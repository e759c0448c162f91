"""A letter answers a choice only where the choice shows that letter."""

from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.domain.kinds.registry import kind_of
from readiness.storage.languages import LANGUAGES, speak_in
from readiness.storage.templates import Library
from readiness.tui.form.blocks import letters
from tests.tui.person import at

pytestmark = pytest.mark.no_cover
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ({"yes": "Yes", "partly": "Partly", "no": "No", "not sure": "Not sure"}, "y p n s"),
        ({"not sure": "Not sure", "no": "No"}, "s n"),
        ({"a": "Nurses", "no": "No"}, "u n"),
        ({"a": "Every week", "b": "Every two weeks", "c": "Every month"}, "e t m"),
        ({"a": "2-3 times", "b": "T", "c": "T", "d": "7"}, "t - - -"),
        ({"a": "Ærlig", "b": "Åpen", "c": "Éa"}, "æ å a"),
        ({"yes": "Yes", "no": "None, nothing yet", "b": "Nightly"}, "y n i"),
        ({"a": "One", "not sure": "Not sure", "not applicable": "Not applicable"}, "o s a"),
        ({}, ""),
    ],
)
def test_each_word_has_a_letter_of_its_own_or_none(words: dict[str, str], given: str) -> None:
    found = letters(words)
    assert " ".join(found.get(word, "-") for word in words) == given


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_choice_of_every_template_shows_each_letter_once(code: str) -> None:
    speak_in(code)
    library, seen = Library(), 0
    for listing in library.listings():
        for item in library.load(listing.id).items.values():
            every = (*item.parts.values(), *item.row_parts.values(), *item.person_parts.values())
            for part in every:
                if part.kind not in ("ynp", "choice", "choices"):
                    continue
                words = kind_of(part).offers(part, item.no_label, is_item=True)
                given = letters(words)
                assert len(set(given.values())) == len(given)
                assert all(given[word] in words[word].casefold() for word in given)
                assert given.get("no", "n") == "n"
                assert "n" not in (given.get("not sure"), given.get("not applicable"))
                seen += len(given)
    assert seen > 200


def test_a_word_of_an_earlier_version_takes_no_letter_of_the_others() -> None:
    words = {"a": "Yes", "not sure": "Not sure"}
    assert letters({**words, "b": "Nowhere so far"}) == {**letters(words), "b": "n"}


async def test_the_letters_that_are_shown_answer_and_no_other_does(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One letter after another, as a person chooses; in one go they would be prose.
    monkeypatch.setattr("readiness.tui.form.choice.TOGETHER", 0.0)
    async with at(empty, state) as person:
        await person.answer("SEL-01")
        assert person.sees(
            "1 Yes (y)", "2 Partly (p)", "3 Nothing is written yet (n)", "4 Not sure (s)"
        )
        for letter, said in (("p", "partly"), ("N", "no"), ("s", "not sure"), ("Y", "yes")):
            await person.press(letter)
            assert empty.plan.answer("SEL-01").parts == {"value": said}
        shown = {"y", "p", "n", "s", "a"}
        for letter in sorted({*LETTERS} - shown):
            await person.press(letter)
            assert person.item == "SEL-01"
            assert empty.plan.answer("SEL-01").parts == {"value": "yes"}


async def test_a_letter_that_begins_a_word_and_is_not_shown_moves_nothing(
    empty: Session, state: Path
) -> None:
    """Before, a letter that several answers began with led from one to the next."""
    async with at(empty, state) as person:
        await person.answer("SEL-01", "down")
        await person.press("o", "enter")
    assert empty.plan.answer("SEL-01").parts == {"value": "partly"}
