"""The terminal program: it shows a session and passes on what a person does."""
