"""Who may come in."""

import platform

import pytest

from readiness.web.access import Access, bracketed, is_loopback

HERE = Access("127.0.0.1", "right-token")


@pytest.mark.parametrize(
    ("named", "is_known"),
    [
        ("127.0.0.1:8000", True),
        ("127.0.0.1", True),
        ("LOCALHOST:9000", True),
        ("[::1]:8000", True),
        ("stranger.example:8000", False),
        ("127.0.0.1.stranger.example", False),
        ("10.0.0.5:8000", False),
        ("127.0.0.1:8000; script-src *", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_only_names_of_this_computer_are_answered_to(named: str, is_known: bool) -> None:  # noqa: FBT001
    assert HERE.knows(named) is is_known


def test_when_others_may_come_addresses_and_the_own_name_are_answered_to() -> None:
    access = Access("0.0.0.0")  # noqa: S104
    assert not access.is_loopback
    assert access.knows("10.0.0.5:8000")
    assert access.knows(f"{platform.node()}:8000")
    assert not access.knows("stranger.example:8000")
    assert Access("plans.example").knows("plans.example")


@pytest.mark.parametrize("given", ["", "right-toke", "right-token ", "RIGHT-TOKEN", "\udcff", "é"])
def test_nothing_but_the_token_opens(given: str) -> None:
    assert not HERE.opens_for(given)
    assert HERE.opens_for("right-token")


def test_tokens_are_long_and_never_the_same_and_never_shown() -> None:
    tokens = {Access("127.0.0.1").token for _ in range(20)}
    assert len(tokens) == 20
    assert all(len(token) >= 43 for token in tokens)
    assert "right-token" not in repr(HERE)


@pytest.mark.parametrize(
    ("origin", "is_own"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://localhost:8000", False),
        ("http://127.0.0.1:3000", False),
        ("https://127.0.0.1:8000", False),
        ("null", False),
        ("http://127.0.0.1:8000\udcff", False),
        ("http://stranger.example", False),
    ],
)
def test_only_its_own_page_may_ask(origin: str, is_own: bool) -> None:  # noqa: FBT001
    assert HERE.is_own(origin, "127.0.0.1:8000") is is_own


def test_loopback_is_known_in_both_kinds_of_address() -> None:
    assert is_loopback("::1")
    assert is_loopback("127.8.8.8")
    assert not is_loopback("192.168.1.2")
    assert not is_loopback("plans.example")
    assert bracketed("::1") == "[::1]"
    assert bracketed("127.0.0.1") == "127.0.0.1"
