"""The plan said in sentences: for the command line, beside an answer, in a search."""
