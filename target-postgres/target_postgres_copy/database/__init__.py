"""The way to Postgres: connections, tables and what they are named."""
