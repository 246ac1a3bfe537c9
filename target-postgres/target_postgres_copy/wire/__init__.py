"""Singer lines in: what a tap writes, as the bytes that came."""
