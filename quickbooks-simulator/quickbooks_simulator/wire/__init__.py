"""The accounting API over HTTP: a request in, an answer, a fault or a break out."""
