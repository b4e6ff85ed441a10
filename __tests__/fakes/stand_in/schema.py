"""The commands and their types. query-qmp-schema shows the same types that the arguments are checked against.

A type is a word (builtin), a tuple of words (enum), a list of one type (array), a dict of members ("*name" is optional), or a
Union (a flat union: members, and more members by the value of one of them).
"""

from dataclasses import dataclass

from .config import Config
from .dialects import Dialect

JSON_TYPES = {"str": "string", "int": "int", "bool": "boolean", "any": "value"}


@dataclass(frozen=True)
class Union:
    base: dict
    tag: str
    cases: dict


class QmpError(Exception):
    """A command that is refused, with QEMU's text and class."""

    def __init__(self, description: str, error_class: str = "GenericError"):
        super().__init__(description)
        self.error_class = error_class


NOTHING: dict = {}
VERSION = {"qemu": {"major": "int", "minor": "int", "micro": "int"}, "package": "str"}
STATES = ("debug", "inmigrate", "internal-error", "io-error", "paused", "postmigrate", "prelaunch", "finish-migrate")
STATES += ("restore-vm", "running", "save-vm", "shutdown", "suspended", "watchdog", "guest-panicked", "colo")
MIGRATION_STATES = ("none", "setup", "cancelling", "cancelled", "active", "postcopy-active", "completed", "failing", "failed")
MIGRATION_STATES += ("colo", "pre-switchover", "device", "wait-unplug")
CAPABILITIES = ("xbzrle", "auto-converge", "events", "postcopy-ram", "release-ram", "return-path", "pause-before-switchover")
CAPABILITIES += ("multifd", "dirty-bitmaps", "late-block-activate", "x-ignore-shared", "validate-uuid", "mapped-ram")
TAP = dict.fromkeys(("*ifname", "*fd", "*fds", "*script", "*downscript", "*br", "*helper"), "str")
TAP |= {"*sndbuf": "int", "*vnet_hdr": "bool", "*vhost": "bool", "*vhostfd": "str", "*vhostfds": "str"}
TAP |= {"*vhostforce": "bool", "*queues": "int", "*poll-us": "int"}
SOCKET_ADDRESS = {"type": ("inet", "unix", "vsock", "fd"), "*host": "str", "*port": "str", "*path": "str", "*str": "str"}
# Two real netdevs with members `localaddr` and `local`, which must not be mistaken for the feature.
SOCKET = dict.fromkeys(("*fd", "*listen", "*connect", "*mcast", "*localaddr", "*udp"), "str")
DGRAM = {"*local": SOCKET_ADDRESS, "*remote": SOCKET_ADDRESS}
PROPERTY = {"name": "str", "type": "str", "*description": "str", "*default-value": "any"}
STATUS = {"name": "str", "device-id": "int", "vhost-started": "bool", "device-endian": "str", "num-vqs": "int"}
STATUS |= {"started": "bool", "broken": "bool", "disabled": "bool", "use-started": "bool", "isr": "int", "bus-name": "str"}
PARAMETERS = dict.fromkeys(("*announce-initial", "*max-bandwidth", "*downtime-limit", "*multifd-channels"), "int")
PARAMETERS |= {"*cpu-throttle-tailslow": "bool", "*multifd-compression": ("none", "zlib", "zstd"), "*direct-io": "bool"}

# Properties of virtio-net-pci, with QEMU's names for their types.
NIC_PROPERTIES = {"addr": "str", "romfile": "str", "disable-legacy": "OnOffAuto", "mac": "str", "netdev": "str"}
NIC_PROPERTIES |= {"vectors": "uint32", "tx_queue_size": "uint16", "rx_queue_size": "uint16", "host_mtu": "uint16"}
NIC_PROPERTIES |= {"mq": "bool", "csum": "bool", "disable-modern": "bool", "ioeventfd": "bool", "x-disable-pcie": "bool"}


def commands(config: Config, dialect: Dialect) -> dict[str, tuple[object, object]]:
    """Maps each command to the types of its arguments and its answer."""
    capability = CAPABILITIES + ((dialect.capability,) if dialect.capability else ())
    capabilities = [{"capability": capability, "state": "bool"}]
    parameters = PARAMETERS | ({f"*{dialect.parameter[0]}": dialect.parameter[1]} if dialect.parameter else {})
    netdev_cases = {"user": {"*hostname": "str"}, "tap": TAP | dialect.netdev, "socket": SOCKET, "dgram": DGRAM}
    netdev = Union({"id": "str", "type": (*netdev_cases, "none")}, "type", netdev_cases)
    running = {"running": "bool", "status": STATES} | ({"singlestep": "bool"} if config.release < (8, 0) else {})
    migration = {"*status": MIGRATION_STATES, "*total-time": "int", "*downtime": "int", "*error-desc": "str"}
    migrate = {"uri" if config.release < (8, 2) else "*uri": "str", "*detach": "bool", "*resume": "bool"}
    incoming = {"uri": "str"} | ({"*exit-on-error": "bool"} if config.release >= (9, 1) else {})
    machine = {"name": "str", "*alias": "str", "cpu-max": "int", "deprecated": "bool"}
    return {
        "qmp_capabilities": ({"*enable": [("oob",)]}, NOTHING),
        "query-version": (NOTHING, VERSION),
        "query-commands": (NOTHING, [{"name": "str"}]),
        "query-qmp-schema": (NOTHING, [{"name": "str", "meta-type": "str"}]),
        "query-machines": (NOTHING, [machine]),
        "device-list-properties": ({"typename": "str"}, [PROPERTY]),
        "qom-list-properties": ({"typename": "str"}, [PROPERTY]),
        "query-status": (NOTHING, running),
        "cont": (NOTHING, NOTHING),
        "stop": (NOTHING, NOTHING),
        "system_reset": (NOTHING, NOTHING),
        "quit": (NOTHING, NOTHING),
        "netdev_add": (netdev, NOTHING),
        "device_add": ({"driver": "str", "*bus": "str", "*id": "str"}, NOTHING),
        "migrate-set-capabilities": ({"capabilities": capabilities}, NOTHING),
        "query-migrate-capabilities": (NOTHING, capabilities),
        "migrate-set-parameters": (parameters, NOTHING),
        "query-migrate-parameters": (NOTHING, parameters),
        "migrate-incoming": (incoming, NOTHING),
        "migrate": (migrate, NOTHING),
        "query-migrate": (NOTHING, migration),
        "x-query-virtio": (NOTHING, [{"path": "str", "name": "str"}]),
        "x-query-virtio-status": ({"path": "str"}, STATUS),
    }


EVENTS = {
    "MIGRATION": {"status": MIGRATION_STATES},
    "MIGRATION_PASS": {"pass": "int"},
    "RESUME": NOTHING,
    "SHUTDOWN": {"guest": "bool", "reason": "str"},
    "STOP": NOTHING,
}


def describe(known: dict) -> list:
    """The answer of query-qmp-schema. Types have numbers as names; each appears once."""
    entries: list = []
    names: dict = {}

    def members(kind: dict) -> list:
        optional = {True: {"default": None}, False: {}}
        return [{"name": key.lstrip("*"), "type": name(kind[key]), **optional[key[0] == "*"]} for key in kind]

    def add(kind) -> str:
        if isinstance(kind, str):
            entries.append({"name": kind, "meta-type": "builtin", "json-type": JSON_TYPES[kind]})
            return kind
        if isinstance(kind, list):
            element = name(kind[0])
            entries.append({"name": f"[{element}]", "meta-type": "array", "element-type": element})
            return f"[{element}]"
        number = str(sum(entry["name"].isdigit() for entry in entries))
        entry = {"name": number, "meta-type": "enum" if isinstance(kind, tuple) else "object"}
        entries.append(entry)
        if isinstance(kind, tuple):
            entry |= {"members": [{"name": word} for word in kind], "values": list(kind)}
        elif isinstance(kind, Union):
            entry |= {"members": members(kind.base), "tag": kind.tag}
            entry["variants"] = [{"case": case, "type": name(kind.cases.get(case, NOTHING))} for case in kind.base[kind.tag]]
        else:
            entry["members"] = members(kind)
        return number

    def name(kind) -> str:
        key = repr(kind)
        if key not in names:
            names[key] = add(kind)
        return names[key]

    name(NOTHING)
    for command, (arguments, answer) in known.items():
        features = {"features": ["unstable"]} if command.startswith("x-") else {}
        types = {"arg-type": name(arguments), "ret-type": name(answer)}
        entries.append({"name": command, "meta-type": "command", **types, **features})
    for event, data in EVENTS.items():
        entries.append({"name": event, "meta-type": "event", "arg-type": name(data)})
    return entries


def check(kind, value, name: str, open_ended: bool = False) -> None:
    """Checks a value against a type. `open_ended` allows more members than the type has. @raise QmpError: in QEMU's words."""
    if isinstance(kind, str):
        right = {"str": str, "bool": bool, "int": int, "any": object}[kind]
        if isinstance(value, right) and not (kind == "int" and isinstance(value, bool)):
            return
        if kind == "int":
            raise QmpError(f"Parameter '{name}' expects uint64")
        raise QmpError(f"Invalid parameter type for '{name}', expected: {JSON_TYPES[kind]}")
    if isinstance(kind, tuple):
        check("str", value, name)
        if value not in kind:
            raise QmpError(f"Parameter '{name}' does not accept value '{value}'")
    elif isinstance(kind, list):
        if not isinstance(value, list):
            raise QmpError(f"Invalid parameter type for '{name}', expected: array")
        for element in value:
            check(kind[0], element, name)
    elif not isinstance(value, dict):
        raise QmpError(f"Invalid parameter type for '{name}', expected: object")
    elif isinstance(kind, Union):
        check(kind.base, value, name, open_ended=True)
        check(kind.base | kind.cases.get(value[kind.tag], NOTHING), value, name)
    else:
        check_members(kind, value, open_ended)


def check_members(kind: dict, value: dict, open_ended: bool) -> None:
    for key, member in kind.items():
        bare = key.lstrip("*")
        if bare in value:
            check(member, value[bare], bare)
        elif bare == key:
            raise QmpError(f"Parameter '{bare}' is missing")
    unexpected = [] if open_ended else [key for key in value if key not in kind and f"*{key}" not in kind]
    if unexpected:
        raise QmpError(f"Parameter '{unexpected[0]}' is unexpected")
