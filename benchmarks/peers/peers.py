#!/usr/bin/env python3
"""Measures netlink4j beside its peers; see README.md. Called by ../bin/peers, which knows where Java and the classes are."""
import argparse
import importlib
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import chart, peers, report  # noqa: E402
from harness.session import Session  # noqa: E402

WORKLOADS = {
    "W1": "w1_links", "W2": "w2_routes", "W3": "w3_inserts", "W4": "w4_get", "W5": "w5_macvtaps", "W6": "w6_codec", "W7": "w7_events",
    "W8": "w8_start", "W9": "w9_sharing", "W10": "w10_taps",
}


def arguments():
    parser = argparse.ArgumentParser(prog="peers", description="Measures netlink4j beside its peers, in network namespaces of its own.")
    parser.add_argument("workloads", nargs="*", metavar="W1", help=f"of {' '.join(WORKLOADS)}; all if there is none")
    parser.add_argument("--quick", action="store_true", help="a few rounds of less work: whether it runs, not how fast")
    parser.add_argument("--only", metavar="PEER", action="append", help="build and run these peers only; the limit is c")
    parser.add_argument("--java", default="java", help=argparse.SUPPRESS)
    parser.add_argument("--class-path", required=True, help=argparse.SUPPRESS)
    told = parser.parse_args()
    for name in told.workloads:
        if name not in WORKLOADS:
            parser.error(f"no workload {name}: {' '.join(WORKLOADS)}")
    return told


def main():
    if os.geteuid() != 0:
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", sys.executable, *sys.argv])
    told = arguments()
    begin = time.monotonic()

    def say(words):
        print(f"{time.monotonic() - begin:5.0f}  {words}", file=sys.stderr, flush=True)

    table = peers.table(told.java, told.class_path)
    chosen = {key: peer for key, peer in table.items() if not told.only or key in told.only}
    programs = peers.Programs(chosen, say)
    if "c" not in programs.commands:
        sys.exit(f"peers: no limit to compare with: {programs.missing.get('c', 'c was left out')}")
    session = Session(programs, told.quick, say)
    played = []
    try:
        for name in told.workloads or WORKLOADS:
            for part in importlib.import_module("workloads." + WORKLOADS[name]).PARTS:
                played.append(session.play(part(told.quick, programs)))
    finally:
        print(write(played, programs, told.quick))
        say(f"in {peers.OUT}: report.md, report.json, report.svg")


def write(played, programs, quick):
    """Writes the reports, also of a run that was broken off, and returns the one to read."""
    facts = report.machine()
    text = report.markdown(played, programs, facts, quick)
    for name, content in (("report.md", text), ("report.json", report.document(played, programs, facts, quick)),
                          ("report.svg", chart.svg(played, facts))):
        (peers.OUT / name).write_text(content)
    return text



if __name__ == "__main__":
    main()
