"""Documents made from a plan."""
