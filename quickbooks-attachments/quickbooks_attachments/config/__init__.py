"""What is set: the tables for people, and their typed forms."""
