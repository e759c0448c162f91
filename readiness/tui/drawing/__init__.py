"""Pictures made of letters: pure functions from the plan and a width to lines."""
