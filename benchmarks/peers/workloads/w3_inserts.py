"""W3: many routes inserted, one by one and in batches. Afterwards the kernel is asked how many there are."""
from harness.model import EACH, Part, Subject, Target
from harness.running import Failed

from .w2_routes import DEVICE, FIRST, delete_device, make_device


def routes_of_the_kernel():
    with open("/proc/net/fib_triestat") as file:
        return sum(int(line.split()[1]) for line in file if line.split()[:1] == ["Prefixes:"])


class Inserts(Part):
    workload = "W3"
    measures = (EACH,)
    proof = ()
    rounds = 7

    def subject(self, label, peer, name, share=1, **more):
        """Slow ones insert only a share of the routes."""
        return Subject(label, peer, name, {"first": FIRST, "device": DEVICE, "count": int(self.count() * share), **more})

    def count(self):
        return 10_000 if self.quick else 100_000

    def set_up(self):
        make_device()
        self.before = routes_of_the_kernel()

    def reset(self):
        delete_device()
        make_device()

    def check(self, subject, result):
        inserted = routes_of_the_kernel() - self.before
        if inserted != subject.parameters["count"] or inserted != result["count"]:
            raise Failed(f"the kernel has {inserted} routes instead of {subject.parameters['count']}")

    def tear_down(self):
        delete_device()


class Single(Inserts):
    title = "insert of routes, one by one"

    def about(self):
        return f"{self.count()} routes, each acknowledged; rtnetlink, ip and pyroute2 insert fewer; time a route"

    def subjects(self):
        return (
            self.subject("limit: C by hand", "c", "W3"),
            self.subject("libmnl", "libmnl", "W3"),
            self.subject("libnl-route", "libnl", "W3"),
            self.subject("ip -batch", "iproute2", "W3", 0.5),
            self.subject("Go vishvananda", "go", "W3", 0.5),
            self.subject("Rust netlink-packet-route", "rust", "W3"),
            self.subject("Rust rtnetlink", "rust", "W3.rtnetlink", 0.5),
            self.subject("pyroute2", "pyroute2", "W3", 0.02),
            self.subject("netlink4j views", "netlink4j", "W3.view"),
            self.subject("netlink4j records", "netlink4j", "W3"),
        )

    def targets(self):
        return (Target("one by one: throughput at least 1.0 x libmnl (time at most 1.0 x)", "netlink4j views", 1.0, base="libmnl"),)


class Batched(Inserts):
    title = "insert of routes, in batches"

    def about(self):
        return (f"{self.count()} routes; libmnl and the limit send 100 at a time, netlink4j as many as its receive buffer has answers "
                "for; time a route")

    def subjects(self):
        return (
            self.subject("limit: C, prepared bytes", "c", "W3.prepared", batch=100),
            self.subject("libmnl batch", "libmnl", "W3.batch", batch=100),
            self.subject("netlink4j views", "netlink4j", "W3.batch.view"),
            self.subject("netlink4j records", "netlink4j", "W3.batch"),
        )

    def targets(self):
        return (Target("batched: throughput at least 0.95 x the limit (time at most 1.053 x)", "netlink4j views", 1 / 0.95,
                       base="limit: C, prepared bytes"),)


PARTS = (Single, Batched)
