"""Plan the introduction of an evidence-based practice before it starts."""

__version__ = "0.1.0"
