"""The command line: enough of QEMU's to start like QEMU, and to refuse unknown options like QEMU."""

import os
import sys
from dataclasses import dataclass, field
from typing import NoReturn, Optional

from .config import Config

PROGRAM = "qemu-system-x86_64"
WITHOUT_VALUE = set("S daemonize enable-kvm no-reboot no-shutdown no-user-config nodefaults nographic version".split())
WITH_VALUE = set(
    "D L M accel append audio boot cdrom chardev cpu device display drive incoming initrd kernel m machine mem-path mon "
    "monitor msg name nic object overcommit parallel pidfile qmp rtc sandbox serial smbios smp trace uuid vga".split()
)


@dataclass
class Options:
    machine: str = "q35"
    smp: int = 1
    paused: bool = False
    no_reboot: bool = False
    incoming: Optional[str] = None
    pid_file: Optional[str] = None
    trace_patterns: list[str] = field(default_factory=list)
    trace_file: Optional[str] = None
    buses: set[str] = field(default_factory=lambda: {"pcie.0"})
    ram_files: list[str] = field(default_factory=list)
    chardevs: dict[str, dict[str, str]] = field(default_factory=dict)
    # Ids of the chardevs for the guest's serial line and for QMP.
    serial: Optional[str] = None
    qmp: Optional[str] = None


def die(message: str) -> NoReturn:
    """Ends as QEMU does when its command line is wrong."""
    print(f"{PROGRAM}: {message}", file=sys.stderr)
    raise SystemExit(1)


def split(text: str, first: str) -> dict[str, str]:
    """Parses `a,id=x,path=b,,c`. The first value gets the name `first`. A doubled comma is a comma."""
    result: dict[str, str] = {}
    for index, part in enumerate(text.replace(",,", "\0").split(",")):
        key, has_value, value = part.replace("\0", ",").partition("=")
        if has_value:
            result[key] = value
        elif index == 0:
            result[first] = key
        else:
            result[key] = "on"
    return result


def machine_types(config: Config) -> dict[str, Optional[str]]:
    """Machine types; an alias has the real name as its value. A version x.y.50 precedes x.(y+1)."""
    major, minor, micro = config.release
    own = (major, minor + 1) if micro >= 50 else (major, minor)
    releases = [(at, of) for at in range(5, major + 1) for of in range(0, 3) if (5, 2) <= (at, of) <= own]
    names = [f"pc-q35-{at}.{of}" for at, of in reversed(releases)] or [f"pc-q35-{major}.{minor}"]
    return {"q35": names[0], **dict.fromkeys(names), "none": None}


def parse(arguments: list[str], config: Config) -> Options:
    """@raise SystemExit: for what QEMU would refuse, and after answering --version, -machine help or -trace help."""
    options = Options()
    given = iter(arguments)
    for argument in given:
        if not argument.startswith("-"):
            die(f"{argument}: Could not open '{argument}': No such file or directory")
        name = argument.lstrip("-")
        if name in WITHOUT_VALUE:
            flag(options, name, config)
        elif name not in WITH_VALUE:
            die(f"{argument}: invalid option")
        else:
            value = next(given, None)
            if value is None:
                die(f"{argument}: requires an argument")
            valued(options, name, value, config)
    return options


def flag(options: Options, name: str, config: Config) -> None:
    if name == "version":
        print(f"QEMU emulator version {config.version} ({config.package})")
        print("Copyright (c) 2003-2026 Fabrice Bellard and the QEMU Project developers")
        raise SystemExit(0)
    options.paused |= name == "S"
    options.no_reboot |= name == "no-reboot"


def valued(options: Options, name: str, value: str, config: Config) -> None:
    if name in ("machine", "M"):
        options.machine = machine(split(value, "type").get("type", "q35"), config)
    elif name == "smp":
        options.smp = int(split(value, "cpus")["cpus"])
    elif name == "incoming":
        options.incoming = value
    elif name == "pidfile":
        options.pid_file = value
    elif name == "trace":
        trace(options, value, config)
    elif name == "D":
        options.trace_file = value
    elif name == "device":
        options.buses.add(split(value, "driver").get("id", ""))
    elif name == "object":
        given = split(value, "qom-type")
        if given["qom-type"] == "memory-backend-file":
            options.ram_files.append(given["mem-path"])
        elif given["qom-type"] == "monitor-qmp":
            options.qmp = given["chardev"]
    elif name == "chardev":
        given = split(value, "backend")
        options.chardevs[given["id"]] = given
    elif name in ("serial", "qmp") and value not in ("none", "null"):
        setattr(options, name, chardev(options, value, f"compat-{name}"))
    elif name == "mon" and split(value, "chardev").get("mode") == "control":
        options.qmp = split(value, "chardev")["chardev"]
    elif name in ("kernel", "initrd") and not os.access(value, os.R_OK):
        print(f"qemu: could not open {name} file '{value}': No such file or directory", file=sys.stderr)
        raise SystemExit(1)


def chardev(options: Options, value: str, own_id: str) -> str:
    """The id of the chardev that `chardev:ID`, `stdio` or `unix:PATH,server=on` means."""
    kind, _, rest = value.partition(":")
    if kind == "chardev":
        return rest
    options.chardevs[own_id] = {"backend": kind} if kind == "stdio" else {"backend": "socket", **split(rest, "path")}
    return own_id


def machine(name: str, config: Config) -> str:
    """The real name of a machine type."""
    known = machine_types(config)
    if name == "help":
        print("Supported machines are:")
        for each, alias in known.items():
            print(f"{each:<20} {'empty machine' if each == 'none' else 'Standard PC (Q35 + ICH9, 2009)'}", end="")
            print(f" (alias of {alias})" if alias else "")
        raise SystemExit(0)
    if name not in known:
        die(f'unsupported machine type: "{name}"\nUse -machine help to list supported machines')
    return known[name] or name


def trace(options: Options, value: str, config: Config) -> None:
    if value != "help":
        options.trace_patterns.append(split(value, "enable")["enable"])
        return
    # QEMU has these since 8.2.
    downtime = ("save", "load", "checkpoint") if config.release >= (8, 2, 0) else ()
    print("vm_state_notify", "migrate_set_state", *(f"vmstate_downtime_{point}" for point in downtime), sep="\n")
    raise SystemExit(0)
