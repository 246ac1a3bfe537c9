"""OAuth 2.0 over HTTP: the consent page and the endpoints of tokens."""
