"""python3 -m unittest discover -s benchmarks/peers/tests"""
import pathlib
import sys
import types
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import maths, namespace, running, session  # noqa: E402
from harness.model import EACH, Part, Subject, Target, TIME  # noqa: E402


class TwoSubjects(Part):
    def subjects(self):
        return Subject("limit", "c", "X.limit"), Subject("ours", "netlink4j", "X")

    def expected(self):
        return {"count": 4}


def played(limit, ours):
    one = session.Played(TwoSubjects(False, None))
    one.results = {"limit": [{"nanos": nanos, "count": 4} for nanos in limit], "ours": [{"nanos": nanos, "count": 4} for nanos in ours]}
    return one


class Maths(unittest.TestCase):
    def test_the_spread_is_the_middle_half(self):
        self.assertEqual(maths.spread([9, 1, 5, 3, 7]), maths.Spread(5, 3, 7, 5))
        self.assertEqual(maths.spread([2]), maths.Spread(2, 2, 2, 1))
        self.assertIsNone(maths.spread([]))

    def test_a_ratio_is_of_the_same_round(self):
        self.assertEqual(maths.ratios([2, 30, 6], [1, 10, 2, 5]), [2, 3, 3])

    def test_a_target_is_of_the_ratio_or_absolute(self):
        one = played([1_000_000, 2_000_000, 1_000_000], [1_100_000, 2_000_000, 1_200_000])
        near = maths.verdict(one, Target("", "ours", 1.10, base="limit"))
        self.assertEqual((near.measured, near.met), (1.1, True))
        self.assertFalse(maths.verdict(one, Target("", "ours", 1.09, base="limit")).met)
        self.assertFalse(maths.verdict(one, Target("", "ours", 1.1)).met)  # 1.2 ms

    def test_what_did_not_run_meets_no_target(self):
        self.assertFalse(maths.verdict(played([1], []), Target("", "ours", 9, base="limit")).met)

    def test_measures(self):
        self.assertEqual(TIME.of({"nanos": 2_500_000}), 2.5)
        self.assertEqual(EACH.of({"nanos": 8_000, "count": 4}), 2)


class Proof(unittest.TestCase):
    def check(self, one, result):
        session.prove(one.part, one, types.SimpleNamespace(label="ours"), result)

    def test_a_round_that_did_less_fails(self):
        one = played([], [])
        self.check(one, {"nanos": 1, "count": 4})
        with self.assertRaises(running.Failed):
            self.check(one, {"nanos": 1, "count": 3})

    def test_all_subjects_have_the_same_checksum(self):
        one = played([], [])
        self.check(one, {"count": 4, "sum": 77})
        with self.assertRaises(running.Failed):
            self.check(one, {"count": 4, "sum": 78})

    def test_the_line_of_a_round(self):
        self.assertEqual(running.parse("nanos=12 p50=1.5 hex=00ff"), {"nanos": 12, "p50": 1.5, "hex": "00ff"})


class Rounds(unittest.TestCase):
    def test_each_subject_begins_in_its_turn(self):
        self.assertEqual([session.turned([1, 2, 3], number) for number in (0, 1, 4)], [[1, 2, 3], [2, 3, 1], [2, 3, 1]])
        self.assertEqual(session.turned([], 7), [])

    def test_a_slow_subject_plays_the_first_rounds_only(self):
        one = session.Session(None, False, None)  # 8 seconds, at least 2 rounds
        part = TwoSubjects(False, None)
        self.assertTrue(one.may_play(part, types.SimpleNamespace(spent=30.0), 1, 1))
        part = TwoSubjects(False, None)
        self.assertTrue(one.may_play(part, types.SimpleNamespace(spent=6.0), 3, 3))
        self.assertFalse(one.may_play(part, types.SimpleNamespace(spent=6.1), 3, 3))
        self.assertFalse(one.may_play(part, types.SimpleNamespace(spent=6.1), 4, 3))


class Namespaces(unittest.TestCase):
    def test_nothing_runs_where_the_program_was_started(self):
        with self.assertRaises(RuntimeError):
            namespace.refuse_host("self")


if __name__ == "__main__":
    unittest.main()
