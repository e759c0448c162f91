"""What was said: the plan, its answers, people and rows, and how they are read."""
