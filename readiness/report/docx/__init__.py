"""The document as a Word file that can be edited."""
