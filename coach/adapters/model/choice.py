"""Which language model writes, if any: by the settings, a key, or an Ollama on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from coach.adapters.loopback import get_json, is_loopback
from coach.adapters.model.author import CONTEXT
from coach.adapters.model.client import OPENAI

PATIENCE = 0.2  # seconds a server on this machine has to say what it holds
OLLAMA_CONTEXT = 4_096  # tokens; Ollama cuts longer prompts at the front without a word
_NO_CHAT = ("bert", "embed")  # in the names and families of models that only embed


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model to write with.

    `source` is `setting`, `key`, `address` or `ollama`: what decided. Text stays on this machine
    where `is_loopback`. `context` is the tokens that surely fit, prompt and answer together.
    """

    model: str
    base_url: str
    host: str
    is_loopback: bool
    source: str
    context: int = CONTEXT


def find_model(
    *, model: str, has_key: bool, base_url: str, default_model: str, ollama_url: str
) -> tuple[ModelChoice | None, str]:
    """Return the model the settings lead to, or `None`, and a sentence that says why.

    `model` is `auto`, `none` or a name. Asks only this machine, at most `PATIENCE` seconds.
    """
    if model == "none":
        return None, "Switched off by `COACH_MODEL=none`; the playbook answers."
    choice = (
        _configured(model, has_key, base_url, default_model)
        if base_url or has_key
        else _on_ollama(model, ollama_url)
    )
    if choice is not None:
        return choice, f"`{choice.model}` at {choice.host}, by {_BY[choice.source]}."
    if model == "auto":
        return None, "No key and no Ollama on this machine; the playbook answers."
    return None, f"No key, no address and no Ollama that has `{model}`; the playbook answers."


_BY = {
    "setting": "`COACH_MODEL`",
    "key": "the key in the settings",
    "address": "the address in the settings",
    "ollama": "the Ollama found on this machine",
}


def _configured(model: str, has_key: bool, base_url: str, default_model: str) -> ModelChoice:
    address = base_url.rstrip("/") or OPENAI
    host = urlsplit(address).hostname or address
    local = is_loopback(host)
    if model != "auto":
        return ModelChoice(model, address, host, local, "setting")
    listed = _names(get_json(f"{address}/models", PATIENCE), "data", "id") if local else []
    name = listed[0] if listed else default_model
    return ModelChoice(name, address, host, local, "key" if has_key else "address")


def _on_ollama(model: str, url: str) -> ModelChoice | None:
    address = url.rstrip("/")
    found = _names(get_json(f"{address}/api/tags", PATIENCE), "models", "name")
    if model != "auto":
        found = [name for name in found if model in (name, name.removesuffix(":latest"))]
    if not found:
        return None
    host = urlsplit(address).hostname or address
    source = "ollama" if model == "auto" else "setting"
    return ModelChoice(found[0], f"{address}/v1", host, True, source, OLLAMA_CONTEXT)


def _names(listing: Any, key: str, name: str) -> list[str]:
    """Return the names of the models in a listing that can hold a conversation."""
    models = listing.get(key) if isinstance(listing, dict) else None
    rows = [row for row in models if isinstance(row, dict)] if isinstance(models, list) else []
    return [str(row[name]) for row in rows if row.get(name) and not _only_embeds(row, name)]


def _only_embeds(row: dict[str, Any], name: str) -> bool:
    details = row.get("details")
    family = details.get("family") if isinstance(details, dict) else ""
    return any(word in f"{row[name]} {family}".lower() for word in _NO_CHAT)
