"""The public tap-quickbooks of PyPI, its two addresses turned to a local QuickBooks.

It has no setting for them. Run with the Python of its own environment:

    QBO_URL=http://127.0.0.1:8000 python public_tap.py --config … --catalog …
"""

import os

import tap_quickbooks
from tap_quickbooks import client

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"  # the address is this machine's
client.PROD_ENDPOINT_BASE = os.environ["QBO_URL"]
client.TOKEN_REFRESH_URL = os.environ["QBO_URL"] + "/oauth2/v1/tokens/bearer"

if __name__ == "__main__":
    tap_quickbooks.main()
