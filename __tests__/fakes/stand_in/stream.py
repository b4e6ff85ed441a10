"""What goes over the migration socket: each line of JSON is a section, and a queue's fd comes with the section of its own.

Sections: configuration, one for each queue that is handed over, the guest, the end. A source that handed queues over waits for
a byte from the target that has loaded them: so it is certain, and not a race, that it fails when the target could not.
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
    """Sections in one message, so that a fd comes with its section."""
    socket.send_fds(line, [json.dumps(section).encode() + b"\n" for section in sections], fds or [])


def tell(line: socket.socket, answer: bytes) -> None:
    """To a source that may not have waited for it."""
    with contextlib.suppress(OSError):
        line.send(answer)


async def sections(line: socket.socket):
    """Each section with its fd, if any. @raise MigrationFailed: when the stream ends before its end."""
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
