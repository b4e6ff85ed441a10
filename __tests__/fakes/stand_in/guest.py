"""The guest's network: an Ethernet card with IPv4 addresses that answers ARP and echo requests, can ping, and has TCP."""

import asyncio
import collections
import os
import struct
from typing import Callable, Optional

from . import ipv4, tcp_segment
from .ipv4 import checksum
from .tcp import Tcp

ETHERNET_IPV4, ETHERNET_ARP = b"\x08\x00", b"\x08\x06"
BROADCAST = b"\xff" * 6
ARP_IPV4 = b"\0\x01\x08\0\x06\x04"
ARP_REQUEST, ARP_REPLY = b"\0\x01", b"\0\x02"
ICMP, ECHO_REQUEST, ECHO_REPLY = 1, 8, 0


class Network:
    def __init__(self, send: Callable[[bytes], None]):
        self.mac = bytes(6)
        self.up = False
        self.addresses: list[bytes] = []
        self.neighbours: dict[bytes, bytes] = {}
        # By the number of the input queue.
        self.interrupts: collections.Counter = collections.Counter()
        self._send = send
        self.tcp = Tcp(self._route)
        # Packets that wait until the neighbour's MAC is known.
        self._unresolved: dict[bytes, list[bytes]] = {}
        self._expected: dict[object, asyncio.Future] = {}
        self._identifier = os.getpid() & 0xFFFF
        self._requests = 0
        # One in so many echo requests gets no answer; 0: all are answered.
        self.loses_one_in = 0
        self._sequence = 0

    def state(self) -> dict:
        neighbours = {address.hex(): mac.hex() for address, mac in self.neighbours.items()}
        addresses = [address.hex() for address in self.addresses]
        interrupts = list(self.interrupts.items())
        state = {"mac": self.mac.hex(), "up": self.up, "addresses": addresses, "neighbours": neighbours}
        return state | {"interrupts": interrupts, "tcp": self.tcp.state()}

    def load(self, state: dict) -> None:
        self.mac = bytes.fromhex(state["mac"])
        self.up = state["up"]
        self.addresses = [bytes.fromhex(address) for address in state["addresses"]]
        self.neighbours = {bytes.fromhex(address): bytes.fromhex(mac) for address, mac in state["neighbours"].items()}
        self.interrupts = collections.Counter(dict(state["interrupts"]))
        self.tcp.load(state["tcp"])

    def answer(self, frame: bytes) -> Optional[bytes]:
        """The guest's answer to a frame, or None."""
        if not self.up or len(frame) < 42 or frame[:6] not in (self.mac, BROADCAST):
            return None
        if frame[12:14] == ETHERNET_ARP:
            return self._arp(frame)
        if frame[12:14] != ETHERNET_IPV4 or frame[30:34] not in self.addresses:
            return None
        if frame[23] == tcp_segment.PROTOCOL:
            reply = self.tcp.answer(frame[14:])
            return None if reply is None else frame[6:12] + self.mac + ETHERNET_IPV4 + reply
        return self._icmp(frame, 14 + (frame[14] & 15) * 4) if frame[23] == ICMP else None

    def _icmp(self, frame: bytes, header_end: int) -> Optional[bytes]:
        if len(frame) < header_end + 8:
            return None
        if frame[header_end] == ECHO_REPLY:
            self._reply_arrived(frame[header_end:])
        if frame[header_end] != ECHO_REQUEST:
            return None
        self._requests += 1
        lose = self.loses_one_in > 0 and self._requests % self.loses_one_in == 0
        return None if lose else self._echo(frame, header_end)

    def _arp(self, frame: bytes) -> Optional[bytes]:
        operation, sender_mac, sender, wanted = frame[20:22], frame[22:28], frame[28:32], frame[38:42]
        if wanted not in self.addresses:
            return None
        self.neighbours[sender] = sender_mac
        self._arrived(sender)
        for packet in self._unresolved.pop(sender, []):
            self._route(sender, packet)
        if operation != ARP_REQUEST:
            return None
        return sender_mac + self.mac + ETHERNET_ARP + ARP_IPV4 + ARP_REPLY + self.mac + wanted + sender_mac + sender

    def _echo(self, frame: bytes, icmp: int) -> bytes:
        """The request with its addresses swapped. The IP checksum stays; the ICMP checksum grows by the old type, 8."""
        (old_sum,) = struct.unpack_from("!H", frame, icmp + 2)
        new_sum = old_sum + (ECHO_REQUEST << 8)
        new_sum = (new_sum & 0xFFFF) + (new_sum >> 16)
        swapped = frame[6:12] + self.mac + frame[12:26] + frame[30:34] + frame[26:30] + frame[34:icmp]
        return swapped + bytes((ECHO_REPLY, 0)) + struct.pack("!H", new_sum) + frame[icmp + 4 :]

    def _reply_arrived(self, message: bytes) -> None:
        identifier, sequence = struct.unpack_from("!HH", message, 4)
        if identifier == self._identifier:
            self._arrived(sequence)

    def _expect(self, key: object) -> asyncio.Future:
        return self._expected.setdefault(key, asyncio.get_running_loop().create_future())

    def _arrived(self, key: object) -> None:
        future = self._expected.pop(key, None)
        if future is not None and not future.done():
            future.set_result(None)

    async def ping(self, address: bytes, timeout_s: float) -> bool:
        """Sends one echo request, after ARP if needed. @return: whether it was answered in time."""
        try:
            await asyncio.wait_for(self._ping(address), timeout_s)
        except asyncio.TimeoutError:
            return False
        return True

    async def _ping(self, address: bytes) -> None:
        while address not in self.neighbours:
            known = self._expect(address)
            self._send(self._arp_request(address))
            await asyncio.wait({known}, timeout=1)
        self._sequence += 1
        answered = self._expect(self._sequence)
        self._send(self.neighbours[address] + self.mac + self._request(address, self._sequence))
        await answered

    def _route(self, address: bytes, packet: bytes) -> None:
        """Sends a packet to a neighbour. Asks for its MAC first if it is not known."""
        if address in self.neighbours:
            self._send(self.neighbours[address] + self.mac + ETHERNET_IPV4 + packet)
            return
        self._unresolved.setdefault(address, []).append(packet)
        self._send(self._arp_request(address))

    def _arp_request(self, address: bytes) -> bytes:
        sender = self.mac + self.addresses[0]
        return BROADCAST + self.mac + ETHERNET_ARP + ARP_IPV4 + ARP_REQUEST + sender + bytes(6) + address

    def _request(self, destination: bytes, sequence: int) -> bytes:
        message = struct.pack("!HH", self._identifier, sequence) + bytes(56)
        message = struct.pack("!BBH", ECHO_REQUEST, 0, checksum(struct.pack("!BBH", ECHO_REQUEST, 0, 0) + message)) + message
        return ETHERNET_IPV4 + ipv4.packet(ICMP, self.addresses[0], destination, message, sequence)
