"""The run log: what was tried and what became of it, one run at a time."""
