"""Medians, spreads and ratios."""
import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """The median of some numbers, and between which of them the middle half lies."""

    median: float
    low: float
    high: float
    count: int


def spread(numbers):
    """None of no numbers."""
    if not numbers:
        return None
    if len(numbers) == 1:
        return Spread(numbers[0], numbers[0], numbers[0], 1)
    low, _, high = statistics.quantiles(numbers, n=4, method="inclusive")
    return Spread(statistics.median(numbers), low, high, len(numbers))


def ratios(numbers, bases):
    """Round by round: what disturbed the machine in a round disturbed both."""
    return [number / base for number, base in zip(numbers, bases)]


def values(results, measure):
    """What the rounds tell of a measure; a round that does not is left out."""
    return [value for value in map(measure.of, results) if value is not None]


@dataclass(frozen=True)
class Verdict:
    target: object
    measured: float  # None if the subject did not run

    @property
    def met(self):
        return self.measured is not None and self.measured <= self.target.at_most


def verdict(played, target):
    measure = next(measure for measure in played.part.measures if measure.name == target.measure)
    numbers = values(played.results[target.subject], measure)
    if target.base:
        numbers = ratios(numbers, values(played.results[target.base], measure))
    found = spread(numbers)
    return Verdict(target, found.median if found else None)
