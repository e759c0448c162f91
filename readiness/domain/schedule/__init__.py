"""What is to be done and when: actions, dates, proposals and what comes next."""
