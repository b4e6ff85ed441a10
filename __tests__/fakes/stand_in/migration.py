"""The status of a migration, as QMP reports it. outgoing.py and incoming.py do the work of the two sides."""

from .machine import Machine

ACTIVE = ("setup", "active", "device", "failing")


class Migration:
    def __init__(self, machine: Machine):
        self.machine = machine
        # The answer of query-migrate.
        self.info: dict = {}
        # Whether `cont` came before the migration ended.
        self.resume_at_end = False

    @property
    def active(self) -> bool:
        return self.info.get("status") in ACTIVE

    def enter(self, status: str, **more) -> None:
        """Sets the status for query-migrate and emits the event."""
        self.info = {"status": status, **more}
        self.machine.qmp.emit("MIGRATION", status=status)

    def emit_pass(self, number: int) -> None:
        self.machine.qmp.emit("MIGRATION_PASS", **{"pass": number})
