"""Ground truth: what really happened and when, independent of QMP and of any probe."""

import json
import os
import time
from typing import Optional


class Truth:
    """Appends JSON lines to the configured file. All processes of a test share it, so each line is one write."""

    def __init__(self, path: Optional[str]):
        self._fd = None if path is None else os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o666)

    def note(self, side: str, what: str, **more) -> None:
        """Takes the stamps first, then does the rest."""
        stamps = {"monotonicNs": time.monotonic_ns(), "realtimeNs": time.time_ns()}
        if self._fd is not None:
            line = json.dumps({"pid": os.getpid(), "side": side, "what": what, **stamps, **more})
            os.write(self._fd, f"{line}\n".encode())
