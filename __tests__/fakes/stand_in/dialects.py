"""One row for each way in which builds of QEMU were told to hand over a TAP. Adding the next is adding a row."""

from dataclasses import dataclass, field
from typing import Optional


@dataclass(frozen=True)
class Dialect:
    name: str
    # Migration parameter that switches it on, and its type. Only a `local` of type bool can be switched on here.
    parameter: Optional[tuple[str, object]] = None
    # When `local` may be switched: "before-netdev", or "after-device".
    when: str = "before-netdev"
    capability: Optional[str] = None
    # Further members of netdev_add of type tap, and further properties of virtio-net-pci.
    netdev: dict[str, object] = field(default_factory=dict)
    device: dict[str, str] = field(default_factory=dict)
    # What allows a TAP (or its device) to be handed over.
    permission: Optional[str] = None
    # Member of netdev_add without which a target doesn't wait for fds. None: permission and `local` are enough.
    waits: Optional[str] = None
    # What a target that waits for fds is told about ifname and vnet_hdr: "refused", "accepted" or "required".
    ifname: str = "refused"
    # Whether a target that waits for fds must be told `script` and `downscript`.
    explicit_scripts: bool = False

    @property
    def hands_over(self) -> bool:
        """Whether the stand-in can hand TAPs over in this dialect, and not just knows its names."""
        return self.permission is not None


LOCAL = ("local", "bool")
V16 = dict(
    parameter=LOCAL,
    when="after-device",
    netdev={"*incoming-fds": "bool"},
    device={"local-migration": "bool"},
    permission="local-migration",
    waits="incoming-fds",
)

DIALECTS = {
    row.name: row
    for row in (
        Dialect(
            "permit",
            parameter=LOCAL,
            netdev={"*x-permit-local-migration": "bool"},
            permission="x-permit-local-migration",
            explicit_scripts=True,
        ),
        Dialect(
            "supported",
            parameter=LOCAL,
            netdev={"*x-local-migration-supported": "bool"},
            permission="x-local-migration-supported",
        ),
        Dialect(
            "supported-v17",
            parameter=LOCAL,
            netdev={"*local-migration-supported": "bool", "*incoming-fds": "bool"},
            permission="local-migration-supported",
            waits="incoming-fds",
        ),
        Dialect("incoming-fds", **V16),
        Dialect("incoming-fds-tolerant", **V16, ifname="accepted"),
        Dialect("incoming-fds-early", **V16, ifname="required"),
        Dialect("backend-transfer-v7", parameter=("backend-transfer", ["str"])),
        Dialect("backend-transfer-v8", parameter=("backend-transfer", "bool"), device={"backend-transfer": "bool"}),
        Dialect("backend-transfer-v9", parameter=("backend-transfer", ["str"])),
        Dialect("fds", parameter=("fds", "bool")),
        Dialect("local-tap", capability="local-tap", netdev={"*local-incoming": "bool"}),
        Dialect("none"),
    )
}
