"""What is set: the table for people, its typed form, and where values come from."""
