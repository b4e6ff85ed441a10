"""The guest's serial console: boots, asks for a login, and runs the few shell commands that the product types."""

import asyncio
import contextlib
import os
import re
import sys
import termios
import tty
from typing import Awaitable, Callable, Optional

from .guest import Network
from .shell import Shell

PROMPT = "localhost:~# "
# Busybox's shell asks the terminal for the cursor position after the prompt.
WHERE_IS_THE_CURSOR = "\x1b[6n"
PANIC = "[    0.4] Kernel panic - not syncing: stand-in was told to panic\r\n"
BOOT = ("Linux version 6.1.0-stand-in", "Run /init as init process", "", "Welcome to stand-in Linux")
# The terminal's answer to that question.
TERMINAL_ANSWER = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """The chardev `stdio`: raw, as QEMU sets it, with a copy of all output in its log file."""

    def __init__(self, log_path: Optional[str]):
        self._log = None if log_path is None else open(log_path, "ab", buffering=0)
        self._saved = None
        if sys.stdin.isatty():
            self._saved = termios.tcgetattr(0)
            tty.setraw(0)

    def listen(self, receive: Callable[[str], None]) -> None:
        def readable() -> None:
            data = os.read(0, 4096)
            if data:
                receive(data.decode(errors="replace"))
            else:
                asyncio.get_running_loop().remove_reader(0)

        # epoll refuses /dev/null and files, and nobody types there.
        with contextlib.suppress(PermissionError):
            asyncio.get_running_loop().add_reader(0, readable)

    def write(self, text: str) -> None:
        data = text.encode()
        if self._log is not None:
            self._log.write(data)
        while data:
            data = data[os.write(1, data) :]

    @property
    def fds(self) -> list[int]:
        """The fds that get all output."""
        return [1] if self._log is None else [1, self._log.fileno()]

    def close(self) -> None:
        if self._saved is not None:
            termios.tcsetattr(0, termios.TCSANOW, self._saved)


class Console:
    """The guest's side of the serial line. It works only while the guest runs; input waits meanwhile."""

    def __init__(self, networks: list[Network], queue_pairs: Callable[[], int], at: Callable[[str], Awaitable[set[str]]]):
        self.stage = "off"
        self._at = at
        self._shell = Shell(networks, queue_pairs)
        self._terminal: Optional[Terminal] = None
        self._typed = ""
        self._line = ""
        self._column = 0
        self._running = asyncio.Event()
        self._input = asyncio.Event()

    def state(self) -> dict:
        return {"stage": self.stage, "line": self._line, "shell": self._shell.state()}

    def load(self, state: dict) -> None:
        self.stage, self._line = state["stage"], state["line"]
        self._shell.load(state["shell"])

    def attach(self, terminal: Terminal) -> None:
        self._terminal = terminal
        terminal.listen(self._receive)

    @property
    def fds(self) -> list[int]:
        """The fds for the guest's output, to write to them directly."""
        return [] if self._terminal is None else self._terminal.fds

    def start(self) -> None:
        self._running.set()

    def stop(self) -> None:
        self._running.clear()

    def panic(self) -> None:
        self.stage = "panicked"
        self._write(PANIC)

    async def boot(self, boot_ms: float, prompt: bool) -> None:
        """Boots up to the login prompt, or to right before it."""
        if self.stage == "off":
            self.stage = "boot"
        for line in BOOT:
            await asyncio.sleep(boot_ms / 1000 / len(BOOT))
            await self._running.wait()
            if self.stage != "boot":
                return
            self._write(f"{line}\r\n")
        if not prompt:
            return
        self._typed = ""
        self._write("\rlocalhost login: ")
        self.stage = "login"

    async def serve(self) -> None:
        """Reads input while the process lives."""
        while True:
            await self._running.wait()
            if not self._typed or self.stage not in ("login", "shell"):
                self._input.clear()
                await self._input.wait()
                continue
            key, self._typed = self._typed[0], self._typed[1:]
            if key == "\x1b" and (answer := TERMINAL_ANSWER.match(key + self._typed)):
                self._typed = self._typed[answer.end() - 1 :]
            elif key in "\r\n":
                line, self._line, self._column = self._line, "", 0
                self._write("\r\n")
                await self._entered(line)
            elif key.isprintable():
                self._line += key
                self._echo(key)

    async def _entered(self, line: str) -> None:
        if self.stage == "shell":
            output = await self._shell.run(line)
            await self._running.wait()
            self._write(output.replace("\n", "\r\n") + PROMPT + WHERE_IS_THE_CURSOR)
        elif line.strip() != "root":
            self._write("Login incorrect\r\nlocalhost login: ")
        elif "no-prompt" not in await self._at("login"):
            self.stage = "shell"
            self._write(f"\r\r\n{PROMPT}{WHERE_IS_THE_CURSOR}")

    def _echo(self, key: str) -> None:
        """Echoes a key. At the right edge it starts a new line, as busybox does."""
        self._write(key)
        self._column += 1
        if self._column + len(PROMPT) >= self._shell.columns:
            self._write("\r\n")
            self._column = -len(PROMPT)

    def _write(self, text: str) -> None:
        if self._terminal is not None:
            self._terminal.write(text)

    def _receive(self, text: str) -> None:
        self._typed += text
        self._input.set()
