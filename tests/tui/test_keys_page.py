"""docs/keys.md is the program's own table of keys."""

from tests.tui.keys_page import PAGE, page


def test_the_page_of_keys_is_what_the_program_has() -> None:
    assert PAGE.read_text("utf-8") == page(), "nox -s screens -- --write renews it"
