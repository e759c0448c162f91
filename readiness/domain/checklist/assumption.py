"""A number that the program reckons with, and what stands behind it."""

from readiness.domain.record import Record


class Assumption(Record):
    """A number the program reckons with: a default of the practice, or a threshold of the rules.

    Where `sources` is empty it is our default, and is shown as that. Where `value` is left out
    nobody has measured it for this practice: each service counts its own, and until it has,
    nothing is reckoned from it and no flag is raised.
    """

    label: str
    """What it is, in words that fit a table."""
    value: float | int | tuple[int, ...] | None = None
    """The number, or a list of months; None where the practice has none."""
    unit: str = ""
    """Its unit, e.g. minutes or share."""
    basis: str = ""
    """Where it comes from, in a few words."""
    sources: tuple[str, ...] = ()
    """Ids in the reference list; none means our default."""
    follows: str = ""
    """For a limit that is said for the usual period: the number of the practice that it grows and
    shrinks with where a plan's period is longer or shorter; `period_months` for a time."""

    @property
    def is_our_default(self) -> bool:
        """Whether no source stands behind it."""
        return not self.sources

    @property
    def number(self) -> float | None:
        """The value as one number (the first of a list); None where there is none."""
        value = self.value[0] if isinstance(self.value, tuple) else self.value
        return None if value is None else float(value)
