"""A synthetic tree, and the way to the simulator's company, for trying all out."""
