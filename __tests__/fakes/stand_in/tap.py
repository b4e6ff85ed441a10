"""Real TAP queues: opened or received, and read while the guest runs. See the kernel's networking/tuntap.rst."""

import asyncio
import ctypes
import errno
import fcntl
import os
import struct
from typing import Callable, Optional

from .guest import ETHERNET_IPV4, ICMP
from .schema import QmpError
from .truth import Truth

TUNSETIFF, TUNGETIFF, TUNSETVNETHDRSZ = 0x400454CA, 0x800454D2, 0x400454D8
IFF_TAP, IFF_NO_PI, IFF_MULTI_QUEUE, IFF_VNET_HDR = 0x0002, 0x1000, 0x0100, 0x4000
# Long enough for all features of virtio 1. All zero means no offload.
VNET_HEADER = bytes(12)
KCMP, KCMP_FILE = 312, 0
# The queues take turns, so that a long one does not hold up the others. QEMU's tap_send() has the same limit.
MOST_AT_ONCE = 50


class Tap:
    """The backend of one netdev_add. While it waits for its queues, it has none."""

    def __init__(self, netdev_id: str, queues: int, truth: Truth, side: Callable[[], str]):
        self.netdev_id = netdev_id
        self.queues = queues
        self.fds: list[int] = []
        self.handed_over = False
        self.waits = False
        self.vhost = False
        self.reading = False
        self._truth = truth
        self._side = side
        self._vhost_fds: list[int] = []
        self._header = VNET_HEADER
        self._lose: Optional[asyncio.Future] = None

    def note(self, what: str, **more) -> None:
        self._truth.note(self._side(), what, netdev=self.netdev_id, **more)

    def open(self, name: str, vnet_header: bool) -> None:
        """@raise QmpError: in QEMU's words; no queue stays open."""
        self._header = VNET_HEADER if vnet_header else b""
        flags = IFF_TAP | IFF_NO_PI | (IFF_VNET_HDR if vnet_header else 0) | (IFF_MULTI_QUEUE if self.queues > 1 else 0)
        try:
            for queue in range(self.queues):
                fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
                self.fds.append(fd)
                fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", (name or "tap%d").encode()[:15], flags))
                if vnet_header:
                    fcntl.ioctl(fd, TUNSETVNETHDRSZ, struct.pack("i", len(VNET_HEADER)))
                name, _ = self.interface(fd)
                self.note("opened", path="/dev/net/tun", fd=fd, queue=queue, interface=name)
        except OSError as error:
            self.close()
            raise QmpError(f"could not configure /dev/net/tun ({name}): {error.strerror}") from error

    def open_vhost(self) -> None:
        """@raise OSError: when this process can't open /dev/vhost-net."""
        for _ in range(self.queues):
            self._vhost_fds.append(os.open("/dev/vhost-net", os.O_RDWR | os.O_CLOEXEC))
            self.note("opened", path="/dev/vhost-net", fd=self._vhost_fds[-1])

    def receive(self, fd: int, pid: int, sent_fd: int) -> None:
        """Takes over a queue that came through the migration socket."""
        os.set_blocking(fd, False)
        name, flags = self.interface(fd)
        self._header = VNET_HEADER if flags & IFF_VNET_HDR else b""
        same = ctypes.CDLL(None).syscall(KCMP, os.getpid(), pid, KCMP_FILE, fd, sent_fd)
        self.fds.append(fd)
        details = {"interface": name, "flags": flags, "inode": os.fstat(fd).st_ino}
        # kcmp(2): 0 means that both processes have the same open file; below 0 the kernel refuses to compare.
        self.note("received-fd", fd=fd, queue=len(self.fds) - 1, sameFile=None if same < 0 else same == 0, **details)

    @staticmethod
    def interface(fd: int) -> tuple[str, int]:
        """Name and flags of the interface that a queue belongs to."""
        name, flags = struct.unpack("16sH22x", fcntl.ioctl(fd, TUNGETIFF, bytes(40)))
        return name.rstrip(b"\0").decode(), flags

    def start(self, answer: Callable[[bytes, int], Optional[bytes]], drop_waiting: bool = False) -> None:
        """Starts reading. Packets that waited in the queues come first, or are dropped."""
        if drop_waiting:
            for fd in self.fds:
                while self._read(fd) is not None:
                    self.note("packet-dropped")
        for fd in self.fds:
            asyncio.get_running_loop().add_reader(fd, self._readable, fd, answer)
        self.reading = True
        self.note("reading-resumed")

    def stop(self) -> None:
        """Stops reading: from now on packets wait in the queues."""
        for fd in self.fds:
            asyncio.get_running_loop().remove_reader(fd)
        self.reading = False
        self.note("reading-stopped")

    def steal(self) -> None:
        """Goes on reading after STOP and answers nothing: the target never gets these packets."""
        for fd in self.fds:
            asyncio.get_running_loop().add_reader(fd, self._readable, fd, lambda _, __: self.note("packet-stolen"))

    async def lose_one(self, timeout_s: float) -> None:
        """Reads the next echo request, does not answer it, and stops. Returns without that if none comes in time."""
        self._lose = asyncio.get_running_loop().create_future()
        await asyncio.wait({self._lose}, timeout=timeout_s)
        self._lose = None

    def _readable(self, fd: int, answer: Callable[[bytes, int], Optional[bytes]]) -> None:
        for _ in range(MOST_AT_ONCE):
            packet = self._read(fd)
            if packet is None:
                return
            if self._lose is not None and not self._lose.done() and packet[12:14] == ETHERNET_IPV4 and packet[23] == ICMP:
                self.note("packet-lost")
                self._lose.set_result(None)
                self.stop()
                return
            elif reply := answer(packet, self.fds.index(fd)):
                self.send(reply, fd)

    def _read(self, fd: int) -> Optional[bytes]:
        try:
            return os.read(fd, 65536)[len(self._header) :]
        except OSError:
            return None

    def send(self, frame: bytes, fd: Optional[int] = None) -> None:
        """Sends a frame on the given or the first queue. A frame that the interface refuses is lost, as on a wire."""
        try:
            os.write(self.fds[0] if fd is None else fd, self._header + frame)
        except OSError as error:
            if error.errno not in (errno.EIO, errno.EAGAIN, errno.ENOBUFS):
                raise

    def close(self) -> None:
        for fd in self.fds + self._vhost_fds:
            os.close(fd)
        self.fds, self._vhost_fds = [], []
