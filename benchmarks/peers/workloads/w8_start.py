"""W8: from the start of a command to the first byte of its answer."""
import os
import subprocess
import time

from harness.model import Part, Subject, Target
from harness.peers import SOURCES
from harness.running import Failed, command

RTNL = SOURCES.parents[1] / "rtnetlink" / "bin" / "rtnl"
HELLO = "org.netlink4j.benchmarks.workload.Hello"
OURS = "netlink4j rtnl link list --json"


class Command:
    """Started anew for each round."""

    def __init__(self, words, subject):
        self.words, self.subject, self.spent = words, subject, 0.0

    def round(self):
        start = time.monotonic_ns()
        process = subprocess.Popen(self.words, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        first = os.read(process.stdout.fileno(), 65536)
        nanos = time.monotonic_ns() - start
        answer = first + process.stdout.read()
        process.stdout.close()
        if process.wait() != 0:
            raise Failed(f"ended with {process.returncode}")
        self.spent += nanos / 1e9
        return {"nanos": nanos, "count": int(any(word in answer for word in (b'"lo"', b"65539", b"hello")))}

    def stop(self):
        pass


class Start(Part):
    workload = "W8"
    title = "start of a command to its first answer"
    rounds, quick_rounds = 21, 5

    def about(self):
        return "asks for the loopback device, the only one"

    def subjects(self):
        return (
            Subject("limit: C by hand", "c", "W8"),
            Subject("ip -j link show lo", "iproute2", "W8"),
            Subject("Go vishvananda", "go", "W8"),
            Subject("Rust netlink-packet-route", "rust", "W8"),
            Subject("pyroute2", "pyroute2", "W8"),
            Subject("an empty Java program", "netlink4j", "hello"),
            Subject(OURS, "netlink4j", "rtnl"),
        )

    def targets(self):
        return (Target("at most 90 ms", OURS, 90),)

    def expected(self):
        return {"count": 1}

    def start(self, peer_command, subject):
        words = {"hello": [*peer_command[:-1], HELLO], "rtnl": [str(RTNL), "link", "list", "--json"]}.get(subject.name)
        if subject.peer == "iproute2":
            words = ["ip", "-j", "link", "show", "lo"]
        return Command(words or command(peer_command, subject), subject)


PARTS = (Start,)
