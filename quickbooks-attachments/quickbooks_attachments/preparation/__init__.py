"""Before an upload: inventory, mapping and verification, kept in a working file."""
