"""Our browser parts: one packaged component that announces, copies, prints and counts down.

Packaged, because the content policy refuses inline scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

_PACKAGE, _NAME = "accord", "elements"
_FOLDER = Path(__file__).resolve().parent
_STYLE = (_FOLDER / "frontend" / "elements.css").name


def register() -> None:
    """Tell the running server where the component's files are; harmless when told before."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(f"{_PACKAGE}.{_NAME}") is None:
        part = ComponentConfig(name=_NAME, asset_dir="frontend")
        manifest = ComponentManifest(name=_PACKAGE, version="1", components=[part])
        manager.register_from_manifest(manifest, _FOLDER)


def announce(text: str, show: str = "", opened: str = "", key: str = "announcer") -> None:
    """Have screen readers say `text`, and bring the container with the key `show` to the top.

    What is given once more under the same `key` is not said again. Where another conversation is
    `opened`, a phone's sidebar gets out of its way.
    """
    _mount(key, {"part": "announcer", "text": text, "show": show, "opened": opened})


def copy_button(text: str, key: str, label: str = "Copy") -> None:
    """Draw a button that copies `text`."""
    _mount(key, {"part": "copy", "text": text, "label": label})


def address_button(address: str, key: str, label: str = "Copy address") -> None:
    """Draw a button that copies `address`, given as seen from the page, as a whole one."""
    _mount(key, {"part": "address", "text": address, "label": label})


def print_button(key: str, label: str = "Print") -> None:
    """Draw a button that opens the browser's print dialog."""
    _mount(key, {"part": "print", "label": label})


def timer(left: float, key: str, *, runs: bool) -> None:
    """Draw the time left, in seconds, going down while it `runs`; below zero it counts up again."""
    _mount(key, {"part": "timer", "left": f"{left:.0f}", "runs": "yes" if runs else ""})


def _mount(key: str, data: Mapping[str, str]) -> None:
    register()
    _component()(key=key, data=data, width="content", height="content")


@cache
def _component() -> Callable[..., object]:
    """Define the component once: every definition looks for its files again."""
    return st.components.v2.component(
        f"{_PACKAGE}.{_NAME}", html="<span></span>", js="elements.js", css=_STYLE
    )
