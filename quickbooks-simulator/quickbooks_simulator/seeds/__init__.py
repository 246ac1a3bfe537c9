"""Believable companies of any size, made from a seed."""
