"""The switches of local migration, TAPs and the NIC. Refuses wrong arguments and wrong orders of the dialect.

Texts are QEMU's where they are known. Texts about order, and those of all dialects but the final one, are made up.
"""

import re

from .machine import Machine
from .schema import NIC_PROPERTIES, QmpError, check
from .tap import Tap

# Arguments that say how to open a TAP. A TAP that gets its queues with the migration must not have them.
OPENING = ("fd", "fds", "helper", "br", "ifname", "sndbuf", "vnet_hdr")
MAC = re.compile(r"([0-9a-f]{2}:){5}[0-9a-f]{2}", re.IGNORECASE)
# Types of the schema by QEMU's names for the types of properties.
PROPERTY_TYPES = {"str": "str", "bool": "bool", "OnOffAuto": ("on", "off", "auto"), "uint16": "int", "uint32": "int"}


def set_parameters(machine: Machine, given: dict) -> None:
    dialect = machine.dialect
    name = dialect.parameter[0] if dialect.parameter else None
    if name in given and bool(given[name]) != bool(machine.parameters.get(name, False)):
        if not dialect.hands_over:
            raise QmpError(f"the stand-in knows {name} by name only")
        if dialect.when == "before-netdev" and machine.taps:
            raise QmpError("Migration parameter @local must be set before TAP backends are added")
        if dialect.when == "after-device" and not machine.nics:
            raise QmpError("Migration parameter @local must be set after the devices with local-migration are added")
        if given[name] and dialect.when == "after-device" and not all(nic.get("local-migration") for nic in machine.nics):
            raise QmpError("Migration parameter @local needs a device with local-migration=on")
    machine.parameters |= given


def add_netdev(machine: Machine, given: dict) -> None:
    if given["id"] in machine.taps:
        raise QmpError(f"Duplicate ID '{given['id']}'")
    if given["type"] != "tap":
        raise QmpError(f"the stand-in has no netdev of type {given['type']}")
    if "fd" in given or "fds" in given:
        raise QmpError("the stand-in takes no fds over QMP")
    if "no" in (given.get("script"), given.get("downscript")) and machine.config.release >= (11, 0, 50):
        machine.complain("warning: script=no and downscript=no are deprecated, use an empty string")
    tap = Tap(given["id"], given.get("queues", 1), machine.truth, lambda: machine.side)
    tap.waits = waits_for_fds(machine, given)
    permission = machine.dialect.permission
    tap.handed_over = permission in machine.dialect.device or bool(given.get(permission))
    if not tap.waits:
        tap.open(given.get("ifname", ""), given.get("vnet_hdr", True))
    if given.get("vhost"):
        open_vhost(machine, tap)
    machine.taps[given["id"]] = tap


def waits_for_fds(machine: Machine, given: dict) -> bool:
    """Whether a TAP gets its queues with the migration. @raise QmpError: for arguments that contradict this."""
    dialect = machine.dialect
    incoming, local = machine.run_state == "inmigrate", bool(machine.parameters.get("local"))
    if dialect.waits is None:
        wanted = dialect.hands_over and incoming and local and given.get(dialect.permission, False)
    else:
        wanted = given.get(dialect.waits, False)
    if not wanted:
        return False
    if not incoming:
        raise QmpError(f"{dialect.waits}=on is only possible with -incoming")
    if dialect.when == "before-netdev" and not local:
        raise QmpError(f"{dialect.waits}=on needs migration parameter @local to be set before")
    if f"*{dialect.permission}" in dialect.netdev and not given.get(dialect.permission):
        raise QmpError(f"{dialect.waits}=on needs {dialect.permission}=on")
    conditions = [f"TAP parameter @{dialect.waits or dialect.permission} is set"]
    if dialect.when == "before-netdev":
        conditions.insert(0, "migration parameter @local is set")
    what = f"Local incoming migration of TAP device (-incoming, {', '.join(conditions)})"
    refused = [name for name in OPENING if dialect.ifname == "refused" or name not in ("ifname", "vnet_hdr")]
    if any(name in given for name in refused):
        raise QmpError(f"{what} is incompatible with {', '.join(f'{name}=' for name in refused)}")
    if dialect.ifname == "required" and "ifname" not in given:
        raise QmpError(f"{what} requires ifname=")
    if dialect.explicit_scripts and not {"script", "downscript"} <= set(given):
        raise QmpError(f"{what} requires script= and downscript= to be empty")
    if given.get("script", "") not in ("", "no") or given.get("downscript", "") not in ("", "no"):
        raise QmpError(f"{what} is incompatible with script= and downscript=")
    return True


def open_vhost(machine: Machine, tap: Tap) -> None:
    """Opens /dev/vhost-net. QEMU before 8.0 (seen with 7.2) aborts when it can't. @raise QmpError: later versions refuse."""
    try:
        tap.open_vhost()
    except OSError as error:
        if machine.config.pretend_vhost:
            tap.vhost = True
            return
        tap.close()
        if machine.config.release < (8, 0):
            machine.complain(f"warning: tap: open vhost char device failed: {error.strerror}")
            machine.abort("../../net/net.c:1131: net_client_init1: Assertion `nc' failed.")
        new = machine.config.release >= (11, 0, 50)
        text = "Could not open '/dev/vhost-net'" if new else "tap: open vhost char device failed"
        raise QmpError(f"{text}: {error.strerror}") from error
    tap.vhost = True


def add_device(machine: Machine, given: dict) -> None:
    if given["driver"] != "virtio-net-pci":
        raise QmpError(f"'{given['driver']}' is not a valid device model name")
    if given.get("bus", "pcie.0") not in machine.options.buses:
        raise QmpError(f"Bus '{given['bus']}' not found")
    if given.get("bus", "pcie.0") == "pcie.0":
        raise QmpError("Bus 'pcie.0' does not support hotplugging")
    for nic in machine.nics:
        if nic["id"] == given.get("id"):
            raise QmpError(f"Duplicate device ID '{given['id']}'")
        if nic.get("addr") == given.get("addr"):
            slot = int(given.get("addr", "0"), 16)
            raise QmpError(f"PCI: slot {slot} function 0 not available for virtio-net-pci, in use by virtio-net-pci,id={nic['id']}")
        if nic["netdev"] == given.get("netdev"):
            raise QmpError(f"Property 'virtio-net-device.netdev' can't take value '{given['netdev']}', it's in use")
    known = NIC_PROPERTIES | machine.dialect.device
    for name, value in given.items():
        if name in ("driver", "bus", "id"):
            continue
        if name not in known:
            raise QmpError(f"Property 'virtio-net-pci.{name}' not found")
        check_property(machine, known[name], value, name)
    if given.get("netdev") not in machine.taps:
        raise QmpError(f"Property 'virtio-net-device.netdev' can't find value '{given.get('netdev')}'")
    if not MAC.fullmatch(given.get("mac", "52:54:00:12:34:56")):
        raise QmpError(f"Property 'virtio-net-device.mac' doesn't take value '{given['mac']}'")
    machine.add_nic({"id": "net0", **given}, bytes.fromhex(given.get("mac", "52:54:00:12:34:56").replace(":", "")))
    if machine.dialect.permission in machine.dialect.device:
        machine.nic_taps[-1].handed_over = bool(given.get(machine.dialect.permission))


def check_property(machine: Machine, kind: str, value: object, name: str) -> None:
    """Checks a property's type. Up to 9.x QEMU converted all values to text and back, so "on" works as true."""
    if machine.config.release < (10, 0) and isinstance(value, str) and PROPERTY_TYPES[kind] in ("bool", "int"):
        return
    check(PROPERTY_TYPES[kind], value, name)


def properties(machine: Machine, typename: str, kind: str) -> list:
    if typename != "virtio-net-pci":
        raise QmpError(f"{kind} '{typename}' not found", "DeviceNotFound")
    return [{"name": name, "type": of} for name, of in (NIC_PROPERTIES | machine.dialect.device).items()]
