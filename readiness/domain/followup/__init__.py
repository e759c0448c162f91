"""After the start: what the records say, how sure that is, and what is due."""
