"""A local QuickBooks Online over HTTP, for demos, tests and benchmarks."""
