"""The configuration: `stand-in.json` in the folder of the name it was started by. The product does not pass its environment on
to QEMU, so variables would not arrive.
"""

import json
import os
from dataclasses import dataclass, field
from typing import Optional


@dataclass(frozen=True)
class Config:
    directory: str
    dialect: str = "permit"
    version: str = "11.0.50"
    package: str = "v11.0.0-stand-in"
    freeze_ms: float = 0
    freeze_kind: str = "queued"
    boot_ms: float = 20
    log: Optional[str] = None
    pretend_vhost: bool = False
    nc: bool = True
    faults: list = field(default_factory=list)

    @property
    def release(self) -> tuple[int, int, int]:
        """The version as a tuple for comparisons, like (11, 0, 50)."""
        major, minor, micro = (int(part) for part in self.version.split("."))
        return major, minor, micro


NAMES = {
    "dialect": "dialect",
    "version": "version",
    "package": "package",
    "freezeMs": "freeze_ms",
    "freezeKind": "freeze_kind",
    "bootMs": "boot_ms",
    "log": "log",
    "pretendVhost": "pretend_vhost",
    "nc": "nc",
    "faults": "faults",
}


def read_config(invoked_as: str) -> Config:
    """Reads the file beside the name it was started by; does not follow links. Without a file: the defaults.

    @raise SystemExit: for an unknown key or freezeKind.
    """
    directory = os.path.dirname(os.path.abspath(invoked_as))
    path = os.path.join(directory, "stand-in.json")
    try:
        with open(path, encoding="utf-8") as file:
            given = json.load(file)
    except FileNotFoundError:
        given = {}
    unknown = sorted(set(given) - set(NAMES))
    if unknown:
        raise SystemExit(f"{path}: unknown: {', '.join(unknown)}; known: {', '.join(NAMES)}")
    if given.get("freezeKind", "queued") not in ("queued", "dropped"):
        raise SystemExit(f"{path}: freezeKind is 'queued' or 'dropped'")
    return Config(directory, **{NAMES[key]: value for key, value in given.items()})
