"""What is this machine itself: there plain HTTP is safe, and no proxy is asked."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address


def is_loopback(host: str | None) -> bool:
    """Whether a host's name or address never leaves this machine."""
    name = (host or "").lower().rstrip(".").strip("[]")
    if name == "localhost":
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_loopback
