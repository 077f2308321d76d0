"""A server of embeddings on loopback that remembers what it was asked."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@contextlib.contextmanager
def serving() -> Iterator[EmbeddingEndpoint]:
    """Run the server until the block ends."""
    with EmbeddingEndpoint() as endpoint:
        thread = threading.Thread(target=endpoint.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield endpoint
        finally:
            endpoint.shutdown()
            thread.join()


def elsewhere(url: str) -> str:
    """Return the address of a server on loopback under a name that stands for another machine.

    The kernel takes 0.0.0.0 for this machine; the coach doesn't, so it treats it as remote.
    """
    return url.replace("127.0.0.1", "0.0.0.0")


class EmbeddingEndpoint(ThreadingHTTPServer):
    """Answers each text with a vector made of its length; remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.status = 200
        self.body: str | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def texts(self) -> list[str]:
        """Every text that arrived."""
        return [text for asked in self.asked for text in asked["input"]]


class _Handler(BaseHTTPRequestHandler):
    server: EmbeddingEndpoint

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        self.server.keys.append(self.headers.get("Authorization", ""))
        rows = [
            {"object": "embedding", "index": i, "embedding": [3.0, 4.0 * len(text)]}
            for i, text in enumerate(asked["input"])
        ]
        answer = {"object": "list", "model": asked["model"], "data": rows[::-1]}
        body = json.dumps(answer) if self.server.body is None else self.server.body
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
