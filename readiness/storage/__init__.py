"""Plans, templates and what is remembered between sittings, as files."""
