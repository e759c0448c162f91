"""The plan as plain questions and answers, line by line: for screen readers, pipes and scripts."""
