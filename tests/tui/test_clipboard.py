"""What is copied is said, and where the terminal lets no program copy."""

import pytest

from readiness.tui.clipboard import is_deaf


@pytest.mark.parametrize(
    ("environment", "deaf"),
    [
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"VTE_VERSION": "7006"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, False),
        ({"WT_SESSION": "1"}, False),
        ({}, False),
    ],
)
def test_terminals_that_know_no_copying_are_known(
    environment: dict[str, str], *, deaf: bool
) -> None:
    assert is_deaf(environment) is deaf
