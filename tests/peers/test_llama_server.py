"""Against a server that knows nothing of us: llama-cpp-python's, on a model made here."""

from __future__ import annotations

import http.client
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest
from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor
from coach.adapters.model.choice import ModelChoice, find_model
from coach.adapters.model.probe import ModelProbe
from coach.domain.answers import Brief, Question
from coach.errors import AuthorError
from tests.fakes import MemoryEndpoints, hit

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-peers/bin/python"
CONTEXT = 8_192  # its tokens are single characters
BRIEF = Brief(Question("Who calls a new lead?"), (hit("Sales calls each lead within a day."),))


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """The base address of the running server."""
    folder = tmp_path_factory.mktemp("llama")
    model, log = folder / "tiny.gguf", folder / "log.txt"
    subprocess.run([PYTHON, ROOT / "tests/peers/tiny_model.py", model], check=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [PYTHON, "-m", "llama_cpp.server", "--model", model, "--host", "127.0.0.1"]
    command += ["--port", str(port), "--n_ctx", str(CONTEXT), "--n_threads", "1"]
    with log.open("w") as out, subprocess.Popen(command, stdout=out, stderr=out) as server:
        try:
            _wait(port, server, log)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            server.terminate()


def _wait(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/v1/models")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    pytest.fail("the server did not start:\n" + log.read_bytes().decode(errors="replace")[-2000:])


def _author(url: str, max_tokens: int = 40) -> ModelAuthor:
    return ModelAuthor("tiny", url, SecretStr(""), max_tokens=max_tokens)


def test_an_answer_streams_and_the_limit_is_kept(url: str):
    """This server reads `max_tokens` only, which the library renames unless told otherwise."""
    draft = _author(url).answer(BRIEF)
    pieces = list(draft)

    assert "".join(pieces).strip()
    assert draft.finish.reason in ("length", "stop")
    assert len("".join(pieces)) <= 40 * 8


def test_a_server_that_counts_no_tokens_in_a_stream_leaves_them_unknown(url: str):
    draft = _author(url).answer(BRIEF)
    list(draft)

    assert draft.finish.usage.completion is None


def test_a_stop_ends_a_long_answer_within_half_a_second(url: str):
    draft = _author(url, max_tokens=3_000).answer(BRIEF)
    stopped: list[float] = []

    def stop() -> None:
        stopped.append(time.monotonic())
        draft.cancel()

    pieces = iter(draft)
    next(pieces)
    threading.Timer(0.2, stop).start()
    for _ in pieces:
        pass
    if not stopped:
        pytest.fail("the answer ended before the stop")

    assert draft.finish.reason == "cancelled"
    assert time.monotonic() - stopped[0] < 0.5


def test_a_prompt_beyond_the_context_ends_in_an_error_not_in_silence(url: str):
    """This server answers 200 and breaks off: an empty answer must not pass for one."""
    author = ModelAuthor("tiny", url, SecretStr(""), context=60_000)
    long = Brief(Question("Who calls a new lead? " * 600), (hit("Sales calls. " * 300),))

    with pytest.raises(AuthorError):
        list(author.answer(long))


def test_the_same_question_fits_where_the_context_is_known(url: str):
    author = ModelAuthor("tiny", url, SecretStr(""), max_tokens=20, context=2_000)
    long = Brief(Question("Who calls a new lead? " * 600), (hit("Sales calls. " * 300),))

    assert "".join(author.answer(long)).strip()


def test_the_server_is_found_by_its_address_and_its_ability_by_trying(url: str):
    choice, _ = find_model(
        model="auto", has_key=False, base_url=url, default_model="x", ollama_url=""
    )
    assert isinstance(choice, ModelChoice)
    assert choice.model.endswith("tiny.gguf")
    probe = ModelProbe(choice, SecretStr(""), MemoryEndpoints())

    assert probe.health().works
    # It answers 500 to a JSON schema; tool calls it holds to by its grammar.
    assert probe.abilities() == {"structure": "tool call"}
