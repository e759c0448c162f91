"""What is done with an open plan: it is changed, saved, and kept safe."""
