"""What is complete, and how that is kept from one sync to the next."""
