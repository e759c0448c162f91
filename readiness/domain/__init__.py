"""What is asked, what was said, and what follows from it: pure data and pure functions."""
