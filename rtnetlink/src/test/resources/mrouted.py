"""A multicast routing daemon with two routes of IPv4, one of IPv6, and packets that it has no route for."""
import socket
import struct
import sys

MRT_INIT, MRT_ADD_VIF, MRT_ADD_MFC = 200, 202, 204
devices = [socket.if_nametoindex(name) for name in ("v0", "v1")]

four = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_IGMP)
four.setsockopt(socket.IPPROTO_IP, MRT_INIT, 1)
six = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
six.setsockopt(socket.IPPROTO_IPV6, MRT_INIT, 1)
for number, index in enumerate(devices):
    four.setsockopt(socket.IPPROTO_IP, MRT_ADD_VIF, struct.pack("=HBBIiI", number, 8, 1, 0, index, 0))  # VIFF_USE_IFINDEX
    six.setsockopt(socket.IPPROTO_IPV6, MRT_ADD_VIF, struct.pack("=HBBHxxI", number, 0, 1, index, 0))


def route4(source, group, parent, ttls):
    addresses = socket.inet_aton(source) + socket.inet_aton(group)
    four.setsockopt(socket.IPPROTO_IP, MRT_ADD_MFC, addresses + struct.pack("=H32sxxIIIi", parent, bytes(ttls), 0, 0, 0, 0))


def address6(text):
    return struct.pack("=HHI16sI", socket.AF_INET6, 0, 0, socket.inet_pton(socket.AF_INET6, text), 0)


route4("10.0.0.9", "239.1.1.1", 0, [0, 5])
route4("0.0.0.0", "239.1.1.2", 1, [7])
six.setsockopt(socket.IPPROTO_IPV6, MRT_ADD_MFC,
               address6("2001:db8::9") + address6("ff05::1") + struct.pack("=Hxx8I", 0, 2, 0, 0, 0, 0, 0, 0, 0))

header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 28, 0, 0, 8, socket.IPPROTO_UDP, 0,
                     socket.inet_aton("10.0.0.77"), socket.inet_aton("239.5.5.5"))
total = sum(struct.unpack("!10H", header))
total = (total & 0xffff) + (total >> 16)
header = header[:10] + struct.pack("!H", ~total & 0xffff) + header[12:]
packet = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
packet.bind(("v1", 0))
packet.send(bytes.fromhex("01005e050505" "020000000077" "0800") + header + struct.pack("!HHHH", 9, 9, 8, 0))
print("ready", flush=True)
for _ in sys.stdin:  # another such packet, of IPv6
    packet.send(bytes.fromhex("333300050505" "020000000077" "86dd") + struct.pack("!IHBB", 6 << 28, 8, socket.IPPROTO_UDP, 8)
                + socket.inet_pton(socket.AF_INET6, "2001:db8::77") + socket.inet_pton(socket.AF_INET6, "ff05::505:505")
                + struct.pack("!HHHH", 9, 9, 8, 0))
