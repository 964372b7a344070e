#!/usr/bin/env python3
"""pyroute2."""
import socket
import struct
import sys
import time

from pyroute2 import IPRoute
from pyroute2.netlink import NLM_F_ACK, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_NEWLINK, RTMGRP_IPV4_ROUTE
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg
from pyroute2.netlink.rtnl.iprsocket import MarshalRtnl

subject = sys.argv[1]
parameter = dict(word.split("=", 1) for word in sys.argv[2:])
clock = time.monotonic_ns


def number(name):
    return int(parameter[name])


def dotted(address):
    return socket.inet_ntoa(struct.pack("!I", address))


def link_sum(link):
    mac = link.get_attr("IFLA_ADDRESS")
    return link["index"] + len(link.get_attr("IFLA_IFNAME")) + link.get_attr("IFLA_MTU") + sum(bytes.fromhex(mac.replace(":", "")))


def route_sum(route):
    return struct.unpack("!I", socket.inet_aton(route.get_attr("RTA_DST")))[0] + route.get_attr("RTA_OIF")


def w1():
    start = clock()
    links = ipr.get_links()
    total = sum(map(link_sum, links))
    return f"nanos={clock() - start} count={len(links)} sum={total}"


def w3():
    first, n, device = number("first"), number("count"), number("device")
    start = clock()
    for i in range(first, first + n):
        ipr.route("add", dst=dotted(i), mask=32, oif=device, scope="link")
    return f"nanos={clock() - start} count={n}"


def w4():
    n, device, total, nanos = number("count"), number("device"), 0, []
    start = clock()
    for _ in range(n):
        begin = clock()
        total += link_sum(ipr.get_links(device)[0])
        nanos.append(clock() - begin)
    nanos.sort()
    return f"nanos={clock() - start} count={n} sum={total} p50={nanos[n // 2]} p99={nanos[n * 99 // 100]}"


def w5():
    n, device = number("count"), number("device")
    start = clock()
    for _ in range(n):
        ipr.link("add", ifname="mt0", kind="macvtap", link=device, macvtap_mode="vepa")
        ipr.link("del", ifname="mt0")
    return f"nanos={clock() - start} count={n}"


def w6_decode():
    with open(parameter["message"], "rb") as file:
        data = file.read()
    n, total, marshal = number("count"), 0, MarshalRtnl()
    start = clock()
    for _ in range(n):
        total += link_sum(next(iter(marshal.parse(data))))
    return f"nanos={clock() - start} count={n} sum={total}"


def w6_encode():
    n = number("count")
    start = clock()
    for _ in range(n):
        message = ifinfmsg()
        message["header"]["type"] = RTM_NEWLINK
        message["header"]["flags"] = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL
        message["attrs"] = [
            ["IFLA_IFNAME", "macvtap0"],
            ["IFLA_LINKINFO", {"attrs": [
                ["IFLA_INFO_KIND", "macvtap"], ["IFLA_INFO_DATA", {"attrs": [["IFLA_MACVTAP_MODE", "vepa"]]}]]}],
            ["IFLA_LINK", 3], ["IFLA_ADDRESS", "52:54:00:c7:3e:ce"]]
        message.encode()
    return f"nanos={clock() - start} count={n} hex={message.data.hex()}"


def w7():
    sentinel = number("sentinel") + number("device")
    seen = overruns = first = last = 0
    with IPRoute() as listener:
        if number("buffer"):
            listener.setsockopt(socket.SOL_SOCKET, 33, number("buffer"))  # SO_RCVBUFFORCE
        listener.bind(groups=RTMGRP_IPV4_ROUTE)
        print("listening", flush=True)
        while True:
            try:
                for route in listener.get():
                    if route_sum(route) == sentinel:
                        return f"nanos={last - first} seen={seen} overruns={overruns}"
                    last = clock()
                    first = first or last
                    seen += 1
            except OSError as error:
                if error.errno != 105:  # ENOBUFS
                    raise
                overruns += 1


ROUNDS = {"W1": w1, "W3": w3, "W4": w4, "W5": w5, "W6.decode": w6_decode, "W6.encode": w6_encode, "W7": w7}


def w8():
    with IPRoute() as own:
        print(link_sum(own.get_links(1)[0]))


if subject == "W8":
    w8()
    sys.exit()
play = ROUNDS[subject]
ipr = IPRoute()
print("ready", flush=True)
for _ in sys.stdin:
    print(play(), flush=True)
