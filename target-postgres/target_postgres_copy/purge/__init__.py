"""Deletes what is kept of somebody, in every table that this pipeline made."""
