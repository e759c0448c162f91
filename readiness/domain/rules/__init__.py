"""What follows from the answers: facts, flags, and the state of each item and area."""
