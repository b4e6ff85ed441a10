"""The dialects: how builds of QEMU are told to hand over a TAP. Add a row to add a dialect."""

from dataclasses import dataclass, field
from typing import Optional


@dataclass(frozen=True)
class Dialect:
    name: str
    # The migration parameter that switches it on, and its type. The stand-in can only switch on a `local` of type bool.
    parameter: Optional[tuple[str, object]] = None
    # When `local` may be switched: "before-netdev" or "after-device".
    when: str = "before-netdev"
    capability: Optional[str] = None
    # Additional members of netdev_add type=tap, and additional properties of virtio-net-pci.
    netdev: dict[str, object] = field(default_factory=dict)
    device: dict[str, str] = field(default_factory=dict)
    # What allows a TAP (or its device) to be handed over.
    permission: Optional[str] = None
    # The member of netdev_add that makes a target wait for fds. None: permission and `local` are enough.
    waits: Optional[str] = None
    # Whether ifname and vnet_hdr are "refused", "accepted" or "required" on a target that waits for fds.
    ifname: str = "refused"
    # Whether a target that waits for fds requires `script` and `downscript`.
    explicit_scripts: bool = False

    @property
    def hands_over(self) -> bool:
        """Whether the stand-in can hand over TAPs in this dialect. Otherwise it only knows its names."""
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
