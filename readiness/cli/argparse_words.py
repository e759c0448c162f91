"""What argparse itself says, so that it can be said in our languages too.

The words are those of the Python that runs, so they stand here only to be translated.
"""

import argparse

from readiness.i18n.language import N_, _, n_

WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
)
"""Every message of argparse that our commands can lead to."""


def say_in_our_words() -> None:
    """Let argparse look its words up where we do; what is not there it says in English."""
    setattr(argparse, "_", _)  # noqa: B010 - its own name for that, which no stub tells
    setattr(argparse, "ngettext", n_)  # noqa: B010 - as above
