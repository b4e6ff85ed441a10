"""The machine as QMP shows it: its run state, its NICs, its guest, and the faults that it does."""

import asyncio
import os
import sys
import threading
import time
import traceback
from typing import Callable, Coroutine, Optional

from . import faults
from .config import Config
from .console import Console
from .dialects import DIALECTS
from .guest import Network
from .options import PROGRAM, Options
from .qmp import Qmp
from .schema import QmpError
from .shell import Shell
from .tap import Tap
from .truth import Truth


class Machine:
    def __init__(self, config: Config, options: Options, qmp: Qmp):
        self.config = config
        self.options = options
        self.dialect = DIALECTS[config.dialect]
        self.qmp = qmp
        self.truth = Truth(config.log)
        self.side = "probe" if options.machine == "none" else "target" if options.incoming else "source"
        self.run_state = "inmigrate" if options.incoming else "prelaunch"
        self.capabilities: dict[str, bool] = {}
        self.parameters: dict = {}
        self.taps: dict[str, Tap] = {}
        self.nics: list[dict] = []
        self._vhost_turns: Optional[threading.Semaphore] = None
        # One for each NIC, and one before there is a NIC.
        self.networks = [Network(lambda frame: self._send(0, frame))]
        shell = Shell(self.networks, lambda: min(self.tap.queues if self.tap else 1, options.smp), config.nc)
        self.console = Console(shell, self.at)
        self.exited: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._dead_networks: set[int] = set()
        self._one_queue = False
        self._tasks: set[asyncio.Task] = set()
        self._vhost_fails = False
        self._vhost_idles = False

    @property
    def tap(self) -> Optional[Tap]:
        """The TAP behind the first NIC."""
        return self.nic_taps[0] if self.nics else None

    @property
    def nic_taps(self) -> list[Tap]:
        """The TAPs behind the NICs, in their order."""
        return [self.taps[nic["netdev"]] for nic in self.nics]

    @property
    def network(self) -> Network:
        """The guest's network on the first NIC."""
        return self.networks[0]

    def add_nic(self, nic: dict, mac: bytes) -> None:
        self.nics.append(nic)
        number = len(self.nics) - 1
        if number > 0:
            self.networks.append(Network(lambda frame: self._send(number, frame)))
        self.networks[number].mac = mac

    @property
    def vhost_started(self) -> bool:
        return self._vhost_turns is not None

    @property
    def running(self) -> bool:
        return self.run_state == "running"

    def note(self, what: str, **more) -> None:
        self.truth.note(self.side, what, **more)

    def complain(self, message: str) -> None:
        print(f"{PROGRAM}: {message}", file=sys.stderr, flush=True)

    async def at(self, step: str, arguments: Optional[dict] = None) -> set[str]:
        """Does the faults that are due at this step. @return: the kinds that the caller must do."""
        left = set()
        for rule in faults.matching(self.config.faults, self.config.directory, self.side, step, arguments or {}):
            left |= await self._do(rule, step)
        return left

    async def now(self) -> None:
        """Does the faults that a test orders of the running process. Faults of QMP wait until QMP is connected."""
        for rule in faults.now(self.config.directory):
            while "qmp" in (rule.get("where"), *rule["kind"].split("-")) and self.qmp.fd < 0:
                await asyncio.sleep(0.005)
            await self._do(rule, "now")

    async def _do(self, rule: dict, step: str) -> set[str]:
        kind = rule["kind"]
        self.note("fault", step=step, kind=kind)
        if kind == "refuse":
            default = f"Parameter '{rule.get('argument', step)}' is unexpected"
            raise QmpError(rule.get("message", default), rule.get("class", "GenericError"))
        if kind == "fail":
            raise MigrationFailed(rule.get("message", "stand-in was told to fail"))
        if kind == "delay":
            await asyncio.sleep(rule["ms"] / 1000)
        elif kind == "busy":
            # Blocks the loop that reads the TAP too.
            time.sleep(rule["ms"] / 1000)
        elif kind == "flood":
            fds = {"console": self.console.fds, "stderr": [2], "qmp": [self.qmp.fd]}[rule["where"]]
            faults.flood(fds, rule["where"], rule.get("endlessLine", False))
        elif kind == "panic":
            self.console.panic()
            self.kill_network()
        elif kind == "deaf":
            self.kill_network(rule.get("nic"))
        elif kind == "one-queue":
            self._one_queue = True
        elif kind == "lossy":
            self.network.loses_one_in = rule["oneIn"]
        elif kind == "reset-connections":
            self.network.tcp.reset_all()
        elif kind == "mute-connections":
            self.network.tcp.mute()
        elif kind == "say":
            self.qmp.say(rule["text"])
        elif kind == "attack":
            self.note("attacked", status=faults.attack(rule, self.options.chardevs[self.options.qmp]["path"]))
        elif kind == "vhost-falls-back":
            self._vhost_fails = True
        elif kind == "vhost-idles":
            self._vhost_idles = True
        elif kind in ("die", "hang"):
            {"die": faults.die, "hang": faults.hang}[kind](rule)
        elif not self.qmp.misbehave(kind):
            return {kind}
        return set()

    def resume(self) -> None:
        """Runs the guest, as `cont` does. RESUME is stamped after reading has resumed."""
        if self.run_state == "prelaunch":
            self.spawn(self._boot())
        self.run_state = "running"
        self._start_vhost()
        dropped = self.side == "target" and self.config.freeze_kind == "dropped"
        for number, tap in enumerate(self.nic_taps):
            if number not in self._dead_networks:
                tap.start(self._answers(number), drop_waiting=dropped)
        self.network.tcp.start()
        self.qmp.emit("RESUME")
        self.console.start()

    def pause(self, run_state: str) -> None:
        """Stops the guest. STOP is stamped after reading has stopped."""
        self.console.stop()
        self.network.tcp.stop()
        for tap in self.nic_taps:
            if tap.reading:
                tap.stop()
        turns, self._vhost_turns = self._vhost_turns, None
        if turns is not None:
            turns.release()
        self.run_state = run_state
        self.qmp.emit("STOP")

    def kill_network(self, number: Optional[int] = None) -> None:
        """Stops reading a NIC's TAP for good. None: those of all NICs."""
        dead = set(range(len(self.nics))) if number is None else {number}
        self._dead_networks |= dead
        for one, tap in enumerate(self.nic_taps):
            if one in dead and tap.reading:
                tap.stop()

    def abort(self, message: str) -> None:
        """Ends as with a failed assertion."""
        faults.die({"message": f"{PROGRAM}: {message}", "signal": "SIGABRT"})

    def spawn(self, work: Coroutine) -> None:
        """Runs work in the background. A bug of the stand-in ends it with status 99, which no ordered fault uses."""

        def done(task: asyncio.Task) -> None:
            self._tasks.discard(task)
            if not task.cancelled() and task.exception() is not None:
                traceback.print_exception(None, task.exception(), task.exception().__traceback__)
                self.exit(99)

        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(done)

    def exit(self, status: int) -> None:
        if not self.exited.done():
            self.exited.set_result(status)

    async def _boot(self) -> None:
        left = await self.at("boot")
        await self.console.boot(self.config.boot_ms, prompt="no-prompt" not in left)

    def _send(self, number: int, frame: bytes) -> None:
        if number < len(self.nics) and self.nic_taps[number].reading:
            self.nic_taps[number].send(frame)

    def _start_vhost(self) -> None:
        """Pretends to start vhost. The kernel gets nothing: this process carries the packets, but a vhost thread shows."""
        if not self.tap or not self.tap.vhost or self.vhost_started:
            return
        if self._vhost_fails:
            self.complain("unable to start vhost net: 38: falling back on userspace virtio")
            return
        # The kernel's worker shows as a thread of QEMU with this name. It runs when there is a packet.
        turns = self._vhost_turns = threading.Semaphore(0)

        def work() -> None:
            while self._vhost_turns is turns:
                turns.acquire()

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        with open(f"/proc/self/task/{thread.native_id}/comm", "w", encoding="ascii") as name:
            name.write(f"vhost-{os.getpid()}")

    def _answers(self, number: int) -> Callable[[bytes, int], Optional[bytes]]:
        """The guest's answers to frames from a NIC's queues. It counts an interrupt each."""
        network = self.networks[number]

        def answer(frame: bytes, queue: int) -> Optional[bytes]:
            if self._vhost_turns is not None and not self._vhost_idles:
                self._vhost_turns.release()
            network.interrupts[0 if self._one_queue else queue] += 1
            return network.answer(frame)

        return answer


class MigrationFailed(Exception):
    """This side's migration fails."""
