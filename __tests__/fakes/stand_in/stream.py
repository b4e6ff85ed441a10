"""The format of the migration socket: each line of JSON is a section, and each queue's fd comes with the queue's section.

Sections: configuration, one for each queue that is handed over, guest, end. A source that handed over queues waits for a byte
from the target that has loaded them. So it always fails when the target could not load them; with QEMU that is a race.
"""

import contextlib
import json
import socket
from typing import Optional

from .machine import MigrationFailed
from .qmp import readable

UNIX = "unix:"
LOADED, SAME_TAP_OPENED = b"l", b"s"


def put(line: socket.socket, *sections: dict, fds: Optional[list[int]] = None) -> None:
    """Sends sections in one message, so that a fd comes with its section."""
    socket.send_fds(line, [json.dumps(section).encode() + b"\n" for section in sections], fds or [])


def tell(line: socket.socket, answer: bytes) -> None:
    """Answers a source. It may have stopped waiting, so errors are ignored."""
    with contextlib.suppress(OSError):
        line.send(answer)


async def sections(line: socket.socket):
    """Yields each section with its fd, if any. @raise MigrationFailed: when the stream ends early."""
    pending, fds = b"", []
    while True:
        await readable(line.fileno())
        data, received, _, _ = socket.recv_fds(line, 65536, 16)
        if not data:
            raise MigrationFailed("Unable to read from socket: Connection reset by peer")
        fds += received
        *lines, pending = (pending + data).split(b"\n")
        for text in lines:
            section = json.loads(text)
            yield section, fds.pop(0) if "fd" in section and fds else None
            if section["section"] == "end":
                return
