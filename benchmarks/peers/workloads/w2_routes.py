"""W2: a dump of many routes, with a small heap."""
import subprocess

from harness import namespace
from harness.model import Part, Subject, Target

FIRST = 0x0A000000  # 10.0.0.0
DEVICE = 100


def make_device():
    namespace.ip(batch=[  # both have an index: the next free one, given to the other end, would some day be that of this one
        f"link add d0 index {DEVICE} type veth peer name d1 index {DEVICE + 1}", "link set d0 up", "link set d1 up"])


def delete_device():
    namespace.ip("link", "delete", "d0")


class Routes(Part):
    workload = "W2"
    title = "dump of IPv4 routes, -Xmx64m"
    rounds = 9

    def count(self):
        return 100_000 if self.quick else 1_000_000

    def about(self):
        return f"{self.count()} routes; read are destination and device, and all attributes are walked"

    def subjects(self):
        return (
            Subject("limit: bare recv loop", "c", "W2.limit"),
            Subject("C by hand", "c", "W2"),
            Subject("libmnl", "libmnl", "W2"),
            Subject("libnl-route, a route at a time", "libnl", "W2"),
            Subject("ip -j route", "iproute2", "W2"),
            Subject("Go vishvananda", "go", "W2"),
            Subject("Rust netlink-packet-route", "rust", "W2"),
            Subject("Rust rtnetlink", "rust", "W2.rtnetlink"),
            Subject("netlink4j views", "netlink4j", "W2.view", {"ahead": 1}),
            Subject("netlink4j records", "netlink4j", "W2", {"ahead": 1}),
            Subject("netlink4j views, one thread", "netlink4j", "W2.view", {"ahead": 0}),
            Subject("netlink4j records, one thread", "netlink4j", "W2", {"ahead": 0}),
        )

    def targets(self):
        return (
            Target("views at most 1.03 x the bare recv loop", "netlink4j views", 1.03, base="limit: bare recv loop"),
            Target("records at most 1.08 x the bare recv loop", "netlink4j records", 1.08, base="limit: bare recv loop"),
        )

    def expected(self):
        n = self.count()
        return {"count": n, "sum": n * (FIRST + DEVICE) + n * (n - 1) // 2}

    def set_up(self):
        make_device()
        subprocess.run(self.programs.tool("fill", first=FIRST, count=self.count(), device=DEVICE), check=True)

    def tear_down(self):
        delete_device()


PARTS = (Routes,)
