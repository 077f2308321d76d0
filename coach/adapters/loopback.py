"""What runs on this very machine: whether an address means it, and a quick look at it."""

from __future__ import annotations

import http.client
import ipaddress
import json
import threading
from typing import Any
from urllib.parse import urlsplit

LONGEST_ANSWER = 1_000_000  # bytes that are read of a list of models


def is_loopback(host: str) -> bool:
    """Return whether `host` can only be this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def get_json(url: str, seconds: float) -> Any:
    """Return the JSON at a loopback address, `None` where it does not come within `seconds`.

    Any other address is not asked at all.
    """
    host = urlsplit(url).hostname or ""
    if not is_loopback(host):
        return None
    found: list[Any] = []
    # A thread, because a name's look-up and a server that drips have no time limit of their own.
    asking = threading.Thread(target=lambda: found.append(_get(url, seconds)), daemon=True)
    asking.start()
    asking.join(seconds)
    return found[0] if found else None


def _get(url: str, seconds: float) -> Any:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    try:
        connection = kind(parts.hostname or "", parts.port, timeout=seconds)
        try:
            connection.request("GET", parts.path, headers={"Accept": "application/json"})
            answer = connection.getresponse()
            return json.loads(answer.read(LONGEST_ANSWER)) if answer.status == 200 else None
        finally:
            connection.close()
    except (OSError, ValueError, http.client.HTTPException):
        return None
