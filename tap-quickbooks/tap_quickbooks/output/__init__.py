"""Events become lines: records, states, and what people are told."""
