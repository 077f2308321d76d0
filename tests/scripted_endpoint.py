"""An OpenAI-compatible model server on loopback that does what it is told, faults included.

In a test: `with ScriptedEndpoint(Script(text="Meet weekly.")) as endpoint: ... endpoint.url`.
By hand, for benches and a look at the page:
`python -m tests.scripted_endpoint --port 8099 --first 0.3 --rate 50 --words 200`.
One thread and one event loop serve every stream: a hundred at fifty words a second take about a
quarter of a core.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import threading
from contextlib import suppress
from typing import Any

from tests.scripted_answers import (
    Fault,
    Request,
    Script,
    completion,
    error,
    listing,
    schedule,
    structure,
)

__all__ = ["Fault", "Request", "Script", "ScriptedEndpoint", "error"]


class ScriptedEndpoint:
    """The server. Each request takes the next script; the last one serves all that follow.

    `requests` are those so far; `hung_up` counts answers whose reader left before the end;
    `supports` are the kinds of structured output it takes (others get the error `refusal`);
    `models` is what `/models` and Ollama's `/api/tags` list.
    """

    def __init__(
        self,
        *scripts: Script,
        port: int = 0,
        supports: tuple[str, ...] = ("json_schema", "tools", "json_object"),
        models: tuple[str, ...] = ("scripted",),
        refusal: int = 400,
    ) -> None:
        self.scripts = list(scripts) or [Script()]
        self.supports = supports
        self.models = models
        self.refusal = refusal
        self.requests: list[Request] = []
        self.hung_up = 0
        self.delay = 0.0  # of `/models` and `/api/tags`
        self._port = port
        self._writers: set[asyncio.StreamWriter] = set()
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> ScriptedEndpoint:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def port(self) -> int:
        return self._port

    @property
    def url(self) -> str:
        """The base address a client is given."""
        return f"http://127.0.0.1:{self._port}/v1"

    def play(self, *scripts: Script) -> None:
        """Answer what comes from now on by these scripts."""
        self.scripts = list(scripts)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        serving = asyncio.start_server(self._serve, "127.0.0.1", self._port, backlog=512)
        server = self._loop.run_until_complete(serving)
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._hang_up(server))
        self._loop.close()

    async def _hang_up(self, server: asyncio.Server) -> None:
        """Drop every connection: one that is left open would be warned of in some later test.

        The door closes only when whoever is being let in has come in: asyncio loses them else.
        """
        for listening in server.sockets:
            self._loop.remove_reader(listening.fileno())
        await asyncio.sleep(0.001)
        server.close()
        for writer in self._writers:
            writer.transport.abort()
        if tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(tasks, timeout=5)
        await asyncio.sleep(0.001)  # transports close in the next round of the loop

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while await self._answer(reader, writer):
                pass
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; return whether the connection may take another."""
        request = await _read(reader)
        if not request.path.endswith("/chat/completions"):
            await asyncio.sleep(self.delay)
            await _send_json(writer, 200, listing(request.path, self.models))
            return True
        self.requests.append(request)
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        asked = structure(request.body)
        if asked and asked not in self.supports:
            script = error(self.refusal, f"{asked} is not supported")
        if script.status != 200:
            await _send_json(writer, script.status, script.body, script.headers)
            return True
        if not request.body.get("stream"):
            if script.fault is Fault.HANG:
                return await self._wait_for_hang_up(reader)
            await asyncio.sleep(script.first)
            await _send_json(writer, 200, completion(request, script, asked))
            return True
        return await self._stream(request, script, reader, writer)

    async def _stream(
        self,
        request: Request,
        script: Script,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> bool:
        if script.fault is Fault.HANG:
            return await self._wait_for_hang_up(reader)
        _send_head(
            writer, 200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"}
        )
        if script.fault is Fault.EMPTY_BODY:
            writer.write(b"0\r\n\r\n")
            return False
        for at, event in schedule(request, script, self._loop.time()):
            if (wait := at - self._loop.time()) > 0.001:
                await asyncio.sleep(wait)
            if reader.at_eof() or writer.is_closing():
                self.hung_up += 1
                return False
            _send_event(writer, event, script.newline)
        await writer.drain()
        if script.fault is Fault.STALL:
            return await self._wait_for_hang_up(reader)
        if script.fault is Fault.CUT:
            writer.transport.abort()
            return False
        writer.write(b"0\r\n\r\n")
        return True

    async def _wait_for_hang_up(self, reader: asyncio.StreamReader) -> bool:
        while not reader.at_eof():
            await asyncio.sleep(0.01)
        self.hung_up += 1
        return False


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:])}
    body = await reader.readexactly(int(headers.get("content-length") or 0))
    return Request(head[0].split()[1], headers, json.loads(body) if body else {})


def _send_head(writer: asyncio.StreamWriter, status: int, headers: dict[str, str]) -> None:
    lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in headers.items())]
    writer.write("\r\n".join([*lines, "", ""]).encode())


async def _send_json(
    writer: asyncio.StreamWriter,
    status: int,
    body: dict[str, Any] | str,
    headers: dict[str, str] | None = None,
) -> None:
    data = (body if isinstance(body, str) else json.dumps(body)).encode()
    kind = "text/html" if isinstance(body, str) else "application/json"
    length = {"Content-Type": kind, "Content-Length": str(len(data))}
    _send_head(writer, status, length | (headers or {}))
    writer.write(data)
    await writer.drain()


def _send_event(writer: asyncio.StreamWriter, event: str, newline: str) -> None:
    data = f"data: {event}{newline}{newline}".encode()
    writer.write(b"%x\r\n%b\r\n" % (len(data), data))


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--first", type=float, default=0.3, help="seconds to the first word")
    parser.add_argument("--rate", type=float, default=50, help="words a second")
    parser.add_argument("--words", type=int, default=200)
    given = parser.parse_args()
    script = Script(first=given.first, rate=given.rate, words=given.words)
    with ScriptedEndpoint(script, port=given.port), suppress(KeyboardInterrupt):
        threading.Event().wait()


if __name__ == "__main__":
    main()
