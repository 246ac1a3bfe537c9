"""The control API below ``/_sim/``, by which a test turns everything."""
