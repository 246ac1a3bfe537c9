"""Windows, read until nothing is missing: the proof lives here and nowhere else."""
