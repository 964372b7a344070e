"""W4: the round trip of a get by index."""
from harness import namespace
from harness.model import Measure, Part, Subject, Target

DEVICE = 100
LIMIT = "limit: C by hand"


class Get(Part):
    workload = "W4"
    title = "get of a link by its index"
    measures = (
        Measure("p50", "us", lambda result: result["p50"] / 1e3),
        Measure("p99", "us", lambda result: result["p99"] / 1e3),
        Measure("B/op", "", lambda result: result.get("allocated", None), compared=False),
    )

    def about(self):
        return f"{self.gets()} gets a round, one after the other, each answer parsed; bytes allocated an operation where the JVM tells"

    def gets(self):
        return 2_000 if self.quick else 20_000

    def subjects(self):
        few = self.gets() // 20
        return tuple(
            Subject(label, peer, name, {"device": DEVICE, "count": count})
            for label, peer, name, count in (
                (LIMIT, "c", "W4", self.gets()),
                ("libmnl", "libmnl", "W4", self.gets()),
                ("libnl-route", "libnl", "W4", self.gets()),
                ("Go vishvananda", "go", "W4", self.gets()),
                ("Rust netlink-packet-route", "rust", "W4", self.gets()),
                ("Rust rtnetlink", "rust", "W4.rtnetlink", self.gets()),
                ("pyroute2", "pyroute2", "W4", few),
                ("netlink4j views", "netlink4j", "W4.view", self.gets()),
                ("netlink4j records", "netlink4j", "W4", self.gets()),
            ))

    def targets(self):
        return (
            Target("p50 at most 1.06 x C", "netlink4j views", 1.06, "p50", LIMIT),
            Target("p99 at most 1.2 x C", "netlink4j views", 1.2, "p99", LIMIT),
            Target("0 B/op", "netlink4j views", 0, "B/op"),
        )

    proof = ("each",)

    def play(self, running):
        result = running.round()
        result["each"] = result["sum"] / result["count"]
        return result

    def set_up(self):
        namespace.ip(batch=[
            "link add lower type veth peer name far", f"link add link lower name mt0 index {DEVICE} type macvtap"])


PARTS = (Get,)
