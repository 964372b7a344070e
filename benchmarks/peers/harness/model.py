"""The words of the harness: peers do the work of subjects in parts of workloads, and targets are set to what is measured."""
from dataclasses import dataclass, field

from .running import Running


class Unavailable(Exception):
    """A peer cannot be built or a part cannot run here; the text is the reason."""


@dataclass(frozen=True)
class Subject:
    """One way to do the work of a part: what a peer's program is called with."""

    label: str
    peer: str
    name: str
    parameters: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """A number of a round's result; it is compared with that of the limit if it is a time."""

    name: str
    unit: str
    of: callable
    compared: bool = True


@dataclass(frozen=True)
class Target:
    """The median of a measure, at most so much: of the ratio to a base, or absolutely without one."""

    text: str
    subject: str
    at_most: float
    measure: str = "time"
    base: str = ""


TIME = Measure("time", "ms", lambda result: result["nanos"] / 1e6)
EACH = Measure("time", "us", lambda result: result["nanos"] / result["count"] / 1e3)


class Part:
    """One table of the report. Runs in a namespace of its own."""

    workload = ""  # W1 to W10
    title = ""
    about = ""
    measures = (TIME,)
    proof = ("count", "sum", "bytes")  # what all subjects that tell it have to agree on
    rounds, quick_rounds = 11, 3
    least = 2  # rounds that even a slow subject plays
    warm_up = True  # whether programs that need no warm-up have a first round that does not count

    def __init__(self, quick, programs):
        self.quick = quick
        self.programs = programs

    def subjects(self):
        """The first is the limit, to which the others are compared."""
        raise NotImplementedError

    def targets(self):
        return ()

    def expected(self):
        """What is known beforehand of the proof."""
        return {}

    def check(self, subject, result):
        """Looks closer at what a round tells, or at what it did, and raises Failed."""

    def start(self, command, subject):
        return Running(command, subject)

    def set_up(self):
        """Makes what is needed, in the new namespace."""

    def reset(self):
        """Goes back to the beginning before a round."""

    def play(self, running):
        """Does a round and returns its result."""
        return running.round()

    def tear_down(self):
        """Unmakes what would else burden the next part, for the kernel takes its time with a namespace."""
