"""Faults on command. The configuration has a list of them; README.md has the steps and the kinds."""

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
    """The faults that are ordered of this very process, for now: `now-PID.json` beside the configuration."""
    with open(os.path.join(directory, f"now-{os.getpid()}.json"), encoding="utf-8") as file:
        return json.load(file)


def matching(rules: list, directory: str, side: str, step: str, arguments: dict) -> list:
    """The faults that are due here. A rule with `nth` is counted over all processes that share the configuration."""
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
    """How often this was called for a path, this time included."""
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        os.write(fd, b"|")
        return os.fstat(fd).st_size
    finally:
        os.close(fd)


def die(rule: dict) -> None:
    """Ends at once, with nothing tidied up."""
    if "message" in rule:
        print(rule["message"], file=sys.stderr, flush=True)
    if "signal" in rule:
        os.kill(os.getpid(), signal.Signals[rule["signal"]])
    os._exit(rule.get("status", 1))


def hang(rule: dict) -> None:
    """Alive, and nothing else. QEMU's main loop is what hears SIGTERM, so a QEMU that hangs does not end by it."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN if rule.get("ignoreSigterm", True) else signal.SIG_DFL)
    while True:
        time.sleep(3600)


def attack(rule: dict, qmp: str) -> int:
    """What a QEMU could do to the files and processes around it: a script of shell, with our rights. @return: its exit status."""
    base = qmp.removesuffix(".qmp")
    given = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "BASE": base, "FOLDER": os.path.dirname(base), "SELF": str(os.getpid())}
    command = ["/bin/sh", "-euc", rule["script"]]
    return subprocess.run(command, env={**given, **rule.get("env", {})}, stdin=subprocess.DEVNULL, check=False).returncode


def flood(fds: list, where: str, endless_line: bool) -> None:
    """Writes without end, some 10 MB a second, while all else goes on."""
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
