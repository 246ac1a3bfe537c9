"""The books of a company and the rules of QuickBooks, without HTTP."""
