"""What lets the pipeline be tried on one machine: a real Postgres without Docker."""
