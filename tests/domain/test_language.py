"""The language the program speaks can change while it runs."""

from gettext import NullTranslations

import pytest

from readiness.i18n.language import N_, Words, _, in_english, language, n_, speak


class Shouting(NullTranslations):
    """A language that is easy to see."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper()


def test_without_a_catalogue_the_words_of_the_code_are_said() -> None:
    assert language() == "en"
    assert _("two weeks") == "two weeks"


def test_a_switch_reaches_words_that_were_kept_in_a_table() -> None:
    kept = N_("two weeks")
    speak("xx", Shouting())
    assert language() == "xx"
    assert _(kept) == "TWO WEEKS"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "{n} week"), (2, "{n} weeks"), (0, "{n} weeks"), (1.5, "{n} weeks")]
)
def test_a_count_is_said_as_the_language_counts(count: float, words: str) -> None:
    assert n_("{n} week", "{n} weeks", count) == words


def test_a_table_of_words_is_said_when_it_is_looked_into() -> None:
    kept = Words({"a": N_("two weeks")})
    assert (list(kept), len(kept), kept["a"]) == (["a"], 1, "two weeks")
    speak("xx", Shouting())
    assert kept["a"] == "TWO WEEKS"
    with in_english():
        assert kept["a"] == "two weeks"
    assert language() == "xx"
