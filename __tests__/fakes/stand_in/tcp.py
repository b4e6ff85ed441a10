"""The guest's TCP (RFC 9293), as much as `nc ADDRESS PORT -e cat` needs: it connects, and sends back what it gets.

What is not acknowledged is sent again. There is no window scaling, no SACK, no timestamps and no congestion control.
"""

import asyncio
import random
from dataclasses import dataclass
from typing import Callable, Optional

from .tcp_segment import ACK, FIN, MASK, MSS, PSH, RST, SYN, WINDOW, Segment, parse, refusal

# Linux waits at least as long before it sends again.
FIRST_RTO_S = 0.2
MOST_TRIES = 8
# Linux takes local ports from this range.
PORTS = (32768, 61000)


@dataclass
class Connection:
    """States: syn-sent, established, last-ack (the other side has closed, and so did we), closed."""

    address: str
    port: int
    peer: str
    peer_port: int
    # The first number that is not acknowledged, and what begins there: sent, or waiting for room in the peer's window.
    unacknowledged: int
    pending: str = ""
    # How much of it has been sent, in sequence numbers.
    sent: int = 0
    # The next number that we expect.
    expected: int = 0
    window: int = WINDOW
    state: str = "syn-sent"
    rto_s: float = FIRST_RTO_S
    tries: int = 0

    def segment(self, flags: int, number: int, data: bytes = b"") -> Segment:
        ends = (bytes.fromhex(self.address), bytes.fromhex(self.peer), self.port, self.peer_port)
        return Segment(*ends, number & MASK, self.expected, flags, data=data)

    def next(self, start: int) -> Optional[Segment]:
        """What is pending from `start` on, as much as one segment and the peer's window take. None: nothing."""
        if self.state == "syn-sent":
            return self.segment(SYN, self.unacknowledged)
        pending = bytes.fromhex(self.pending)
        data = pending[start : min(start + MSS, self.window)]
        end = start + len(data)
        fin = FIN if self.state == "last-ack" and end == len(pending) else 0
        if not data and not fin:
            return None
        self.sent = max(self.sent, end + bool(fin))
        return self.segment((PSH if data else 0) | ACK | fin, self.unacknowledged + start, data)

    def acknowledge(self, segment: Segment) -> None:
        """Takes what the peer acknowledges off what is pending."""
        self.window = segment.window
        count = (segment.acknowledged - self.unacknowledged) & MASK
        if self.state == "last-ack" and count == len(self.pending) // 2 + 1:
            self.state = "closed"
        if segment.flags & ACK and 0 < count <= self.sent:
            self.unacknowledged = segment.acknowledged
            self.pending = self.pending[2 * count :]
            self.sent -= count
            self.rto_s, self.tries = FIRST_RTO_S, 0

    def take(self, segment: Segment) -> None:
        """Takes in what comes next, to send it back. What came before, or comes too early, is left out."""
        known = (self.expected - segment.sequence) & MASK
        if segment.flags & SYN or known > len(segment.data) or self.state != "established":
            return
        fresh = segment.data[known:]
        self.pending += fresh.hex()
        self.expected = (self.expected + len(fresh)) & MASK
        if segment.flags & FIN:
            self.expected = (self.expected + 1) & MASK
            self.state = "last-ack"


class Tcp:
    """All connections. `send` gets a destination and a packet for it. Timers run while the guest does."""

    def __init__(self, send: Callable[[bytes, bytes], None]):
        self._send = send
        self._connections: dict[int, Connection] = {}
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._running = False
        self._mute = False
        self._next_port = random.randrange(*PORTS)

    def state(self) -> dict:
        return {"mute": self._mute, "connections": [vars(connection) for connection in self._connections.values()]}

    def load(self, state: dict) -> None:
        self._mute = state["mute"]
        self._connections = {given["port"]: Connection(**given) for given in state["connections"]}

    def start(self) -> None:
        self._running = True
        for connection in self._connections.values():
            self._arm(connection)

    def stop(self) -> None:
        self._running = False
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def connect(self, source: bytes, destination: bytes, port: int) -> None:
        while self._next_port in self._connections:
            self._next_port += 1
        first = random.randrange(MASK)
        connection = Connection(source.hex(), self._next_port, destination.hex(), port, first)
        self._connections[connection.port] = connection
        self._next_port = self._next_port + 1 if self._next_port < PORTS[1] else PORTS[0]
        self._emit(connection.next(0))
        self._arm(connection)

    def reset_all(self) -> None:
        for connection in list(self._connections.values()):
            self._emit(connection.segment(RST | ACK, connection.unacknowledged + connection.sent))
            self._forget(connection)

    def mute(self) -> None:
        """Sends nothing more."""
        self._mute = True

    def answer(self, packet: bytes) -> Optional[bytes]:
        """The packet that answers a packet to us, or None."""
        segment = parse(packet)
        if segment is None or self._mute:
            return None
        connection = self._connections.get(segment.destination_port)
        ends = None if connection is None else (connection.peer, connection.peer_port)
        if connection is None or ends != (segment.source.hex(), segment.source_port):
            reply = refusal(segment)
        else:
            reply = self._arrived(connection, segment)
        return None if reply is None else reply.packet()

    def _arrived(self, connection: Connection, segment: Segment) -> Optional[Segment]:
        if segment.flags & RST:
            self._forget(connection)
            return None
        if connection.state == "syn-sent":
            return self._opened(connection, segment)
        connection.acknowledge(segment)
        connection.take(segment)
        if connection.state == "closed":
            self._forget(connection)
            return None
        reply = connection.next(connection.sent)
        self._arm(connection)
        if reply is None and segment.length > 0:
            reply = connection.segment(ACK, connection.unacknowledged + connection.sent)
        return reply

    def _opened(self, connection: Connection, segment: Segment) -> Optional[Segment]:
        right = segment.acknowledged == (connection.unacknowledged + 1) & MASK
        if segment.flags & (SYN | ACK) != SYN | ACK or not right:
            return None
        connection.unacknowledged, connection.expected = segment.acknowledged, (segment.sequence + 1) & MASK
        connection.state, connection.window = "established", segment.window
        connection.rto_s, connection.tries = FIRST_RTO_S, 0
        self._arm(connection)
        return connection.segment(ACK, connection.unacknowledged)

    def _arm(self, connection: Connection) -> None:
        """Sets the timer anew while something is not acknowledged."""
        timer = self._timers.pop(connection.port, None)
        if timer is not None:
            timer.cancel()
        waits = connection.state != "established" or connection.pending
        if self._running and waits:
            loop = asyncio.get_running_loop()
            self._timers[connection.port] = loop.call_later(connection.rto_s, self._again, connection)

    def _again(self, connection: Connection) -> None:
        connection.tries += 1
        if connection.tries > MOST_TRIES:
            self._forget(connection)
            return
        connection.rto_s *= 2
        self._emit(connection.next(0))
        self._arm(connection)

    def _emit(self, segment: Optional[Segment]) -> None:
        if segment is not None and not self._mute:
            self._send(segment.destination, segment.packet())

    def _forget(self, connection: Connection) -> None:
        timer = self._timers.pop(connection.port, None)
        if timer is not None:
            timer.cancel()
        self._connections.pop(connection.port, None)
