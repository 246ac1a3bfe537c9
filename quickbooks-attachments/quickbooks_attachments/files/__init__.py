"""Trees of files that are read, and files that are written here."""
