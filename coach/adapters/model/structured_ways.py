"""The ways to make an endpoint answer in JSON, and how it says that it does not know one."""

from __future__ import annotations

from typing import Any

from coach.adapters.model.errors import is_passing, is_too_long

# In the order of trust: the endpoint holds to a schema, to a tool's arguments, to JSON at all.
SCHEMA, TOOL, JSON, NONE = "json_schema", "tool call", "JSON mode", "none"
WAYS = (SCHEMA, TOOL, JSON, NONE)
STRUCTURE = "structure"  # the name under which an endpoint's best way is remembered
_REFUSALS = (400, 422, 500, 501)  # llama.cpp says 500 to a schema


def asked_as(way: str, name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a request that asks for an object of that shape in that way."""
    match way:
        case "json_schema":
            shape = {"name": name, "schema": schema, "strict": True}
            return {"response_format": {"type": "json_schema", "json_schema": shape}}
        case "tool call":
            return {
                "tools": [{"type": "function", "function": {"name": name, "parameters": schema}}],
                "tool_choice": {"type": "function", "function": {"name": name}},
            }
        case "JSON mode":
            return {"response_format": {"type": "json_object"}}
    return {}


def is_unknown_way(exc: BaseException | None) -> bool:
    """Return whether this may be an endpoint's word for a kind of answer it doesn't know."""
    import openai

    if not isinstance(exc, openai.APIStatusError) or is_too_long(exc):
        return False
    # A gateway whose model has no such ability knows "no endpoint that supports" it.
    lacks = exc.status_code == 404 and "support" in str(exc).lower()
    return lacks or exc.status_code in _REFUSALS


def may_pass(exc: Exception) -> bool:
    """Return whether the same request may succeed in a moment, where another way is left."""
    return is_passing(exc) and not is_unknown_way(exc)
