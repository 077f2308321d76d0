"""Watches every connection that a process and its children ask the kernel for.

A seccomp filter is put on the process before it begins: each `connect`, and each `sendto` or
`sendmsg` with an address, waits until this side has read where it goes. Nothing can slip past,
native code and short-lived children included; no rights and no tools are needed (Linux 5.5).
"""

from __future__ import annotations

import array
import contextlib
import ctypes
import fcntl
import os
import platform
import select
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

Address = tuple[str, int]

_CALLS = {  # connect, sendto, sendmsg, sendmmsg, seccomp
    "x86_64": (42, 44, 46, 307, 317),
    "aarch64": (203, 206, 211, 269, 277),
}
_IO_URING_SETUP = 425  # everywhere; it would be a way past the filter
_ALLOW, _NOTIFY, _NOT_THERE = 0x7FFF0000, 0x7FC00000, 0x00050000 | 38
_RECEIVE, _SEND = 0xC0502100, 0xC0182101  # ioctl numbers of a listener
_CONTINUE = 1
_LOAD, _IS, _RETURN = 0x20, 0x15, 0x06  # BPF


def can_watch() -> bool:
    """Whether this kernel offers what it takes."""
    offered = Path("/proc/sys/kernel/seccomp/actions_avail")
    known = platform.machine() in _CALLS and offered.exists()
    return known and "user_notif" in offered.read_text(encoding="utf-8")


@contextlib.contextmanager
def watched(command: Sequence[str], **options: object) -> Iterator[Watch]:
    """Start `command` (options as of `Popen`) and note where it and its children connect to."""
    here, there = socket.socketpair()
    wrapped = [sys.executable, "-m", "tests.connections", str(there.fileno()), *command]
    process = subprocess.Popen(wrapped, pass_fds=[there.fileno()], **options)  # type: ignore[call-overload]
    there.close()
    watch = Watch(process, here)
    try:
        yield watch
    finally:
        process.terminate()
        process.wait(20)
        watch.end()
        here.close()


class Watch:
    """A process being watched; `addresses` are those it asked for so far, with their ports."""

    def __init__(self, process: subprocess.Popen[bytes], here: socket.socket) -> None:
        self.process = process
        self.addresses: set[Address] = set()
        descriptors = array.array("i")
        _, parts, _, _ = here.recvmsg(1, socket.CMSG_LEN(descriptors.itemsize))
        descriptors.frombytes(parts[0][2][: descriptors.itemsize])
        self._listener = descriptors[0]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def finish(self, timeout: float = 120) -> int:
        """Wait for the process to end by itself; return its exit code."""
        return self.process.wait(timeout)

    def end(self) -> None:
        """Stop watching, once the process and its children are gone."""
        self._thread.join(20)
        os.close(self._listener)

    def _serve(self) -> None:
        poll = select.poll()
        poll.register(self._listener, select.POLLIN)
        while True:
            ((_, event),) = poll.poll()
            if not event & select.POLLIN:
                return  # nobody is left behind the filter
            with contextlib.suppress(FileNotFoundError):  # it died meanwhile
                self._answer()

    def _answer(self) -> None:
        notice = bytearray(80)
        fcntl.ioctl(self._listener, _RECEIVE, notice, True)
        id_, pid, _, call = struct.unpack_from("=QIIi", notice)
        arguments = struct.unpack_from("=6Q", notice, 32)
        with contextlib.suppress(OSError):
            self._note(pid, call, arguments)
        response = bytearray(struct.pack("=QqiI", id_, 0, 0, _CONTINUE))
        fcntl.ioctl(self._listener, _SEND, response, True)

    def _note(self, pid: int, call: int, arguments: tuple[int, ...]) -> None:
        connect, sendto, *_ = _CALLS[platform.machine()]
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            if call == connect:
                where, length = arguments[1], arguments[2]
            elif call == sendto:
                where, length = arguments[4], arguments[5]
            else:
                memory.seek(arguments[1])
                where, length = struct.unpack("=QI", memory.read(12))
            if where:
                memory.seek(where)
                self._add(memory.read(min(length, 28)))

    def _add(self, address: bytes) -> None:
        family = int.from_bytes(address[:2], sys.byteorder)
        port = int.from_bytes(address[2:4], "big")
        if family == socket.AF_INET:
            self.addresses.add((socket.inet_ntoa(address[4:8]), port))
        elif family == socket.AF_INET6:
            self.addresses.add((socket.inet_ntop(socket.AF_INET6, address[8:24]), port))


def _filter() -> bytes:
    """Return the filter's program."""
    connect, sendto, sendmsg, sendmmsg, _ = _CALLS[platform.machine()]

    def step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return struct.pack("=HBBI", code, yes, no, value)

    return b"".join(
        (
            step(_LOAD, 0),
            step(_IS, connect, yes=8),
            step(_IS, sendmsg, yes=7),
            step(_IS, sendmmsg, yes=6),
            step(_IS, _IO_URING_SETUP, yes=6),
            step(_IS, sendto, no=3),
            step(_LOAD, 48),  # the address of `sendto`, low half
            step(_IS, 0, no=2),
            step(_RETURN, _ALLOW),
            step(_RETURN, _ALLOW),
            step(_RETURN, _NOTIFY),
            step(_RETURN, _NOT_THERE),
        )
    )


def _listener() -> int:
    """Put the filter on this thread and return the descriptor that hears of its calls."""
    libc = ctypes.CDLL(None, use_errno=True)
    program = ctypes.create_string_buffer(_filter())
    head = struct.pack("@HP", len(program.raw) // 8, ctypes.addressof(program))
    if libc.prctl(38, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    found = libc.syscall(_CALLS[platform.machine()][4], 1, 8, head)
    if found < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return int(found)


def main() -> None:
    """Become the command, watched: `python -m tests.connections DESCRIPTOR COMMAND ...`."""
    up = socket.socket(fileno=int(sys.argv[1]))
    made: list[int] = []
    ready, told = threading.Event(), threading.Event()

    def tell() -> None:  # a thread without the filter, which stops messages with descriptors too
        ready.wait()
        up.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", made))])
        told.set()

    threading.Thread(target=tell, daemon=True).start()
    made.append(_listener())
    ready.set()
    told.wait()
    os.close(made[0])
    up.close()
    os.execvp(sys.argv[2], sys.argv[2:])


if __name__ == "__main__":
    main()
