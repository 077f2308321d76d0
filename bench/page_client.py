"""A browser's part of the page without a browser: Streamlit's own messages over a websocket."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Markdown_pb2 import Markdown
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

LONGEST = 120.0  # seconds without the awaited message before a chat counts as failed
AGAIN = 2  # ForwardMsg.ScriptFinishedStatus of a run that asks for another one
COACH = ":material/menu_book:"  # the picture beside an answer
NO_TEXT = (":shimmer[", ":green-badge[", ":gray-badge[")  # what else stands beside it


@dataclass
class Watched:
    """What one question looked like at the websocket; times in seconds since it was sent."""

    first_text: float = 0.0  # until the first words of the answer
    turn: float = 0.0  # until the page with the finished answer and its buttons stood
    updates: int = 0  # how often the growing answer was sent
    text: str = ""  # the whole answer


@dataclass
class Page:
    """One open page. `opened` is how long it took to stand, in seconds."""

    socket: ClientConnection
    opened: float = 0.0
    line: str = ""  # the widget that questions are typed in
    address: str = ""  # the page's query string
    _answer: list[int] = field(default_factory=list)  # where the last answer stands
    _body: list[int] = field(default_factory=list)  # its text in there

    @classmethod
    async def open(cls, port: int) -> Page:
        """Connect as a browser does and wait until the page stands."""
        started = time.perf_counter()
        socket = await connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            origin=f"http://127.0.0.1:{port}",  # type: ignore[arg-type] # a plain string will do
            subprotocols=["streamlit"],  # type: ignore[list-item] # likewise
            max_size=None,
            compression=None,
            open_timeout=LONGEST,
        )
        page = cls(socket)
        await page._run()
        while await page._message() != "finished":
            pass
        page.opened = time.perf_counter() - started
        if not page.line:
            raise RuntimeError("the page came without a line to type in")
        return page

    async def ask(self, question: str) -> Watched:
        """Type a question, follow the answer, and wait until the finished page stands."""
        watched, started = Watched(), time.perf_counter()
        self._answer.clear()
        await self._run(question)
        while (what := await self._message(watched)) != "finished":
            if what == "grown":
                watched.first_text = watched.first_text or time.perf_counter() - started
                watched.updates += 1
        watched.turn = time.perf_counter() - started
        return watched

    async def close(self) -> None:
        await self.socket.close()

    async def _run(self, question: str = "") -> None:
        message = BackMsg()
        message.rerun_script.query_string = self.address
        if question:
            state = WidgetState(id=self.line)
            state.chat_input_value.data = question
            message.rerun_script.widget_states.widgets.append(state)
        await self.socket.send(message.SerializeToString())

    async def _message(self, watched: Watched | None = None) -> str:
        """Take the next message; return `finished`, `grown` or nothing of note."""
        data = await asyncio.wait_for(self.socket.recv(), LONGEST)
        message = ForwardMsg.FromString(data)  # type: ignore[arg-type] # always bytes
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            return "" if message.script_finished == AGAIN else "finished"
        if kind == "page_info_changed":
            self.address = message.page_info_changed.query_string
        if kind == "delta":
            return self._delta(message, watched)
        return ""

    def _delta(self, message: ForwardMsg, watched: Watched | None) -> str:
        delta, path = message.delta, list(message.metadata.delta_path)
        inside = self._answer and path[: len(self._answer)] == self._answer
        if delta.add_block.chat_message.avatar == COACH:
            if watched is not None and not inside:  # what was read so far was an earlier answer
                watched.first_text, watched.updates, watched.text = 0.0, 0, ""
            self._answer, self._body = path, []
        element = delta.new_element
        if element.chat_input.id:
            self.line = element.chat_input.id
        body = element.markdown.body
        if watched is None or not inside or not body or body.startswith(NO_TEXT):
            return ""
        if element.markdown.element_type != Markdown.Type.NATIVE or self._body not in ([], path):
            return ""
        self._body, watched.text = path, body
        return "grown"
