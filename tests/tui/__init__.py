"""What a person does at the terminal program, and what is in the plan afterwards."""
