"""The stand-in's process, from start to end."""

import asyncio
import contextlib
import os
import resource
import signal
from typing import Optional

from .commands import Commands
from .config import Config, read_config
from .console import Terminal
from .machine import Machine
from .migration import Migration
from .options import Options, die, parse
from .qmp import Qmp


def main(arguments: list[str]) -> None:
    """Plays QEMU with QEMU's arguments. `arguments[0]` is the name it was started by. Ends the process."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    config = read_config(arguments[0])
    options = parse(arguments[1:], config)
    for path in options.ram_files:
        open_ram(path)
    # _exit does not wait for threads: a flood never ends.
    os._exit(asyncio.run(run(config, options, arguments)))


async def run(config: Config, options: Options, arguments: list[str]) -> int:
    """@return: the exit status."""
    qmp = Qmp(config)
    machine = Machine(config, options, qmp)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, terminate, machine, number)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, lambda: machine.spawn(machine.now()))
    machine.note("started", arguments=arguments)
    await machine.at("start")
    if options.pid_file is not None:
        with open(options.pid_file, "w", encoding="ascii") as file:
            file.write(f"{os.getpid()}\n")
    terminal = open_console(machine, options)
    execute = Commands(machine, Migration(machine)).execute
    if options.qmp is not None:
        machine.spawn(qmp.serve(options.chardevs[options.qmp], execute, lambda: machine.at("greeting")))
    if not options.paused and not options.incoming and options.machine != "none":
        machine.resume()
    status = await machine.exited
    machine.note("ended", status=status)
    for path in (options.pid_file, options.chardevs.get(options.qmp, {}).get("path")):
        if path is not None:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
    if terminal is not None:
        terminal.close()
    return status


def open_console(machine: Machine, options: Options) -> Optional[Terminal]:
    chardev = options.chardevs.get(options.serial, {})
    if chardev.get("backend") != "stdio":
        return None
    terminal = Terminal(chardev.get("logfile"))
    machine.console.attach(terminal)
    machine.spawn(machine.console.serve())
    return terminal


def terminate(machine: Machine, number: int) -> None:
    machine.complain(f"terminating on signal {number}")
    machine.qmp.emit("SHUTDOWN", guest=False, reason="host-signal")
    machine.exit(0)


def open_ram(path: str) -> None:
    """Creates the file of the guest's memory. QEMUs share it; the stand-in only needs it to exist."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o644))
    except OSError as error:
        die(f"-object memory-backend-file: can't open backing store {path} for guest RAM: {error.strerror}")
