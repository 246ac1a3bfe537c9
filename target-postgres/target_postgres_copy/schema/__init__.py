"""What a JSON Schema asks for: column types, and checks of records."""
