"""Singer target that loads Postgres at COPY speed, exactly."""
