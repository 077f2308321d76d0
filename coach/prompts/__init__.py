"""Prompts are files: one `.md` each, with the names it needs declared in its front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent
_FILE = re.compile(r"---\n(.*?)\n---\n# System\n(.*?)\n# User\n(.*)", re.DOTALL)
_NAME = re.compile(r"\{\{(\w+)\}\}")
_LONE_NAME = re.compile(r"^\{\{(\w+)\}\}\n+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What goes to a language model: how it should work, and what to work on."""

    system: str
    user: str


@dataclass(frozen=True, slots=True)
class _Template:
    name: str
    variables: frozenset[str]
    system: str
    user: str


def render(name: str, **values: str) -> Prompt:
    """Return the prompt `name` with `values` in place.

    A line that holds nothing but one variable vanishes where its value is empty. Values are put
    in once and never read for variables themselves.

    Raises:
        ValueError: a declared name is missing, or a name is given that the prompt doesn't declare.
    """
    template = _template(name)
    if missing := sorted(template.variables - values.keys()):
        raise ValueError(f"prompt `{name}` needs {', '.join(f'`{v}`' for v in missing)}")
    if extra := sorted(values.keys() - template.variables):
        raise ValueError(f"prompt `{name}` knows no {', '.join(f'`{v}`' for v in extra)}")
    return Prompt(_fill(template.system, values), _fill(template.user, values))


def _fill(text: str, values: dict[str, str]) -> str:
    text = _LONE_NAME.sub(lambda match: match[0] if values[match[1]] else "", text + "\n")
    return _NAME.sub(lambda match: values[match[1]], text).strip()


@cache
def _template(name: str) -> _Template:
    text = (_FOLDER / f"{name}.md").read_text(encoding="utf-8")
    match = _FILE.fullmatch(text)
    if match is None:
        raise ValueError(f"prompt `{name}` lacks its front matter, `# System` or `# User`")
    declared = frozenset(yaml.safe_load(match[1])["variables"] or ())
    used = frozenset(_NAME.findall(match[2] + match[3]))
    if declared != used:
        odd = ", ".join(f"`{v}`" for v in sorted(declared ^ used))
        raise ValueError(f"prompt `{name}` declares and uses different names: {odd}")
    return _Template(name, declared, match[2], match[3])
