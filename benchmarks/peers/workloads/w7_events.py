"""W7: changes of routes, seen by a subscriber that is alone with the generator."""
import subprocess

from harness.model import Measure, Part, Subject, Target
from harness.running import Failed, parse

from .w2_routes import DEVICE, FIRST, delete_device, make_device

SENTINEL = 0x0BFFFF01  # 11.255.255.1
BATCH = 100  # of the generator, which leaves one route of each


class Events(Part):
    workload = "W7"
    rounds, quick_rounds = 3, 1
    least, warm_up = 1, False  # a round of pyroute2 takes half a minute
    proof = ()
    buffer = 0
    measures = (
        Measure("lost", "%", lambda result: None if "left" in result else 100.0 * result["lost"] / result["sent"], compared=False),
        Measure("overruns", "", lambda result: result["overruns"], compared=False),
        Measure("time", "us", lambda result: result["nanos"] / max(1, result["seen"]) / 1e3),
    )

    def batches(self):
        return 100 if self.quick else 1005

    def sent(self):
        return self.batches() * (2 * BATCH - 1)

    def about(self):
        return (f"{self.sent()} changes, sent as fast as the kernel takes them; lost are those that the subscriber did not see, "
                "overruns how often it was told of a loss; time a change that was seen")

    def subjects(self):
        parameters = {"buffer": self.buffer, "sentinel": SENTINEL, "device": DEVICE}
        return tuple(Subject(label, peer, name, parameters) for label, peer, name in self.listeners)

    def set_up(self):
        make_device()

    def reset(self):
        delete_device()
        make_device()

    def tear_down(self):
        delete_device()

    def play(self, running):
        running.go()
        running.expect("listening")
        generator = subprocess.Popen(
            self.programs.tool("change", first=FIRST, batches=self.batches(), device=DEVICE, sentinel=SENTINEL))
        try:
            result = parse(running.line())
        finally:
            generator.kill()
            generator.wait()
        running.spent += result["nanos"] / 1e9
        result["sent"], result["lost"] = self.sent(), self.sent() - result["seen"]
        return result

    def check(self, subject, result):
        if "left" in result:
            if result["left"] != self.batches():
                raise Failed(f"ended with {result['left']} routes instead of {self.batches()}")
        elif result["lost"] != 0 and result["overruns"] == 0:
            raise Failed(f"lost {result['lost']} changes and does not know")


LISTENERS = (
    ("C by hand", "c", "W7"),
    ("libmnl", "libmnl", "W7"),
    ("libnl-route", "libnl", "W7"),
    ("Rust netlink-packet-route", "rust", "W7"),
    ("pyroute2", "pyroute2", "W7"),
    ("netlink4j views", "netlink4j", "W7.view"),
    ("netlink4j records", "netlink4j", "W7"),
)


class Default(Events):
    title = "changes of routes, default buffer"
    listeners = (*LISTENERS, ("Go vishvananda (ends at the first)", "go", "W7"), ("netlink4j watch (repairs)", "netlink4j", "W7.watch"))

    def targets(self):  # a round that does not know of its loss, or ends with other routes, fails
        return (Target("default buffer: loss is reported (failed rounds)", "netlink4j views", 0, "failed"),
                Target("default buffer: loss is repaired (failed rounds)", "netlink4j watch (repairs)", 0, "failed"))

    measures = (*Events.measures, Measure("failed", "", lambda result: 0, compared=False))


class Large(Events):
    title = "changes of routes, buffer of 8 MiB"
    buffer = 8 << 20
    listeners = LISTENERS

    def targets(self):
        return (Target("8 MiB: no loss, views", "netlink4j views", 0, "lost"),
                Target("8 MiB: no loss, records", "netlink4j records", 0, "lost"))


PARTS = (Default, Large)
