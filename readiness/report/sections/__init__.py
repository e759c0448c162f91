"""The sections of the strategy document, each from a plan to blocks."""
