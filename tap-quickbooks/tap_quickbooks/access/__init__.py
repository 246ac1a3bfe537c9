"""Tokens: kept, renewed under a lock, and sent to nobody else."""
