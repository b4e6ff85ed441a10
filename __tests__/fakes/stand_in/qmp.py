"""One QMP monitor: on a UNIX socket that takes one client at a time, or on stdio. See QEMU's docs/interop/qmp-spec.rst."""

import asyncio
import contextlib
import json
import os
import socket
import time
from typing import Awaitable, Callable, Optional

from .config import Config
from .schema import QmpError

Execute = Callable[[str, dict], Awaitable[object]]


class Qmp:
    def __init__(self, config: Config):
        self._config = config
        self._out: Optional[int] = None
        self._client: Optional[socket.socket] = None
        self._negotiated = False
        self._mute = False

    @property
    def fd(self) -> int:
        """The fd of QMP's output, to write to it directly; -1 without a client."""
        return -1 if self._out is None else self._out

    async def serve(self, chardev: dict[str, str], execute: Execute, greet: Callable[[], Awaitable[object]]) -> None:
        """Serves one client at a time. On stdio it returns when the client closes; on a socket never."""
        if chardev["backend"] == "stdio":
            await self._converse(0, 1, execute, greet)
            return
        listener = listen(chardev["path"])
        while True:
            await readable(listener.fileno())
            self._client, _ = listener.accept()
            await self._converse(self._client.fileno(), self._client.fileno(), execute, greet)
            self._close()
            self._client.close()

    async def _converse(self, fd_in: int, fd_out: int, execute: Execute, greet: Callable[[], Awaitable[object]]) -> None:
        self._out, self._negotiated = fd_out, False
        await greet()
        major, minor, micro = self._config.release
        version = {"qemu": {"micro": micro, "minor": minor, "major": major}, "package": self._config.package}
        self._write({"QMP": {"version": version, "capabilities": ["oob"]}})
        pending = b""
        while True:
            await readable(fd_in)
            try:
                data = os.read(fd_in, 65536)
            except OSError:
                data = b""
            if not data:
                return
            *lines, pending = (pending + data).split(b"\n")
            for line in filter(None, map(bytes.strip, lines)):
                await self._answer(line, execute)

    async def _answer(self, line: bytes, execute: Execute) -> None:
        identity = {}
        try:
            command, arguments, identity = parse(line)
            if not self._negotiated and command != "qmp_capabilities":
                raise QmpError("Expecting capabilities negotiation with 'qmp_capabilities'", "CommandNotFound")
            if self._negotiated and command == "qmp_capabilities":
                raise QmpError("Capabilities negotiation is already complete, command ignored", "CommandNotFound")
            result = await execute(command, arguments)
            self._negotiated |= command == "qmp_capabilities"
            self._write({"return": result, **identity})
        except QmpError as error:
            self._write({"error": {"class": error.error_class, "desc": str(error)}, **identity})

    def emit(self, event: str, **data) -> None:
        now_us = time.time_ns() // 1000
        stamp = {"timestamp": {"seconds": now_us // 1_000_000, "microseconds": now_us % 1_000_000}}
        if self._negotiated:
            self._write({**stamp, "event": event, **({"data": data} if data else {})})

    def say(self, text: str) -> None:
        """Writes any text as a line."""
        self._write_bytes(text.encode() + b"\r\n")

    def misbehave(self, kind: str) -> bool:
        """Breaks the protocol in the way of a fault. @return: whether this kind is a fault of QMP."""
        if kind == "mute":
            self._mute = True
        elif kind == "rubbish":
            self._write_bytes(b"\x07%s(null) QMP? free(): invalid pointer\r\n")
        elif kind == "half-line":
            self._write_bytes(b'{"timestamp": {"seconds": 17')
            self._mute = True
        elif kind == "close-qmp":
            self._close()
        else:
            return False
        return True

    def _write(self, message: dict) -> None:
        if not self._mute:
            self._write_bytes(json.dumps(message).encode() + b"\r\n")

    def _write_bytes(self, data: bytes) -> None:
        try:
            while data and self._out is not None:
                data = data[os.write(self._out, data) :]
        except OSError:
            pass  # the client has gone; the next read shows it

    def _close(self) -> None:
        """Shuts the connection down, so that both sides see the end at once."""
        self._negotiated, self._out = False, None
        if self._client is not None:
            with contextlib.suppress(OSError):
                self._client.shutdown(socket.SHUT_RDWR)


def parse(line: bytes) -> tuple[str, dict, dict]:
    """@return: command, arguments, and the id for the answer. @raise QmpError: in QEMU's words."""
    try:
        request = json.loads(line)
    except ValueError as error:
        raise QmpError("JSON parse error, invalid keyword") from error
    if not isinstance(request, dict):
        raise QmpError("QMP input must be a JSON object")
    for key in request:
        if key not in ("execute", "exec-oob", "arguments", "id"):
            raise QmpError(f"QMP input member '{key}' is unexpected")
    if "execute" not in request:
        raise QmpError("QMP input lacks member 'execute'")
    identity = {"id": request["id"]} if "id" in request else {}
    return request["execute"], request.get("arguments", {}), identity


def listen(path: str) -> socket.socket:
    """Listens on a UNIX socket; replaces what is left at the path."""
    if os.path.exists(path):
        os.unlink(path)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(1)
    return listener


async def readable(fd: int) -> None:
    """Returns when the fd has data, or is at its end."""
    loop = asyncio.get_running_loop()
    ready = loop.create_future()
    loop.add_reader(fd, lambda: ready.done() or ready.set_result(None))
    try:
        await ready
    finally:
        loop.remove_reader(fd)
