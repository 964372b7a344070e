"""Actions and filters as Linux has them, and as tc prints them. Run it as root, with "1" and with "2", each time in a network namespace
of its own:

    unshare -n python3 tc-captures.py 1 > tc.txt; unshare -n python3 tc-captures.py 2 >> tc.txt

A line "c" says what was made, the lines "m" after it are the messages that the kernel sends about it, and a line "j" is what
"tc -json -details" prints of it, if that is JSON.
"""
import json
import os
import re
import shlex
import socket
import struct
import subprocess
import sys

ACTIONS = {
    "1": """
gact drop index 1
gact pass index 2 cookie 00112233445566778899aabbccddeeff
gact pipe index 3 no_percpu
gact reclassify index 4 skip_hw
gact continue index 5
gact trap index 6
gact goto chain 42 index 7
gact jump 2 index 8
gact drop random determ pass 5 index 9
gact pass random netrand goto chain 3 100 index 10
gact stolen index 11
mirred egress redirect dev vb index 1
mirred egress mirror dev vb index 2
mirred ingress redirect dev vb index 3
mirred ingress mirror dev vb pass index 4
mirred egress mirror dev vb continue index 5 hw_stats disabled
mirred egress mirror dev vb continue index 6 hw_stats immediate
police rate 1mbit burst 100k index 1
police rate 40gbit burst 10m mtu 2000 conform-exceed drop/pipe index 2
police rate 1mbit burst 100k peakrate 2mbit mtu 64k conform-exceed continue/pass index 3
police pkts_rate 1000 pkts_burst 200 conform-exceed drop index 4
police rate 80gbit burst 1m peakrate 90gbit mtu 64k overhead 20 linklayer ethernet index 5
police rate 1mbit burst 1600 linklayer atm mpu 64 conform-exceed drop/goto chain 7 index 6
police avrate 1mbit index 7
skbedit priority 1:2 index 1
skbedit mark 0x15/0xff index 2
skbedit queue_mapping 3 index 3
skbedit ptype host pass index 4
skbedit inheritdsfield ptype otherhost index 5
skbedit ptype broadcast mark 7 queue_mapping 5 priority 0:9 goto chain 2 index 6
skbedit ptype multicast index 7
skbedit queue_mapping skbhash 2 5 index 8
vlan pop index 1
vlan push id 5 index 2
vlan push protocol 802.1ad id 5 priority 3 pass index 3
vlan modify id 6 protocol 802.1q priority 2 index 4
vlan push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 index 5
vlan pop_eth index 6
vlan modify id 7 index 7
pedit munge offset 12 u32 set 0x0a000001 index 1
pedit munge ip ttl set 5 pipe index 2
pedit munge offset 0 u8 at 0 0f 2 set 3 munge offset 4 u16 clear pass index 3
pedit ex munge ip ttl add 0xff munge ip dst set 10.0.0.1 index 4
pedit ex munge eth dst set 02:00:00:00:00:09 munge tcp dport set 80 munge udp sport add 2 pipe index 5
pedit ex munge ip6 dst set 2001:db8::1 retain 0xff munge ip6 hoplimit set 4 index 6
pedit munge offset 0 u32 invert index 7
tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 5 dst_port 4789 index 1
tunnel_key unset pass index 2
tunnel_key set src_ip 2001:db8::1 dst_ip 2001:db8::2 id 5 tos 0x10 ttl 64 csum index 3
tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 6 nocsum no_percpu index 4
tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 index 5
ct index 1
ct commit force zone 5 mark 1/0xff index 2
ct clear index 3
ct commit nat src addr 10.0.0.1-10.0.0.5 port 100-200 index 4
ct nat pipe index 5
ct commit zone 3 label 0102030405060708090a0b0c0d0e0f10 nat dst addr 2001:db8::1 pass index 6
ct commit zone 3 nat dst addr 10.0.0.9 port 80 index 7
csum ip4h and icmp and igmp and tcp and udp and udplite and sctp index 1
csum ip4h continue index 2
nat ingress 10.0.0.0/24 10.1.0.1 index 1
nat egress any 10.1.0.1 pass index 2
sample rate 100 group 5 index 1
sample rate 7 group 5 trunc 90 pass index 2
simple sdata hello index 1
connmark zone 3 index 1
connmark pass index 2
ctinfo dscp 0xfc000000 0x01000000 zone 4 index 1
ctinfo cpmark 0xff index 2
mpls pop protocol ipv4 index 1
mpls push label 99 tc 3 ttl 7 bos 1 index 2
mpls modify ttl 5 label 4 index 3
mpls dec_ttl pass index 4
mpls mac_push label 99 index 5
skbmod set dmac 02:00:00:00:00:01 set smac 02:00:00:00:00:02 set etype 0x88b5 index 1
skbmod swap mac index 2
skbmod ecn pass index 3
bpf bytecode "2,40 0 0 12,6 0 0 1" pass index 1
bpf bytecode "1,6 0 0 4294967295" pipe index 2
gate clockid CLOCK_TAI base-time 200 sched-entry open 200 -1 8000 sched-entry close 100 index 1
gate clockid CLOCK_TAI base-time 0 priority 3 cycle-time 1000000 cycle-time-ext 5 sched-entry open 1000000 2 -1 index 2
ife encode type 0xed3e use mark 5 allow prio dst 02:00:00:00:00:01 src 02:00:00:00:00:02 index 1
ife decode pass index 2
""",
    "2": """
ct commit mark 1 index 1
ct commit label 0102030405060708090a0b0c0d0e0f10/ff000000000000000000000000000000 index 2
ct commit nat src index 3
ct nat index 5
ct commit zone 3 nat dst addr 2001:db8::1 index 6
skbedit queue_mapping skbhash index 1
tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 6 nocsum dst_port 80 index 1
tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 6 geneve_opts 0102:80:00880022 index 2
tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 6 vxlan_opts 7 index 3
tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 6 erspan_opts 2:0:1:5 index 4
pedit munge offset 0 u32 at 0 0xf 2 set 3 index 9
pedit ex munge ip6 hoplimit set 4 index 8
pedit ex munge ip6 dst set 2001:db8::1 index 11
police rate 1mbit burst 1600 linklayer atm mpu 64 conform-exceed drop index 6
police rate 1mbit burst 100k avrate 1mbit index 8
ctinfo dscp 0xfc000000 index 1
mpls pop protocol mpls_uc index 1
mpls modify tc 0 index 7
vlan push id 5 protocol 0x9100 index 9
skbmod set etype 0x0800 index 5
gact repeat index 3
""",
}

# Protocol, priority, and the rest.
FILTERS = {
    "1": """
ip 1 u32 match ip src 10.0.0.0/8 match ip dport 80 0xffff classid 1:1
ip 2 u32 match u32 0x0a000000 0xff000000 at nexthdr+4 mark 0x5 0xff classid 1:2 action gact drop
ip 3 handle 3: u32 divisor 256
ip 3 u32 ht 800: match u8 6 0xff at 9 offset at 0 mask 0f00 shift 6 plus 0 eat link 3:
ip 3 u32 ht 3:12: sample ip protocol 6 0xff match ip protocol 1 0xff police rate 1mbit burst 10k drop classid 1:3
ip 4 u32 match ip protocol 6 0xff hashkey mask 0xff at 12 link 3: skip_hw
all 5 u32 match u32 0 0 indev va action mirred egress redirect dev vb
ip 10 flower src_ip 10.0.0.1 dst_ip 10.1.0.0/16 ip_proto tcp src_port 80 dst_port 100-200 action gact drop
ip 11 flower ip_proto udp src_port 5/0xf ip_tos 0x10/0xfc ip_ttl 64 ip_flags frag/firstfrag classid 1:2
ip 12 flower ip_proto icmp type 8 code 0 skip_hw
ipv6 13 flower src_ip 2001:db8::1 dst_ip 2001:db8::/32 ip_proto icmpv6 type 128/0xf code 1
arp 14 flower arp_tip 10.0.0.1 arp_sip 10.0.0.0/8 arp_op request arp_sha 02:00:00:00:00:01 arp_tha 02:00:00:00:00:02/ff:ff:ff:00:00:00
802.1q 15 flower vlan_id 5 vlan_prio 3 vlan_ethtype ipv4 src_ip 10.0.0.1
802.1ad 16 flower vlan_id 5 vlan_ethtype 802.1q cvlan_id 6 cvlan_prio 2 cvlan_ethtype ipv4 dst_ip 10.0.0.1
mpls_uc 17 flower mpls_label 5 mpls_tc 3 mpls_bos 1 mpls_ttl 64
mpls_uc 18 flower mpls lse depth 1 label 5 tc 1 bos 0 ttl 3 lse depth 2 label 7
all 19 flower dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:00/ff:ff:00:00:00:00 indev va
ip 20 flower ip_proto tcp tcp_flags 0x2/0x7 ct_state +trk+est-new ct_zone 5 ct_mark 7/0xff ct_label 01020304050607080000000000000000/ffffffffffffffff0000000000000000
ip 21 flower enc_src_ip 10.0.0.1 enc_dst_ip 10.0.0.0/8 enc_key_id 5 enc_dst_port 4789 enc_tos 0x10 enc_ttl 3
ip 22 flower enc_src_ip 2001:db8::1 enc_dst_ip 2001:db8::/32 enc_key_id 7
ip 23 flower enc_key_id 5 geneve_opts 0102:80:00880022/ffff:ff:ffffffff
ip 24 flower enc_key_id 5 vxlan_opts 10/255
ip 25 flower enc_key_id 5 erspan_opts 1:2:0:0/255:255:255:255
ip 26 flower ip_proto sctp dst_port 100 verbose
all 27 flower num_of_vlans 2
ip 28 flower ip_proto l2tp l2tpv3_sid 5
ppp_ses 29 flower pppoe_sid 5 ppp_proto ip
ip 31 flower hash 5/0xff
ip 32 flower hw_tc 1
ip 33 flower enc_key_id 5 gtp_opts 1:2/ff:ff
all 40 matchall action gact pass
all 41 matchall classid 1:3 skip_hw
all 42 matchall action mirred egress mirror dev vb action gact goto chain 5
all 50 bpf bytecode "1,6 0 0 4294967295" flowid 1:1
all 51 bpf bytecode "4,40 0 0 12,21 0 1 2048,6 0 0 1,6 0 0 0" action gact drop
ip 60 basic match 'cmp(u16 at 3 layer 2 mask 0xff00 gt 20)' classid 1:1
ip 61 basic match 'u32(u32 0x1234 0xffff at nexthdr+4) and not meta(priority eq 5)' flowid 1:2
ip 62 basic match 'nbyte("abc" at 2 layer 1) or (cmp(u8 at 0 layer 1 mask 0xf0 eq 64) and text(bm "GET" from 2 to 100))' action gact drop
ip 63 basic match 'meta(vlan mask 0xff lt 5)' flowid 1:3
ip 64 basic match 'meta(dev eq "va") and meta(rt_iif shift 2 mask 0x3 gt 1)' flowid 1:3
all 65 basic match 'canid(sff 0x123:0x7ff eff 0x1234)' flowid 1:3
ip 66 basic match 'ipset(foo src,dst)' flowid 1:3
ip 67 basic match 'cmp(u32 at 0 layer 0 trans mask 0xff000000 lt 3)' classid 1:1
ip 70 fw
ip 71 handle 5 fw classid 1:1
ip 72 handle 0x6/0xff fw classid 1:2 action gact drop
ip 80 route from 5 to 7 classid 1:1
ip 81 route fromif va classid 1:1
all 90 handle 1 cgroup action gact pass
all 91 handle 2 cgroup match 'cmp(u8 at 0 layer 1 mask 0xf0 eq 64)'
all 100 handle 1 flow hash keys src,dst,proto-src divisor 1024 perturb 10 baseclass 1:1
all 101 handle 2 flow map key dst addend -3 rshift 2 and 0xff or 3 xor 5 baseclass 1:1
""",
    "2": """
ip 1 u32 match u32 0x0a000000 0xff000000 at nexthdr+4 match mark 0x5 0xff classid 1:2 action gact drop
ip 2 u32 match tcp dst 80 0xffff match ip tos 0x10 0xff flowid 1:5 skip_sw
ip 3 u32 match u8 1 1 at 1 divisor 256
ip 6 handle 7: u32 divisor 16
ip 6 u32 ht 7:3: match ip src 1.2.3.4 order 5 flowid 1:1
ipv6 13 flower src_ip 2001:db8::1 dst_ip 2001:db8::/32 ip_proto icmpv6 type 128 code 1
ip 14 flower ip_proto icmp type 8/0xf code 1/3
ip 15 flower ip_proto tcp src_port 10-20 dst_port 0x50/0xff
ip 16 flower ip_proto 0x59 ip_ttl 5/0xf
ip 17 flower ip_flags nofrag
ip 18 flower ip_proto tcp tcp_flags 0x12
ip 19 flower dst_ip 10.0.0.1/255.0.255.0
all 20 flower dst_mac 02:00:00:00:00:01/ff:00:ff:00:00:00
ip 21 flower enc_dst_port 4789/0xff enc_tos 0x10/0xf enc_ttl 3/0xf
ip 22 flower enc_src_port 5
ip 23 flower ct_state -trk
ip 24 flower ct_zone 5/0xff ct_mark 5 ct_label 01020304050607080000000000000001
ip 25 flower ct_state +trk+est+rel-rpl-inv-new
802.1q 26 flower vlan_id 5 vlan_prio 0
802.1q 27 flower vlan_ethtype 0x1234
802.1ad 28 flower num_of_vlans 2 cvlan_id 3
0x88b5 29 flower dst_mac 02:00:00:00:00:01
arp 30 flower arp_op 5 arp_tip 10.0.0.1/255.0.255.0
arp 31 flower arp_op reply
ip 32 flower ip_proto udp enc_key_id 5 geneve_opts 0102:80:00880022,0103:81:11111111
ip 33 flower enc_key_id 5 erspan_opts 2:0:1:5/255:0:255:255
ip 34 flower enc_key_id 5 gtp_opts 01:02
ip 35 flower enc_key_id 5 erspan_opts 1:7:0:0
mpls_uc 36 flower mpls_label 5
ip 37 flower classid 1:2 skip_sw
ip 38 flower src_ip 10.0.0.1 skip_sw
ip 39 flower src_ip 10.0.0.9 action police rate 1mbit burst 10k conform-exceed drop action gact pass
ppp_ses 40 flower pppoe_sid 7 ppp_proto ipv6 src_ip 2001:db8::1
ip 41 flower ip_proto l2tp
ip 42 flower ip_proto 115 l2tpv3_sid 5
all 50 matchall classid 1:3
all 51 matchall skip_hw flowid 1:4
all 60 bpf bytecode "1,6 0 0 4294967295" flowid 1:1 skip_hw
all 61 bpf da bytecode "1,6 0 0 2"
ip 70 basic match 'cmp(u32 at 0 layer 0 mask 0xff000000 trans lt 3)' classid 1:1 police rate 1mbit burst 10k drop
ip 71 basic match 'meta(dev eq va)'
ip 72 basic match 'meta(rt_iif shift 2 gt 1)'
ip 73 basic match 'nbyte("abc" at 2 layer 1) or (cmp(u8 at 0 layer 1 mask 0xf0 eq 64) and not u32(u16 0x1234 0xffff at 4))' action gact drop
ip 74 basic action gact pass
ip 75 basic match 'meta(random mask 1 eq 1)'
ip 80 handle 5 fw classid 1:1
ip 81 handle 0x6/0xff fw classid 1:2 action gact drop
ip 82 handle 7 fw indev va classid 1:2
ip 83 route from 5 to 7 classid 1:1
ip 84 route fromif va classid 1:1
ip 85 route to 3 classid 1:1 action gact pass
all 90 handle 1 cgroup action gact pass
all 91 handle 2 cgroup match cmp(u8 at 0 layer 1 mask 0xf0 eq 64)
all 92 handle 1 flow hash keys src,dst,proto-src divisor 1024 perturb 10 baseclass 1:1
all 93 handle 2 flow map key dst addend -3 rshift 2 and 0xff or 3 xor 5 baseclass 1:1
""",
}

OTHER = """
tc filter add dev va egress protocol ip pref 1 chain 7 flower src_ip 10.0.0.1 action gact drop
tc chain add dev va egress chain 9 flower src_ip 0.0.0.0/8 dst_mac 00:00:00:00:00:00/ff:ff:ff:00:00:00
tc chain add dev va egress chain 10
tc filter add block 22 protocol ip pref 5 flower dst_ip 10.0.0.9 action gact pass
"""
INGRESS = 0xFFFFFFF2
EGRESS = 0xFFFFFFF3
RTM_GETTFILTER = 46
RTM_GETACTION = 50
RTM_GETCHAIN = 102


def run(command):
    result = subprocess.run(shlex.split(command), capture_output=True, text=True)
    if result.returncode:
        print("# refused:", command, "|", (result.stderr.strip().splitlines() or [""])[0])
    return result.stdout


def dump(kind, body):
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as s:
        s.bind((0, 0))
        s.send(struct.pack("=IHHII", 16 + len(body), kind, 0x301, 1, 0) + body)
        messages = []
        while True:
            data = s.recv(1 << 17)
            at = 0
            while at < len(data):
                length, answer = struct.unpack_from("=IH", data, at)
                if answer in (2, 3):
                    return messages
                messages.append(data[at : at + length])
                at += length + 3 & ~3


def attribute(number, payload):
    return struct.pack("=HH", 4 + len(payload), number) + payload + b"\0" * (-len(payload) % 4)


def actions(kind):
    named = attribute(1, attribute(1, attribute(1, kind.encode() + b"\0")))
    return dump(RTM_GETACTION, struct.pack("=I", 0) + named + attribute(2, struct.pack("=II", 1, 1)))


def filters(index, parent, kind=RTM_GETTFILTER):
    return dump(kind, struct.pack("=BxxxiIII", 0, index, 0, parent, 0))


def show(what, messages, printed):
    if messages:
        print("c", what)
        for message in messages:
            print("m", message.hex())
        try:
            json.loads(printed)
            print("j", printed.strip().replace("\n", " "))
        except ValueError:
            pass


def main(which):
    print("# Linux", os.uname().release + ",", run("tc -V").strip())
    for command in ["ip link add name va address 02:00:00:00:00:0a type veth peer name vb address 02:00:00:00:00:0b",
                    "ip link set lo up", "ip link set va up", "ip link set vb up", "tc qdisc add dev va clsact",
                    "tc qdisc add dev vb root handle 1: htb", "tc qdisc add dev vb ingress_block 22 ingress"]:
        run(command)
    index = socket.if_nametoindex("va")
    print("# index of vb", socket.if_nametoindex("vb"), "of va", index)
    made = ACTIONS[which].strip().splitlines()
    for action in made:
        run("tc actions add action " + action)
    for kind in dict.fromkeys(action.split()[0] for action in made):
        show("action " + kind, actions(kind), run("tc -j -d actions ls action " + kind))
    for line in FILTERS[which].strip().splitlines():
        protocol, priority, rest = line.split(" ", 2)
        run("tc filter add dev va ingress protocol %s pref %s %s" % (protocol, priority, rest))
    # One list of all is hardly ever JSON, but what is of one priority may be.
    objects = re.split(r'(?<=\}),(?=\{"protocol")', run("tc -j -d filter show dev va ingress").strip()[1:-1])
    by_priority = {}
    for message, printed in zip(filters(index, INGRESS), objects):
        by_priority.setdefault(struct.unpack_from("=I", message, 32)[0] >> 16, []).append((message, printed))
    for priority, both in by_priority.items():
        show("filter pref %d" % priority, [message for message, _ in both], "[" + ",".join(printed for _, printed in both) + "]")
    for line in OTHER.strip().splitlines():
        run(line)
    show("filter egress", filters(index, EGRESS), "")
    show("chain egress", filters(index, EGRESS, RTM_GETCHAIN), run("tc -j -d chain show dev va egress"))
    show("filter block 22", filters(-1, 22), run("tc -j -d filter show block 22"))
    run("ip link del va")


main(sys.argv[1])
