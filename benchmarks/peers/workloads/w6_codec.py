"""W6: messages to bytes and back, without a socket."""
import struct

from harness.model import Measure, Part, Subject, Target
from harness.peers import OUT, SOURCES
from harness.running import Failed

CAPTURE = SOURCES.parent / "src/main/resources/rtm-newlink-macvtap.hex"
LIMIT = "limit: C by hand"
NANOS = Measure("time", "ns", lambda result: result["nanos"] / result["count"])
BYTES = Measure("B/op", "", lambda result: result.get("allocated"), compared=False)
IFLA_ADDRESS, IFLA_IFNAME, IFLA_LINK, IFLA_LINKINFO, KIND, DATA, MODE = 1, 3, 5, 18, 1, 2, 1


class Codec(Part):
    workload = "W6"
    measures = (NANOS, BYTES)
    proof = ("each",)
    rounds = 25

    def subjects(self):
        scale = 4 if self.quick else 1
        return tuple(Subject(label, peer, name, {"message": self.message(), "count": count // scale})
                     for label, peer, name, count in self.table)

    def message(self):
        return str(OUT / "message.bin")


class Decode(Codec):
    title = "decode of a captured RTM_NEWLINK"
    table = (
        (LIMIT, "c", "W6.decode", 200_000),
        ("libmnl", "libmnl", "W6.decode", 50_000),
        ("libnl-route", "libnl", "W6.decode", 20_000),
        ("Go vishvananda", "go", "W6.decode", 10_000),
        ("Rust netlink-packet-route", "rust", "W6.decode", 10_000),
        ("pyroute2", "pyroute2", "W6.decode", 100),
        ("netlink4j views", "netlink4j", "W6.decode.view", 200_000),
        ("netlink4j records", "netlink4j", "W6.decode", 50_000),
    )

    def about(self):
        return "a macvtap with statistics; read are index, name, MTU and MAC address, and all attributes are walked; time a message"

    def targets(self):
        return (
            Target("decode view at most 1.6 x C", "netlink4j views", 1.6, base=LIMIT),
            Target("record decode at most libmnl's time", "netlink4j records", 1.0, base="libmnl"),
            Target("decode view: 0 B/op", "netlink4j views", 0, "B/op"),
        )

    def set_up(self):
        lines = CAPTURE.read_text().splitlines()
        with open(self.message(), "wb") as file:
            file.write(bytes.fromhex("".join(line for line in lines if not line.startswith("#"))))

    def play(self, running):
        result = running.round()
        result["each"] = result["sum"] / result["count"]
        return result


class Encode(Codec):
    title = "encode of the request that makes a macvtap"
    table = (
        (LIMIT, "c", "W6.encode", 2_000_000),
        ("libmnl", "libmnl", "W6.encode", 500_000),
        ("libnl-route", "libnl", "W6.encode", 50_000),
        ("Go vishvananda", "go", "W6.encode", 20_000),
        ("Rust netlink-packet-route", "rust", "W6.encode", 50_000),
        ("pyroute2", "pyroute2", "W6.encode", 300),
        ("netlink4j views", "netlink4j", "W6.encode.view", 1_000_000),
        ("netlink4j records", "netlink4j", "W6.encode", 50_000),
    )

    def about(self):
        return "name, kind, mode, lower device and MAC address; the message of each subject is decoded and compared; time a message"

    def targets(self):
        return (Target("encode at most 4 x C", "netlink4j views", 4.0, base=LIMIT),
                Target("encode: 0 B/op", "netlink4j views", 0, "B/op"))

    def check(self, subject, result):
        found = macvtap(bytes.fromhex(result["hex"]))
        expected = ("macvtap0", "macvtap", 2, 3, "525400c73ece")
        if found != expected:
            raise Failed(f"encoded {found} instead of {expected}")


def attributes(data):
    found = {}
    while len(data) >= 4:
        length, kind = struct.unpack_from("=HH", data)
        found[kind & 0x3FFF] = data[4:length]
        data = data[(length + 3) & ~3:]
    return found


def macvtap(message):
    """What a request asks for: name, kind, mode, lower device, MAC address."""
    link = attributes(message[32:])
    info = attributes(link[IFLA_LINKINFO])
    mode = struct.unpack("=I", attributes(info[DATA])[MODE])[0]
    return (link[IFLA_IFNAME].rstrip(b"\0").decode(), info[KIND].rstrip(b"\0").decode(), mode,
            struct.unpack("=I", link[IFLA_LINK])[0], link[IFLA_ADDRESS].hex())


PARTS = (Decode, Encode)
