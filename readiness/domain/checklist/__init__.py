"""What is asked: the template, its items, parts, rules and sources."""
