"""What every side speaks: JSON, instants, the clock, switches and faults."""
