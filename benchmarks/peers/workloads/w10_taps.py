"""W10: frames from one macvtap to another on the same lower device. Each subject has a pair of its own: open queues share frames."""
import os
import pathlib

from harness import namespace
from harness.model import EACH, Part, Subject, Target, Unavailable
from harness.peers import OUT

BASE = 100
ADDRESS = "0254000000{:02x}"


class Taps(Part):
    workload = "W10"
    measures = (EACH,)
    size = 0

    def count(self):
        return 20_000 if self.quick else 100_000

    def about(self):
        return f"{self.count()} frames a round, in bursts of 32: each written with one system call and read with one; time a frame"

    def subjects(self):
        common = {"size": self.size, "count": self.count(), "burst": 32}
        return (
            Subject("limit: C by hand", "c", "W10", {"from": self.node(0), "to": self.node(1), "addresses": self.addresses(0), **common}),
            Subject("netlink4j", "netlink4j", "W10",
                    {"from": f"mt2:{BASE + 2}", "to": f"mt3:{BASE + 3}", "addresses": self.addresses(2), **common}),
        )

    def node(self, number):
        return str(OUT / f"tap{number}")

    @staticmethod
    def addresses(pair):
        return ADDRESS.format(pair + 1) + ADDRESS.format(pair)

    def targets(self):
        return (Target(f"{self.size} bytes: at least 0.9 x C (time at most 1.111 x)", "netlink4j", 1 / 0.9, base="limit: C by hand"),)

    def set_up(self):
        macs = [":".join(ADDRESS.format(i)[j:j + 2] for j in range(0, 12, 2)) for i in range(4)]
        namespace.ip(batch=["link add lower type veth peer name far", "link set lower up", "link set far up"] + [
            f"link add link lower name mt{i} index {BASE + i} address {macs[i]} type macvtap mode bridge" for i in range(4)
        ] + [f"link set mt{i} up" for i in range(4)])
        for i in range(2):
            major, minor = pathlib.Path(f"/sys/class/net/mt{i}/tap{BASE + i}/dev").read_text().split(":")
            self.remove(i)
            try:
                os.mknod(self.node(i), 0o600 | 0o020000, os.makedev(int(major), int(minor)))
            except PermissionError:
                raise Unavailable("needs CAP_MKNOD") from None

    def remove(self, number):
        pathlib.Path(self.node(number)).unlink(missing_ok=True)

    def tear_down(self):
        for i in range(2):
            self.remove(i)


class Small(Taps):
    title = "frames of 64 bytes through two macvtaps"
    size = 64


class Large(Taps):
    title = "frames of 1,500 bytes through two macvtaps"
    size = 1500


PARTS = (Small, Large)
