"""Our browser parts: one packaged component that announces and copies.

Packaged, because the content policy refuses inline scripts.
"""

from __future__ import annotations

from collections.abc import Mapping
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


def announce(text: str, number: int, show: str = "", opened: str = "") -> None:
    """Have screen readers say `text`; a new `number` says the same words again.

    The container with the key `show` is brought to the top of the view, once a number. Where
    another conversation is `opened`, a phone's sidebar gets out of its way.
    """
    place = {"show": show, "opened": opened}
    _mount("announcer", {"part": "announcer", "text": text, "number": number, **place})


def copy_button(text: str, key: str, label: str = "Copy") -> None:
    """Draw a button that copies `text`."""
    _mount(key, {"part": "copy", "text": text, "label": label})


def _mount(key: str, data: Mapping[str, str | int]) -> None:
    register()
    component = st.components.v2.component(
        f"{_PACKAGE}.{_NAME}", html="<span></span>", js="elements.js", css=_STYLE
    )
    component(key=key, data=data, width="content", height="content")
