"""A record's values become a row of COPY."""
