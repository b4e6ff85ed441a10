"""As much of a shell as the product needs: lists of simple commands, `$?`, and redirections that hide output."""

import re
import shlex
import socket
from typing import Callable

from .guest import Network

SEPARATORS = re.compile(r"(;|&&|\|\|)")
# Output goes to the terminal or nowhere, so the exact target does not matter.
SUBSTITUTION = re.compile(r"\$\(([^()]*)\)")
INTERFACE = re.compile(r"\beth(\d+)\b")
REDIRECTION = re.compile(r"\s*(?:&>|\d?>>?|<)\s*(?:/dev/null|&\d)")
# A loop that connects with some nc in the background; each sends back what it gets.
CONNECT = re.compile(
    r"\(i=0; while \[ \$i -lt (\d+) \]; do nc ([\d.]+) (\d+) -e cat </dev/null >/dev/null 2>&1 & i=\$\(\(i\+1\)\); done\)"
)


class Shell:
    def __init__(self, networks: list[Network], queue_pairs: Callable[[], int], has_nc: bool):
        self.columns = 80
        self._networks = networks
        self._queue_pairs = queue_pairs
        self._has_nc = has_nc
        self._status = 0

    def state(self) -> dict:
        return {"columns": self.columns, "status": self._status}

    def load(self, state: dict) -> None:
        self.columns, self._status = state["columns"], state["status"]

    async def run(self, line: str) -> str:
        """Runs a line. @return: what its commands print."""
        output = ""
        operator = ";"
        for part in SEPARATORS.split(CONNECT.sub(r"connect-in-loop \1 \2 \3", line)):
            if SEPARATORS.fullmatch(part):
                operator = part
            elif part.strip() and (operator == ";" or (operator == "&&") == (self._status == 0)):
                output += await self._pipeline(part.replace("$?", str(self._status)))
        return output

    async def _pipeline(self, text: str) -> str:
        quiet = "/dev/null" in text
        for inner in SUBSTITUTION.findall(text):
            text = text.replace(f"$({inner})", " ".join((await self._pipeline(inner)).split()))
        output = ""
        for command in REDIRECTION.sub("", text).split("|"):
            try:
                output = await self._command(shlex.split(command), output)
            except (OSError, ValueError, IndexError) as error:
                self._status, output = 2, f"sh: {command.strip()}: {error}\n"
        return "" if quiet else output

    async def _command(self, words: list[str], piped: str) -> str:
        self._status, output = 0, ""
        name, arguments = words[0], words[1:]
        if name == "echo":
            output = " ".join(arguments) + "\n"
        elif name == "stty":
            self.columns = int(arguments[arguments.index("cols") + 1]) if "cols" in arguments else self.columns
        elif name == "ip":
            output = self._ip([word for word in arguments if word != "dev"])
        elif name == "ping":
            output = await self._ping(arguments)
        elif name == "ls":
            output = self._ls(" ".join(arguments))
        elif name == "grep":
            output = self._grep(arguments)
        elif name == "command":
            output = self._path_of(arguments[-1])
        elif name == "connect-in-loop":
            self._connect(int(arguments[0]), arguments[1], int(arguments[2]))
        elif name == "wc":
            output = f"{piped.count(chr(10))}\n"
        elif name == "false":
            self._status = 1
        elif name not in ("true", "cat", ":", "exec", "export", "dmesg"):
            self._status, output = 127, f"sh: {name}: not found\n"
        return output

    def _ls(self, pattern: str) -> str:
        """Lists the queues of a NIC, for a pattern like "/sys/class/net/eth0/queues/tx-*", or shows its device, for "…/eth0/device"."""
        interface = INTERFACE.search(pattern)
        kinds = [kind for kind in ("rx", "tx") if f"queues/{kind}-" in pattern]
        if interface and pattern.endswith("/device"):
            path = pattern.split()[-1]
            return f"lrwxrwxrwx    1 root     root             0 Jan  1 00:00 {path} -> ../../../virtio{interface[1]}\n"
        self._status = 0 if kinds and interface else 1
        pairs = range(self._queue_pairs() if interface else 0)
        return "".join(f"/sys/class/net/{interface[0]}/queues/{kind}-{pair}\n" for kind in kinds for pair in pairs)

    def _grep(self, arguments: list[str]) -> str:
        """Names the NIC for `grep -l MAC /sys/class/net/*/address`; prints lines for `grep virtio0-input /proc/interrupts`."""
        output = ""
        if arguments[-1] == "/proc/interrupts":
            output = "".join(line for line in self._interrupts() if arguments[0] in line)
        elif arguments[0] == "-l" and arguments[-1] == "/sys/class/net/*/address":
            found = [number for number, network in enumerate(self._networks) if arguments[1] == network.mac.hex(":")]
            output = "".join(f"/sys/class/net/eth{number}/address\n" for number in found)
        self._status = 0 if output else 1
        return output

    def _interrupts(self) -> list[str]:
        """As Linux shows them. Each queue has a CPU of its own. The guest uses no more queues than it has CPUs."""
        lines = []
        pairs = self._queue_pairs()
        for number, network in enumerate(self._networks):
            for pair in range(pairs):
                count = sum(of for queue, of in network.interrupts.items() if queue % pairs == pair)
                columns = "".join(f"{count if cpu == pair else 0:>11}" for cpu in range(pairs))
                lines.append(f"{len(lines) + 24:>4}:{columns}   PCI-MSI {len(lines) + 540673}-edge      virtio{number}-input.{pair}\n")
        return lines

    def _path_of(self, program: str) -> str:
        """`command -v PROGRAM`."""
        found = program != "nc" or self._has_nc
        self._status = 0 if found else 127
        return f"/usr/bin/{program}\n" if found else ""

    def _connect(self, count: int, address: str, port: int) -> None:
        """From the first NIC. Without nc, or without network, each attempt fails, and says so to /dev/null."""
        network = self._networks[0]
        if self._has_nc and network.up and network.addresses:
            for _ in range(count):
                network.tcp.connect(network.addresses[0], socket.inet_aton(address), port)

    def _ip(self, words: list[str]) -> str:
        """`link set eth0 up|down` and `addr add ADDRESS/LENGTH eth0`."""
        interface = INTERFACE.search(" ".join(words))
        if len(words) < 4 or interface is None or int(interface[1]) >= len(self._networks):
            self._status = 1
            return "ip: can't find device\n"
        network = self._networks[int(interface[1])]
        if words[0].startswith("l") and words[1] == "set":
            network.up = network.up if words[-1] not in ("up", "down") else words[-1] == "up"
        elif words[0].startswith("a") and words[1] == "add":
            address = socket.inet_aton(words[2].partition("/")[0])
            if address in network.addresses:
                self._status = 2
                return "ip: RTNETLINK answers: File exists\n"
            network.addresses.append(address)
        return ""

    async def _ping(self, arguments: list[str]) -> str:
        """`ping [-c 1] [-W SECONDS] ADDRESS`."""
        timeout_s = float(arguments[arguments.index("-W") + 1]) if "-W" in arguments else 10
        address = arguments[-1]
        network = self._networks[0]
        reachable = network.up and len(network.addresses) > 0
        answered = reachable and await network.ping(socket.inet_aton(address), timeout_s)
        self._status = 0 if answered else 1
        if not reachable:
            return "ping: sendto: Network is unreachable\n"
        head = f"PING {address} ({address}): 56 data bytes\n"
        reply = f"64 bytes from {address}: seq=0 ttl=64 time=0.100 ms\n" if answered else ""
        loss = f"1 packets transmitted, {int(answered)} packets received, {0 if answered else 100}% packet loss\n"
        return f"{head}{reply}\n--- {address} ping statistics ---\n{loss}"
