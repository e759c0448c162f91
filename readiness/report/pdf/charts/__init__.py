"""Charts, drawn as lines and shapes that can be read in black and white."""
