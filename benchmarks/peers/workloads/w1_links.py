"""W1: a dump of many links, fully parsed."""
from harness import namespace
from harness.model import Part, Subject, Target


class Links(Part):
    workload = "W1"
    title = "dump of macvtap links, fully parsed"
    rounds = 25

    def count(self):
        return 500 if self.quick else 4000

    def about(self):
        return f"{self.count() + 3} links; read are index, name, MTU and MAC address, and all attributes are walked"

    def subjects(self):
        return (
            Subject("limit: bare recv loop", "c", "W1.limit"),
            Subject("C by hand", "c", "W1"),
            Subject("libmnl", "libmnl", "W1"),
            Subject("libnl-route", "libnl", "W1"),
            Subject("ip -j link", "iproute2", "W1"),
            Subject("Go vishvananda", "go", "W1"),
            Subject("Rust netlink-packet-route", "rust", "W1"),
            Subject("Rust rtnetlink", "rust", "W1.rtnetlink"),
            Subject("pyroute2", "pyroute2", "W1"),
            Subject("netlink4j views", "netlink4j", "W1.view", {"ahead": 1}),
            Subject("netlink4j records", "netlink4j", "W1", {"ahead": 1}),
            Subject("netlink4j views, one thread", "netlink4j", "W1.view", {"ahead": 0}),
            Subject("netlink4j records, one thread", "netlink4j", "W1", {"ahead": 0}),
        )

    def targets(self):
        return (
            Target("views at most 1.05 x the bare recv loop", "netlink4j views", 1.05, base="limit: bare recv loop"),
            Target("records at most 1.10 x the bare recv loop", "netlink4j records", 1.10, base="limit: bare recv loop"),
        )

    def expected(self):
        return {"count": self.count() + 3}  # a cable, and the loopback device

    def set_up(self):
        namespace.ip(batch=["link add lower type veth peer name far"] + [
            f"link add link lower name mt{i} group 77 type macvtap" for i in range(self.count())])

    def tear_down(self):
        namespace.ip("link", "delete", "group", 77)


PARTS = (Links,)
