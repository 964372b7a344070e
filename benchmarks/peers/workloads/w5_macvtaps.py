"""W5: macvtaps that come and go, one by one and in bulk. Each step is acknowledged; the kernel waits for a grace period to delete."""
import os

from harness import namespace
from harness.model import EACH, Measure, Part, Subject, Target
from harness.running import Failed

DEVICE, GROUP = 100, 77
ONE_BY_ONE = "netlink4j, one by one"
MILLIS = Measure("time", "ms", lambda result: result["nanos"] / result["count"] / 1e6)


class Macvtaps(Part):
    workload = "W5"
    proof = ()

    def set_up(self):
        namespace.ip("link", "add", "lower", "index", DEVICE, "type", "veth", "peer", "name", "far")
        self.before = self.devices()

    def devices(self):
        return len(os.listdir("/sys/class/net"))

    def check(self, subject, result):
        if result["count"] != subject.parameters["count"] or self.devices() != self.before:
            raise Failed(f"{result['count']} macvtaps came, {self.devices() - self.before} did not go")


class Single(Macvtaps):
    title = "create and delete a macvtap"
    measures = (MILLIS,)

    def about(self):
        return f"{self.count()} macvtaps a round, one after the other; time a macvtap"

    def count(self):
        return 5 if self.quick else 20

    def subjects(self):
        return tuple(Subject(label, peer, "W5", {"device": DEVICE, "count": self.count()}) for label, peer in (
            ("limit: C by hand", "c"), ("libmnl", "libmnl"), ("libnl-route", "libnl"), ("ip, a process each", "iproute2"),
            ("Go vishvananda", "go"), ("Rust netlink-packet-route", "rust"), ("pyroute2", "pyroute2"),
            ("netlink4j records", "netlink4j")))

    def targets(self):
        return (Target("create and delete at most 1.02 x libmnl", "netlink4j records", 1.02, base="libmnl"),)


class Bulk(Macvtaps):
    title = "delete macvtaps, in bulk and one by one"
    rounds, quick_rounds = 3, 1
    measures = (EACH,)

    def about(self):
        return f"bulk: {self.count()} macvtaps in a link group, deleted with one request; one by one: {self.few()}; time a macvtap"

    def count(self):
        return 100 if self.quick else 1000

    def few(self):
        return 10 if self.quick else 50

    def subject(self, label, peer, name, count):
        return Subject(label, peer, name, {"device": DEVICE, "group": GROUP, "count": count})

    def subjects(self):
        return (
            self.subject(ONE_BY_ONE, "netlink4j", "W5.delete", self.few()),
            self.subject("netlink4j, the group", "netlink4j", "W5.bulk", self.count()),
            self.subject("C by hand, the group", "c", "W5.bulk", self.count()),
            self.subject("libmnl, the group", "libmnl", "W5.bulk", self.count()),
        )

    def targets(self):
        return (Target("bulk at least 50 x faster than one by one (time at most 0.02 x)", "netlink4j, the group", 0.02, base=ONE_BY_ONE),)


PARTS = (Single, Bulk)
