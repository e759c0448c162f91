"""A form drawn as lines: what a person answers, and the one box in which they type."""
