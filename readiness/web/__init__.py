"""One plan in a browser on the same computer, through textual-serve."""
