"""The commands beside the sync."""
