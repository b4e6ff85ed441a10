"""TCP segments in IPv4 packets, and the reset that answers a segment of no connection (RFC 9293)."""

import struct
from dataclasses import dataclass
from typing import Optional

from . import ipv4

PROTOCOL = 6
FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16
MSS, WINDOW = 1460, 64240
MSS_OPTION = struct.pack("!BBH", 2, 4, MSS)
# Sequence numbers wrap.
MASK = 0xFFFFFFFF


@dataclass
class Segment:
    source: bytes
    destination: bytes
    source_port: int
    destination_port: int
    sequence: int
    acknowledged: int
    flags: int
    window: int = WINDOW
    data: bytes = b""

    @property
    def length(self) -> int:
        """In sequence numbers: SYN and FIN take one each."""
        return len(self.data) + bool(self.flags & SYN) + bool(self.flags & FIN)

    def packet(self) -> bytes:
        options = MSS_OPTION if self.flags & SYN else b""
        ports, numbers = (self.source_port, self.destination_port), (self.sequence & MASK, self.acknowledged & MASK)
        head = struct.pack("!HHIIBBHHH", *ports, *numbers, (20 + len(options)) << 2, self.flags, self.window, 0, 0)
        message = head + options + self.data
        sealed = message[:16] + struct.pack("!H", self.sum(message)) + message[18:]
        return ipv4.packet(PROTOCOL, self.source, self.destination, sealed)

    def sum(self, message: bytes) -> int:
        """The checksum, over the pseudo header too. 0 for a message that has the right one."""
        return ipv4.checksum(struct.pack("!4s4sBBH", self.source, self.destination, 0, PROTOCOL, len(message)) + message)


def parse(packet: bytes) -> Optional[Segment]:
    """The segment in an IPv4 packet, behind which a frame's padding may stand. None if it is cut short, or its checksum is wrong."""
    total, message_at = struct.unpack_from("!H", packet, 2)[0], (packet[0] & 15) * 4
    message = packet[message_at:total]
    if len(packet) < total or len(message) < 20:
        return None
    source_port, destination_port, sequence, acknowledged, offset, flags, window = struct.unpack_from("!HHIIBBH", message)
    data = message[(offset >> 4) * 4 :]
    segment = Segment(packet[12:16], packet[16:20], source_port, destination_port, sequence, acknowledged, flags, window, data)
    return segment if segment.sum(message) == 0 else None


def refusal(segment: Segment) -> Optional[Segment]:
    """The reset that answers a segment of no connection (RFC 9293, 3.10.7.1)."""
    if segment.flags & RST:
        return None
    ends = (segment.destination, segment.source, segment.destination_port, segment.source_port)
    if segment.flags & ACK:
        return Segment(*ends, segment.acknowledged, 0, RST)
    return Segment(*ends, 0, segment.sequence + segment.length, RST | ACK)
