"""What all the rest speaks of: files to attach, what became of them, names, errors."""
