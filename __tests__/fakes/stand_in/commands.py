"""What each QMP command does. The arguments have already been checked against the schema."""

from . import incoming, outgoing
from .devices import add_device, add_netdev, properties, set_parameters
from .machine import Machine
from .migration import Migration
from .options import machine_types
from .schema import QmpError, check, commands, describe

BACKEND = "/machine/peripheral/{}/virtio-backend"


class Commands:
    def __init__(self, machine: Machine, migration: Migration):
        self._machine = machine
        self._migration = migration
        self._known = commands(machine.config, machine.dialect)
        self._do = {
            "qmp_capabilities": lambda _: {},
            "query-version": self._version,
            "query-commands": lambda _: [{"name": name} for name in self._known],
            "query-qmp-schema": lambda _: describe(self._known),
            "query-machines": self._machines,
            "device-list-properties": lambda given: properties(machine, given["typename"], "Device"),
            "qom-list-properties": lambda given: properties(machine, given["typename"], "Class"),
            "query-status": self._status,
            "cont": self._cont,
            "stop": self._stop,
            "system_reset": self._reset,
            "quit": self._quit,
            "netdev_add": lambda given: add_netdev(machine, given),
            "device_add": lambda given: add_device(machine, given),
            "migrate-set-capabilities": self._set_capabilities,
            "query-migrate-capabilities": self._capabilities,
            "migrate-set-parameters": lambda given: set_parameters(machine, given),
            "query-migrate-parameters": lambda _: machine.parameters,
            "migrate-incoming": lambda given: incoming.start(migration, given.get("uri", "")),
            "migrate": lambda given: outgoing.start(migration, given.get("uri", "")),
            "query-migrate": lambda _: migration.info,
            "x-query-virtio": self._virtio,
            "x-query-virtio-status": self._virtio_status,
        }

    async def execute(self, command: str, arguments: dict) -> object:
        """@raise QmpError: in QEMU's words."""
        if command not in self._known:
            raise QmpError(f"The command {command} has not been found", "CommandNotFound")
        # device_add also takes the device's properties, which add_device checks.
        check(self._known[command][0], arguments, "arguments", open_ended=command == "device_add")
        await self._machine.at(command, arguments)
        result = self._do[command](arguments)
        if command == "cont":
            await self._machine.at("after-resume")
        return {} if result is None else result

    def _version(self, _: dict) -> dict:
        major, minor, micro = self._machine.config.release
        return {"qemu": {"major": major, "minor": minor, "micro": micro}, "package": self._machine.config.package}

    def _machines(self, _: dict) -> list:
        known = machine_types(self._machine.config)
        aliases = {real: {"alias": alias} for alias, real in known.items() if real is not None}
        return [
            {"name": name, "cpu-max": 288, "deprecated": False, **aliases.get(name, {})}
            for name, real in known.items()
            if real is None
        ]

    def _status(self, _: dict) -> dict:
        machine = self._machine
        single_step = {"singlestep": False} if machine.config.release < (8, 0) else {}
        return {"status": machine.run_state, "running": machine.running, **single_step}

    def _cont(self, _: dict) -> None:
        if self._machine.run_state == "inmigrate":
            self._migration.resume_at_end = True
        elif not self._machine.running:
            self._machine.resume()

    def _stop(self, _: dict) -> None:
        if self._machine.running:
            self._machine.pause("paused")

    def _reset(self, _: dict) -> None:
        """Works only with -no-reboot, where a reset ends QEMU."""
        if not self._machine.options.no_reboot:
            raise QmpError("the stand-in resets nothing without -no-reboot")
        self._machine.qmp.emit("SHUTDOWN", guest=False, reason="host-qmp-system-reset")
        self._machine.exit(0)

    def _quit(self, _: dict) -> None:
        self._machine.qmp.emit("SHUTDOWN", guest=False, reason="host-qmp-quit")
        self._machine.exit(0)

    def _set_capabilities(self, given: dict) -> None:
        if self._migration.active:
            raise QmpError("There's a migration process in progress")
        chosen = {item["capability"]: item["state"] for item in given["capabilities"]}
        if chosen.get(self._machine.dialect.capability):
            raise QmpError(f"the stand-in knows {self._machine.dialect.capability} by name only")
        self._machine.capabilities |= chosen

    def _capabilities(self, _: dict) -> list:
        names = self._known["query-migrate-capabilities"][1][0]["capability"]
        return [{"capability": name, "state": self._machine.capabilities.get(name, False)} for name in names]

    def _virtio(self, _: dict) -> list:
        return [{"path": BACKEND.format(nic["id"]), "name": "virtio-net"} for nic in self._machine.nics]

    def _virtio_status(self, given: dict) -> dict:
        machine = self._machine
        if given["path"] not in [BACKEND.format(nic["id"]) for nic in machine.nics]:
            raise QmpError(f"Path {given['path']} is not a realized VirtIODevice")
        if machine.config.release >= (11, 0, 92):
            # Seen with 11.0.92 and 11.1.3: this command kills them, with and without vhost.
            machine.abort("qapi/qapi-visit-core.c:52: visit_start_struct: Assertion `!(v->type & ...) || *obj' failed.")
        status = {"name": "virtio-net", "device-id": 1, "vhost-started": machine.vhost_started, "device-endian": "little"}
        status |= {"num-vqs": 2 * machine.tap.queues + 1, "started": machine.running, "broken": False, "disabled": False}
        return {**status, "use-started": True, "isr": 1, "bus-name": ""}
