"""What is done to an open plan: one function an act, for the screens, `ask` and the commands."""
