"""The facilitator's papers: what a workshop needs on paper, made of its file and the template."""
