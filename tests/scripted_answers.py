"""What the scripted model server says: scripts, faults, and answers out of the request itself."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

_PASSAGE = re.compile(r'<passage-(\w+) n="(\d+)">\n[^\n]*\n(.*?)\n</passage-\1>', re.DOTALL)
_SENTENCE = re.compile(r"(?<![\w\"'])[A-Z][^.!?|*#\[\]\n\"]{30,300}[.!?](?=\s|$)")
_QUESTION = re.compile(r"<question-(\w+)>\n(.*?)\n</question-\1>", re.DOTALL)
_GENERAL = "Begin with one short talk between the two of you, and agree on the next one."


class Fault(StrEnum):
    """What goes wrong; those of a stream come after `Script.after` words."""

    NONE = ""
    HANG = "takes the request and says nothing"
    STALL = "stops sending in the middle"
    CUT = "breaks the connection in the middle"
    SILENT_END = "ends in the middle as if it were the end, without a finish reason"
    ERROR_EVENT = "sends an error as an event"
    BROKEN_EVENT = "sends an event that is no JSON"
    ODD_EVENT = "sends an event that is JSON of no known shape"
    EMPTY = "ends without a word"
    EMPTY_BODY = "answers 200 with no body at all"
    LENGTH = "stops at its longest length"


@dataclass(frozen=True)
class Script:
    """How one request is answered.

    `text` empty: sentences of the passages in the request, each with its number, `words` long.
    `first` is the delay of the first word in seconds, `rate` words a second (0: at once).
    `status` other than 200 answers with that error; `body` is then sent as it is. `in_words`:
    asked to call a tool, it writes into its message instead.
    """

    text: str = ""
    words: int = 60
    first: float = 0.0
    rate: float = 0.0
    fault: Fault = Fault.NONE
    after: int = 3
    status: int = 200
    body: dict[str, Any] | str = ""
    headers: dict[str, str] = field(default_factory=dict)
    usage: bool = True
    newline: str = "\n"
    in_words: bool = False


def error(status: int, message: str, code: str = "", **more: Any) -> Script:
    """A script that answers with an error as OpenAI words it."""
    body = {"error": {"message": message, "type": "error", "code": code or None, **more}}
    return Script(status=status, body=body)


@dataclass
class Request:
    """What a client sent."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def prompt(self) -> str:
        """All messages as one text."""
        return "\n\n".join(str(m["content"]) for m in self.body.get("messages", []))


def schedule(request: Request, script: Script, now: float) -> Iterator[tuple[float, str]]:
    """Yield each event of an answer with the time it is due."""
    model = json.dumps(request.body.get("model", "scripted"))
    head = f'{{"id":"c1","object":"chat.completion.chunk","created":1,"model":{model},"choices":'
    yield (
        now,
        head + '[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}',
    )
    words = [] if script.fault is Fault.EMPTY else re.findall(r"\S+\s*", _text(request, script))
    if script.fault not in (Fault.NONE, Fault.EMPTY):
        words = words[: script.after]
    at = now + script.first
    delta = _delta if _tool(request) is None or script.in_words else _arguments
    for n, word in enumerate(words):
        piece = json.dumps(delta(request, word, n))
        yield at, f'{head}[{{"index":0,"delta":{piece},"finish_reason":null}}]}}'
        at += 1 / script.rate if script.rate else 0
    yield from ((at, event) for event in _ending(request, script, head))


def _tool(request: Request) -> str | None:
    """Return the name of the tool a request wants called."""
    tools = request.body.get("tools")
    return tools[0]["function"]["name"] if tools else None


def _delta(request: Request, word: str, n: int) -> dict[str, Any]:
    return {"content": word}


def _arguments(request: Request, word: str, n: int) -> dict[str, Any]:
    first = {"id": "1", "type": "function"} if n == 0 else {}
    function = {"name": _tool(request)} if n == 0 else {}
    return {"tool_calls": [{"index": 0, **first, "function": {**function, "arguments": word}}]}


def _ending(request: Request, script: Script, head: str) -> Iterator[str]:
    """Yield the events after the last word, as the fault has them."""
    match script.fault:
        case Fault.STALL | Fault.CUT | Fault.SILENT_END:
            return
        case Fault.ERROR_EVENT:
            yield '{"error":{"message":"the engine died","type":"server_error","code":500}}'
            return
        case Fault.BROKEN_EVENT:
            yield head + '[{"index":0,"delta":{"content":"and th'
            return
        case Fault.ODD_EVENT:
            yield '{"choices":[{"delta":7}]}'
            return
    reason = "length" if script.fault is Fault.LENGTH else "stop"
    yield f'{head}[{{"index":0,"delta":{{}},"finish_reason":"{reason}"}}]}}'
    if script.usage and (request.body.get("stream_options") or {}).get("include_usage"):
        yield f'{head}[],"usage":{json.dumps(_usage(request, script))}}}'
    yield "[DONE]"


def _text(request: Request, script: Script) -> str:
    if structure(request.body):
        return script.text or '{"ready": true}'
    return script.text or from_passages(request.prompt, script.words) or reply_to(request.prompt)


def _usage(request: Request, script: Script) -> dict[str, int]:
    prompt, words = len(request.prompt) // 4, len(_text(request, script).split())
    return {"prompt_tokens": prompt, "completion_tokens": words, "total_tokens": prompt + words}


def structure(body: dict[str, Any]) -> str:
    """Return the kind of structured output a request asks for."""
    return "tools" if body.get("tools") else (body.get("response_format") or {}).get("type", "")


def completion(request: Request, script: Script, asked: str) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": _text(request, script)}
    if asked == "tools" and not script.in_words:
        call = {"name": _tool(request), "arguments": message["content"]}
        message |= {
            "content": None,
            "tool_calls": [{"id": "1", "type": "function", "function": call}],
        }
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    shape = {"id": "c1", "object": "chat.completion", "created": 1, "model": "scripted"}
    return shape | {"choices": [choice], "usage": _usage(request, script)}


def listing(path: str, models: tuple[str, ...]) -> dict[str, Any]:
    if path.endswith("/api/tags"):
        family = {"details": {"family": "llama"}}
        embedding = {"details": {"family": "bert"}}
        return {"models": [{"name": m} | (embedding if "embed" in m else family) for m in models]}
    return {"object": "list", "data": [{"id": m, "object": "model"} for m in models]}


def from_passages(prompt: str, words: int) -> str:
    """Return about `words` words: a sentence of each passage in turn, word for word, numbered.

    Empty where the prompt holds no passage.
    """
    found = {int(n): _SENTENCE.findall(text) for _, n, text in _PASSAGE.findall(prompt)}
    rounds = itertools.zip_longest(*([(n, s) for s in found[n]] for n in sorted(found)))
    sentences, count = [], 0
    for n, sentence in (item for items in rounds for item in items if item is not None):
        if count >= words:
            break
        sentences.append(f"{sentence[:-1]} [{n}]{sentence[-1]}")
        count += len(sentence.split())
    return " ".join(sentences)


def reply_to(prompt: str) -> str:
    """Return an answer without a source; asked for a search line, the question as it stands."""
    asked = _QUESTION.search(prompt)
    if "English for a search" in prompt and asked:
        return asked[2]
    return _GENERAL
