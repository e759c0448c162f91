"""Which links are links."""

import pytest

from readiness.report.document import Run, Source, plain_words
from readiness.report.links import doi_address, source_runs, web_address


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:lead@example.org", "mailto:lead@example.org"),
        ("https://example.org/møte", "https://example.org/m%C3%B8te"),
        ("https://example.org/%20", "https://example.org/%20"),
    ],
)
def test_sound_addresses_are_followed(link: str, address: str) -> None:
    assert web_address(link) == address


@pytest.mark.parametrize(
    "link",
    [
        "", "example.org", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
        "ftp://example.org", "//example.org", " https://example.org", "https://exa mple.org",
        "https://bank.example@elsewhere.example/", "https://", "https:///path", "https://:80/",
        "https://example.org:port/", "https://example.org:99999/", "https://example.org/%zz",
        'https://example.org/"onclick=', "https://example.org/<b>", "https://[::1]/", "mailto:",
        "https://example.org/\u202egpj", "https://example.org/\n", "java\tscript:alert(1)",
        "https://\u2100.example/",
    ],
)  # fmt: skip
def test_everything_else_is_text(link: str) -> None:
    assert web_address(link) == ""


def test_a_doi_is_linked_once_wherever_it_stands() -> None:
    address = "https://doi.org/10.1000/182"
    within = source_runs(Source("a", 1, "Report. doi:10.1000/182.", "10.1000/182"))
    assert within == (Run("Report. doi:"), Run("10.1000/182", link=address), Run("."))
    beside = source_runs(Source("a", 1, "Report.", "10.1000/182"))
    assert plain_words(beside) == "Report. doi:10.1000/182"
    assert beside[1].link == address
    assert source_runs(Source("a", 1, "Report.")) == (Run("Report."),)


def test_an_old_doi_with_brackets_leads_where_it_should() -> None:
    old = "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"
    assert "(SICI)1097-0258" in doi_address(old)
    assert "%3C1661::AID" in doi_address(old)
    assert (
        doi_address("10.1/x")
        == doi_address("doi:10.1000/182")
        == doi_address("10.1000/\u202e")
        == ""
    )
