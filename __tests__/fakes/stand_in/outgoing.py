"""The source's side of a migration."""

import asyncio
import os
import socket
import time

from . import trace
from .machine import Machine, MigrationFailed
from .migration import Migration
from .qmp import readable
from .schema import QmpError
from .stream import LOADED, SAME_TAP_OPENED, UNIX, put

BROKEN_PIPE = "Unable to write to socket: Broken pipe"
# query-migrate says `completed` a little before query-status says `postmigrate`.
POSTMIGRATE_DELAY_S = 0.004
# A hanging target does not block QEMU's source, because what it sends fits into the socket. So we wait no longer.
LONGEST_WAIT_S = 1


def start(migration: Migration, uri: str) -> None:
    """`migrate`. @raise QmpError: in QEMU's words."""
    machine = migration.machine
    if machine.run_state == "inmigrate":
        raise QmpError("Guest is waiting for an incoming migration")
    if migration.active:
        raise QmpError("There's a migration process in progress")
    if machine.parameters.get("local") and not uri.startswith(UNIX):
        raise QmpError("local migration requires a UNIX domain socket channel")
    if not uri.startswith(UNIX):
        raise QmpError(f"unknown migration protocol: {uri}")
    machine.side = "source"
    machine.spawn(send(migration, uri[len(UNIX) :]))


async def send(migration: Migration, path: str) -> None:
    machine = migration.machine
    began = time.monotonic()
    try:
        migration.enter("setup")
        await machine.at("setup")
        try:
            line = socket.socket(socket.AF_UNIX)
            line.connect(path)
        except OSError as error:
            raise MigrationFailed(f"Failed to connect to '{path}': {error.strerror}") from error
        with line:
            await hand_over(migration, line, began)
    except MigrationFailed as error:
        give_up(migration, str(error))


async def hand_over(migration: Migration, line: socket.socket, began: float) -> None:
    """Sends the guest. The order of events is that of the configured version, from 7.2 on."""
    machine = migration.machine
    release = machine.config.release
    if release < (11, 0, 50):
        migration.emit_pass(1)
    migration.enter("active")
    await machine.at("active")
    await asyncio.sleep(0.002)
    if release >= (11, 0, 50):
        migration.emit_pass(2)
    faults = await machine.at("stop")
    if "lose-last" in faults and machine.tap is not None:
        await machine.tap.lose_one(timeout_s=1)
    stopped = time.monotonic()
    machine.pause("finish-migrate")
    if "steal" in faults and machine.tap is not None:
        machine.tap.steal()
    if release >= (10, 0):
        migration.enter("device")
    if release < (11, 0, 50):
        migration.emit_pass(2)
    await machine.at("device")
    await send_state(migration, line, stopped)
    await machine.at("completed")
    now = time.monotonic()
    times = {"total-time": int((now - began) * 1000), "downtime": int((now - stopped) * 1000), "setup-time": 1}
    trace.write_source(machine, now - stopped)
    migration.enter("completed", **times)
    await asyncio.sleep(POSTMIGRATE_DELAY_S)
    if machine.run_state == "finish-migrate":
        machine.run_state = "postmigrate"


async def send_state(migration: Migration, line: socket.socket, stopped: float) -> None:
    machine = migration.machine
    taps = machine.nic_taps
    local = any(tap.handed_over for tap in taps) and machine.parameters.get("local", False)
    shared = machine.capabilities.get("x-ignore-shared", False)
    head = {"section": "configuration", "machine": machine.options.machine, "x-ignore-shared": shared}
    guest = {"section": "guest", "networks": [network.state() for network in machine.networks], "console": machine.console.state()}
    guest |= {"queues": [tap.queues for tap in taps]}
    try:
        put(line, head)
        for tap, queue, fd in [(tap, queue, fd) for tap in taps if local and tap.handed_over for queue, fd in enumerate(tap.fds)]:
            name = f"{tap.netdev_id}/{queue}/net-tap"
            put(line, {"section": name, "vnetHeader": True, "enabled": True, "pid": os.getpid(), "fd": fd}, fds=[fd])
            tap.note("sent-fd", fd=fd, queue=queue)
        # One message, as QEMU buffers it: a target that refuses the guest cannot close the socket before the end is sent.
        put(line, guest, {"section": "end", "stoppedS": stopped})
    except OSError as error:
        # A target that refuses may answer and close before everything is sent: the answer is still there to read.
        answered(machine, line)
        raise MigrationFailed(BROKEN_PIPE) from error
    if local:
        try:
            await asyncio.wait_for(readable(line.fileno()), LONGEST_WAIT_S)
        except asyncio.TimeoutError:
            return
        if answered(machine, line) != LOADED:
            raise MigrationFailed(BROKEN_PIPE)


def answered(machine: Machine, line: socket.socket) -> bytes:
    """What the target answered so far, and what follows from it."""
    try:
        answer = line.recv(1, socket.MSG_DONTWAIT)
    except OSError:
        return b""
    if answer == SAME_TAP_OPENED:
        # Seen with the real thing: the guest runs on, but its network never comes back.
        machine.kill_network()
    return answer


def give_up(migration: Migration, why: str) -> None:
    machine = migration.machine
    new_order = machine.config.release >= (11, 0, 50)
    if new_order:
        migration.enter("failing")
    if machine.run_state == "finish-migrate" and new_order:
        machine.resume()
    migration.enter("failed", **{"error-desc": why})
    if machine.run_state == "finish-migrate":
        machine.resume()
    if not new_order:
        machine.complain(why)
