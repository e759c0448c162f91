"""The controls that answers are given with."""
