"""HTTP and wire: what is asked of QuickBooks, and what its answers say."""
