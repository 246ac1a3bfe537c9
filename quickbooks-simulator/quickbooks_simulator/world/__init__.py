"""What one simulator holds beside the books: tokens, limits, faults, the log."""
