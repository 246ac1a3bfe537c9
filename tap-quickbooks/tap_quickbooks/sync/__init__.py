"""One company, from its bookmarks to events."""
