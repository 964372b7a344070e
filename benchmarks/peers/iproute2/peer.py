#!/usr/bin/env python3
"""iproute2: the program itself, started for each round. What it prints goes to a file and is read after the clock was stopped."""
import json
import subprocess
import sys
import tempfile
import time

subject = sys.argv[1]
parameter = dict(word.split("=", 1) for word in sys.argv[2:])


def number(name):
    return int(parameter[name])


def run(words, batch=None):
    """How long it takes, and what it prints."""
    with tempfile.TemporaryFile(dir="/dev/shm") as out:
        start = time.monotonic_ns()
        subprocess.run(words, stdout=out, input=batch, check=True)
        nanos = time.monotonic_ns() - start
        out.seek(0)
        return nanos, out.read()


def link_sum(link):
    return link["ifindex"] + len(link["ifname"]) + link["mtu"] + sum(bytes.fromhex(link["address"].replace(":", "")))


def w1():
    nanos, out = run(["ip", "-j", "-d", "link", "show"])
    links = json.loads(out)
    return f"nanos={nanos} count={len(links)} sum={sum(map(link_sum, links))}"


def w2():
    nanos, out = run(["ip", "-j", "route", "show"])
    count = out.count(b'"dst":')
    return f"nanos={nanos} count={count}"


def w3():
    first = number("first")
    lines = []
    for i in range(first, first + number("count")):
        lines.append(f"route add {i >> 24}.{i >> 16 & 255}.{i >> 8 & 255}.{i & 255}/32 dev d0\n")
    nanos, _ = run(["ip", "-batch", "-"], "".join(lines).encode())
    return f"nanos={nanos} count={len(lines)}"


def w5():
    nanos = 0
    for _ in range(number("count")):
        nanos += run(["ip", "link", "add", "link", "lower", "name", "mt0", "type", "macvtap", "mode", "vepa"])[0]
        nanos += run(["ip", "link", "delete", "mt0"])[0]
    return f"nanos={nanos} count={number('count')}"


ROUNDS = {"W1": w1, "W2": w2, "W3": w3, "W5": w5}
play = ROUNDS[subject]
print("ready", flush=True)
for _ in sys.stdin:
    print(play(), flush=True)
