"""Plays the rounds of a part: interleaved, so that what disturbs the machine disturbs all subjects."""
import subprocess
import time

from . import namespace
from .model import Unavailable
from .running import Failed


class Played:
    """What came out of a part: the results of each subject, a round each, and why subjects have none."""

    def __init__(self, part):
        self.part = part
        self.results = {subject.label: [] for subject in part.subjects()}
        self.missing = {}
        self.known = dict(part.expected())


class Session:
    def __init__(self, programs, quick, say):
        self.programs, self.quick, self.say = programs, quick, say
        self.budget = 0.8 if quick else 8  # seconds of rounds that a subject may use, beyond its least number of rounds

    def play(self, part):
        played = Played(part)
        begin = time.monotonic()
        self.say(f"{part.workload} {part.title}")
        namespace.enter_new()
        running = {}
        try:
            part.set_up()
        except (Unavailable, subprocess.CalledProcessError) as reason:
            self.say(f"  {reason}")
            played.missing = {label: str(reason) for label in played.results}
            return played
        try:
            for subject in part.subjects():
                self.guard(played, subject, running, lambda: self.start(part, subject, running))
            self.warm_up(part, played, running)
            self.measure(part, played, running)
        finally:
            for one in running.values():
                one.stop()
            part.tear_down()
        self.say(f"  {time.monotonic() - begin:.0f} s")
        return played

    def guard(self, played, subject, running, action):
        """A subject that fails is out, with a reason, and none of its rounds counts; the others go on."""
        try:
            action()
        except (Failed, Unavailable) as reason:
            self.say(f"  {subject.label}: {reason}")
            played.missing[subject.label] = str(reason)
            played.results[subject.label] = []
            if subject.label in running:
                running.pop(subject.label).stop()

    def start(self, part, subject, running):
        if subject.peer not in self.programs.commands:
            raise Unavailable(self.programs.missing.get(subject.peer, "left out"))
        running[subject.label] = part.start(self.programs.commands[subject.peer], subject)

    def warm_up(self, part, played, running):
        for one in list(running.values()):
            seconds = self.programs.peers[one.subject.peer].warm_up / (4 if self.quick else 1)
            if seconds or part.warm_up:
                self.guard(played, one.subject, running, lambda: self.rounds(part, played, one, seconds))
        for one in running.values():
            one.spent = 0.0
        for results in played.results.values():
            results.clear()

    def rounds(self, part, played, one, seconds):
        end = time.monotonic() + seconds
        self.round(part, played, one)
        while time.monotonic() < end:
            self.round(part, played, one)

    def measure(self, part, played, running):
        rounds = part.quick_rounds if self.quick else part.rounds
        for number in range(rounds):
            for one in turned(list(running.values()), number):
                if self.may_play(part, one, number, len(played.results[one.subject.label])):
                    self.guard(played, one.subject, running, lambda: self.round(part, played, one))

    def may_play(self, part, one, number, played):
        """Who has left out a round plays no more, so that the rounds of all subjects are the same ones."""
        least = 1 if self.quick else part.least
        return played == number and (number < least or one.spent * (number + 1) / number <= self.budget)

    def round(self, part, played, one):
        part.reset()
        result = part.play(one)
        prove(part, played, one.subject, result)
        played.results[one.subject.label].append(result)


def turned(items, by):
    """Who begins changes from round to round, for a subject may leave its mark on the next one."""
    by %= len(items) or 1
    return items[by:] + items[:by]


def prove(part, played, subject, result):
    """What a round tells of its work must be what the part expects and what the other subjects told."""
    for name in part.proof:
        if name in result and played.known.setdefault(name, result[name]) != result[name]:
            raise Failed(f"did not do the work: {name} {result[name]} instead of {played.known[name]}")
    part.check(subject, result)
