"""From the start of the process to a page that takes a question, beside `streamlit hello`.

Both are started in turn; a websocket client asks for the page as soon as the server answers. Ours
is done when the line to type in is there, theirs when the first script run has finished. The first
round compiles and fills the data folder and is not counted: a warm start is what people wait for.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import websocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.harness import COACH, ROOT, environment, free_port, verdict

BIN = Path(sys.executable).parent
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 7
BAR = 1.5


def is_finished(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "script_finished"


def takes_a_question(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "delta" and (
        message.delta.new_element.WhichOneof("type") == "chat_input"
        and not message.delta.new_element.chat_input.disabled
    )


def seconds(
    command: list[str], port: int, env: dict[str, str], done: Callable[[ForwardMsg], bool]
) -> float:
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        connection = _connect(port, process)
        message = BackMsg()
        message.rerun_script.query_string = ""
        connection.send_binary(message.SerializeToString())
        while True:
            reply = ForwardMsg()
            reply.ParseFromString(connection.recv())
            if done(reply):
                return time.perf_counter() - started
    finally:
        process.terminate()
        process.wait(20)


def _connect(port: int, process: subprocess.Popen[bytes]) -> websocket.WebSocket:
    while process.poll() is None:
        try:
            address = f"ws://127.0.0.1:{port}/_stcore/stream"
            return websocket.create_connection(address, timeout=30, subprotocols=["streamlit"])
        except (ConnectionError, websocket.WebSocketException):
            time.sleep(0.01)
    raise SystemExit("the server ended before it answered")


def main() -> int:
    """Print the medians; end with 1 where the bar is missed."""
    ports = free_port(), free_port()
    with tempfile.TemporaryDirectory() as data:
        env = environment(Path(data))
        flags = [
            f"--server.port={ports[1]}",
            "--server.address=127.0.0.1",
            "--server.headless=true",
        ]
        ours = [*COACH, "serve", "--port", str(ports[0])]
        theirs = [str(BIN / "streamlit"), "hello", *flags, "--browser.gatherUsageStats=false"]
        rows: list[tuple[float, float]] = []
        for _ in range(ROUNDS + 1):
            mine = seconds(ours, ports[0], env, takes_a_question)
            rows.append((mine, seconds(theirs, ports[1], env, is_finished)))
    rows = rows[1:]  # the first one compiles
    mine, hello = (statistics.median(column) for column in zip(*rows, strict=True))
    ratio = statistics.median(a / b for a, b in rows)
    print(f"start to a page that takes a question, median of {ROUNDS} warm starts, in turn")
    print(f"| coach serve | {mine:.2f} s |\n| streamlit hello | {hello:.2f} s |")
    print(f"| ratio | {ratio:.2f} (bar {BAR}): {verdict(ratio, BAR)} |")
    return 0 if ratio <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
