"""What is asked of QuickBooks, and how its answers about attachments are read."""
