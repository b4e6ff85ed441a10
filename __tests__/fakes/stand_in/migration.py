"""How far a migration has come, as QMP tells it. What the two ends do is in outgoing.py and incoming.py."""

from .machine import Machine

ACTIVE = ("setup", "active", "device", "failing")


class Migration:
    def __init__(self, machine: Machine):
        self.machine = machine
        # The answer of query-migrate.
        self.info: dict = {}
        # Whether `cont` came before the guest did.
        self.resume_at_end = False

    @property
    def active(self) -> bool:
        return self.info.get("status") in ACTIVE

    def enter(self, status: str, **more) -> None:
        """The next status, as query-migrate and the event tell it."""
        self.info = {"status": status, **more}
        self.machine.qmp.emit("MIGRATION", status=status)

    def emit_pass(self, number: int) -> None:
        self.machine.qmp.emit("MIGRATION_PASS", **{"pass": number})
