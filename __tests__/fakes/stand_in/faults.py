"""Faults that the configuration orders. README.md lists the steps and the kinds."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

FLOODS = {
    "console": b"kernel: [    0.000000] the same line over and over again\r\n",
    "stderr": b"qemu-system-x86_64: warning: the same line over and over again\n",
    "qmp": b'{"timestamp": {"seconds": 1, "microseconds": 1}, "event": "RTC_CHANGE", "data": {"offset": 1}}\r\n',
}
ENDLESS_LINE = b"the same words over and over again "


def now(directory: str) -> list:
    """The faults that this process must do now: `now-PID.json` beside the configuration."""
    with open(os.path.join(directory, f"now-{os.getpid()}.json"), encoding="utf-8") as file:
        return json.load(file)


def matching(rules: list, directory: str, side: str, step: str, arguments: dict) -> list:
    """The faults that are due at this step. `nth` counts over all processes that share the configuration."""
    due = []
    for index, rule in enumerate(rules):
        if rule.get("side", "any") not in ("any", side) or rule["step"] != step:
            continue
        if "argument" in rule and rule["argument"] not in arguments:
            continue
        if "nth" not in rule or rule["nth"] == count(os.path.join(directory, f"fault-{index}.count")):
            due.append(rule)
    return due


def count(path: str) -> int:
    """How often this was called for a path, including now."""
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        os.write(fd, b"|")
        return os.fstat(fd).st_size
    finally:
        os.close(fd)


def die(rule: dict) -> None:
    """Ends at once, without cleaning up."""
    if "message" in rule:
        print(rule["message"], file=sys.stderr, flush=True)
    if "signal" in rule:
        os.kill(os.getpid(), signal.Signals[rule["signal"]])
    os._exit(rule.get("status", 1))


def hang(rule: dict) -> None:
    """Stays alive, but does nothing. QEMU handles SIGTERM in its main loop, so a hanging QEMU ignores it."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN if rule.get("ignoreSigterm", True) else signal.SIG_DFL)
    while True:
        time.sleep(3600)


def attack(rule: dict, qmp: str) -> int:
    """Runs a shell script with our rights, as a hostile QEMU could. @return: its exit status."""
    base = qmp.removesuffix(".qmp")
    given = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "BASE": base, "FOLDER": os.path.dirname(base), "SELF": str(os.getpid())}
    command = ["/bin/sh", "-euc", rule["script"]]
    return subprocess.run(command, env={**given, **rule.get("env", {})}, stdin=subprocess.DEVNULL, check=False).returncode


def flood(fds: list, where: str, endless_line: bool) -> None:
    """Writes about 10 MB per second without end, in the background."""
    line = ENDLESS_LINE if endless_line else FLOODS[where]

    def write() -> None:
        piece = line * (16384 // len(line))
        try:
            while True:
                for fd in fds:
                    os.write(fd, piece)
                time.sleep(0.001)
        except OSError:
            pass

    threading.Thread(target=write, daemon=True).start()
