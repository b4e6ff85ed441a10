"""The target's side of a migration."""

import asyncio
import socket
import time
from typing import Optional

from . import trace
from .machine import MigrationFailed
from .migration import Migration
from .qmp import listen, readable
from .schema import QmpError
from .stream import LOADED, SAME_TAP_OPENED, UNIX, sections, tell


def start(migration: Migration, uri: str) -> None:
    """`migrate-incoming`. @raise QmpError: in QEMU's words."""
    if migration.machine.options.incoming != "defer":
        raise QmpError("'-incoming defer' is required for migrate_incoming")
    if migration.info:
        raise QmpError("The incoming migration has already been started")
    if not uri.startswith(UNIX):
        raise QmpError(f"unknown migration protocol: {uri}")
    path = uri[len(UNIX) :]
    listener = listen(path)
    migration.enter("setup", **{"socket-address": [{"path": path, "type": "unix"}]})
    migration.machine.spawn(receive(migration, listener))


async def receive(migration: Migration, listener: socket.socket) -> None:
    machine = migration.machine
    with listener:
        await readable(listener.fileno())
        line, _ = listener.accept()
    with line:
        try:
            await machine.at("connected")
            migration.enter("active")
            await load(migration, line)
        except MigrationFailed as error:
            migration.enter("failed", **{"error-desc": str(error)})
            machine.complain(str(error))
            machine.complain("load of migration failed: Invalid argument")
            machine.exit(1)
            return
    machine.run_state = "paused"
    migration.enter("completed")
    if migration.resume_at_end:
        machine.resume()


async def load(migration: Migration, line: socket.socket) -> None:
    """Loads the guest. Returns when all is loaded and the freeze has lasted `freeze_ms`.

    @raise MigrationFailed: when the stream does not fit this machine.
    """
    machine = migration.machine
    stopped = began = time.monotonic()
    async for section, fd in sections(line):
        name = section["section"]
        if name == "configuration":
            await machine.at("load")
            began = time.monotonic()
            check_configuration(migration, section)
        elif name == "guest":
            if not all(tap.fds for tap in machine.nic_taps):
                raise MigrationFailed("virtio-net: saved image requires vnet_hdr=on")
            queues = [tap.queues for tap in machine.nic_taps]
            if queues != section["queues"]:
                raise MigrationFailed(f"{queues} != {section['queues']}")
            for network, state in zip(machine.networks, section["networks"]):
                network.load(state)
            machine.console.load(section["console"])
        elif name == "end":
            stopped = section["stoppedS"]
            tell(line, LOADED)
        else:
            take_queue(migration, line, section, fd)
    await machine.at("loaded")
    trace.write_target(machine, time.monotonic() - began)
    await asyncio.sleep(max(0, stopped + machine.config.freeze_ms / 1000 - time.monotonic()))
    await machine.at("completed")


def check_configuration(migration: Migration, section: dict) -> None:
    machine = migration.machine
    if section["machine"] != machine.options.machine:
        raise MigrationFailed(f"Machine type received is '{section['machine']}' and local is '{machine.options.machine}'")
    words = {True: "on", False: "off"}
    ours, theirs = machine.capabilities.get("x-ignore-shared", False), section["x-ignore-shared"]
    if ours != theirs:
        raise MigrationFailed(f"Capability x-ignore-shared is {words[ours]}, but received capability is {words[theirs]}")


def take_queue(migration: Migration, line: socket.socket, section: dict, fd: Optional[int]) -> None:
    netdev = section["section"].partition("/")[0]
    tap = next((tap for tap in migration.machine.nic_taps if tap.netdev_id == netdev), None)
    expected = None if tap is None else f"{tap.netdev_id}/{len(tap.fds)}/net-tap"
    if tap is not None and not tap.waits:
        ours = tap.interface(tap.fds[0])[0] if tap.fds else None
        if fd is not None and tap.interface(fd)[0] == ours:
            tell(line, SAME_TAP_OPENED)
        raise MigrationFailed("TAP is already initialized and cannot receive incoming fd")
    if section["section"] != expected or fd is None or len(tap.fds) == tap.queues:
        raise MigrationFailed(f"Unknown savevm section or instance '{section['section']}' 0")
    tap.receive(fd, section["pid"], section["fd"])
