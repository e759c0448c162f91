"""Who may come in: the random token in the address, and the names this server answers to."""

from __future__ import annotations

import ipaddress
import platform
import re
import secrets
from dataclasses import dataclass, field

_HOST = re.compile(r"(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9._-]{1,253}))(?::[0-9]{1,5})?")


@dataclass(frozen=True)
class Access:
    """What a request is checked against before anything else is done with it."""

    host: str
    """The address or name that is listened on, such as 127.0.0.1."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """What nobody can guess: 32 random bytes, as text that fits in an address."""

    @property
    def is_loopback(self) -> bool:
        """Whether only this computer can reach it."""
        return is_loopback(self.host)

    def opens_for(self, given: str) -> bool:
        """Whether this is the token; takes as long for a wrong one as for a nearly right one."""
        return secrets.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def knows(self, named: str) -> bool:
        """Whether the Host header names this server, and not a site that points to it.

        A page of a stranger can let its own name lead to this computer (DNS rebinding). Its
        requests then carry that name; an address in numbers cannot be bent like that.
        """
        name = named_host(named)
        if not name:
            return False
        if self.is_loopback:
            return is_loopback(name)
        names = {self.host.lower(), platform.node().lower(), "localhost"}
        return _address(name) is not None or name in names

    def is_own(self, origin: str, named: str) -> bool:
        """Whether a page of this very server asks, by its Origin and Host headers."""
        return secrets.compare_digest(
            origin.lower().encode("utf-8", "replace"), f"http://{named}".lower().encode()
        )


def is_loopback(host: str) -> bool:
    """Whether this is an address or a name of the computer itself, for itself."""
    address = _address(host)
    return host.lower() == "localhost" if address is None else address.is_loopback


def named_host(header: str) -> str:
    """The name in a Host header, without port and brackets; empty where it is none."""
    found = _HOST.fullmatch(header.strip().lower())
    return (found[1] or found[2]) if found else ""


def bracketed(host: str) -> str:
    """A host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
