"""Writes `vmstate_downtime_*` lines to the file of -D, like QEMU 8.2 and later. The form is right, the values are made up."""

import fnmatch
import os
import time
from datetime import datetime, timezone

from .machine import Machine

NIC = "0000:00:01.0:00.0/virtio-net"
DEVICES = ("timer", "cpu_common", NIC)


def write_source(machine: Machine, pause_s: float) -> None:
    """Writes the source's checkpoints, and how long it saved each device."""
    write(machine, "checkpoint", "src-downtime-start", "src-vm-stopped", "src-iterable-saved")
    write(machine, "save", *(device_line(name, pause_s) for name in DEVICES))
    write(machine, "checkpoint", "src-non-iterable-saved", "src-downtime-end")


def write_target(machine: Machine, load_s: float) -> None:
    """Writes the same for the target. QEMU logs the last checkpoint although the guest stays stopped."""
    write(machine, "load", *(device_line(name, load_s) for name in DEVICES))
    points = ("precopy-loadvm-completed", "precopy-bh-enter", "precopy-bh-announced", "precopy-bh-vm-started")
    write(machine, "checkpoint", *(f"dst-{point}" for point in points))


def device_line(name: str, whole_s: float) -> str:
    """The NIC takes half of the time, the others equal shares of the rest."""
    share = 0.5 if name == NIC else 0.5 / (len(DEVICES) - 1)
    return f"type=non-iterable idstr={name} instance_id=0 downtime={int(whole_s * share * 1_000_000)}"


def write(machine: Machine, point: str, *lines: str) -> None:
    event = f"vmstate_downtime_{point}"
    wanted = any(fnmatch.fnmatch(event, pattern) for pattern in machine.options.trace_patterns)
    if not wanted or machine.config.release < (8, 2) or machine.options.trace_file is None:
        return
    with open(machine.options.trace_file, "a", encoding="ascii") as file:
        for line in lines:
            file.write(f"{prefix(machine)}{event} {line}\n")


def prefix(machine: Machine) -> str:
    now_us = time.time_ns() // 1000
    if machine.config.release >= (11, 0):
        stamp = datetime.fromtimestamp(now_us // 1_000_000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
        return f"{stamp}.{now_us % 1_000_000:06}Z "
    return f"{os.getpid()}@{now_us // 1_000_000}.{now_us % 1_000_000:06}:"
