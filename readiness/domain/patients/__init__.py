"""How many patients there will be: the funnel, and how much of the need is met."""
