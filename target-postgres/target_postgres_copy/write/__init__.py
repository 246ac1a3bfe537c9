"""Batches over all streams: collected, committed, and what became of each record."""
