#!/usr/bin/env python3
"""Makes queueing disciplines and classes of every kind that the kernel and tc know and writes what the kernel says of them, message by
message, and what tc makes of it. Run it as root in a network namespace of its own: unshare -n ./qdisc-captures.py > qdiscs.txt

Each object is a line "# COMMAND", then "qdisc" or "class", its message in hexadecimal, then what "tc -j -d qdisc show" and, after it,
"tc -j -d -s qdisc show" print of it; for classes the lines of "tc -d -s class show", each after "| ".
"""
import json, os, socket, struct, subprocess, sys

SCENARIOS = [
    ["root handle 1: pfifo", ], ["root handle 1: pfifo limit 77"], ["root handle 1: bfifo limit 10000"],
    ["root handle 1: pfifo_head_drop limit 5"], ["root handle 1: pfifo_fast"], ["root handle 1: noqueue"],
    ["root handle 1: mq", "parent 1:1 handle 11: fq", "parent 1:2 handle 12: fq_codel"],
    ["root handle 1: prio"], ["root handle 1: prio bands 5 priomap 0 1 2 3 4 4 3 2 1 0 0 0 0 0 0 0", "parent 1:3 handle 13: sfq"],
    ["root handle 1: multiq"],
    ["root handle 1: tbf rate 1mbit burst 10k latency 50ms"],
    ["root handle 1: tbf rate 100mbit burst 64k limit 200000 peakrate 200mbit mtu 1540"],
    ["root handle 1: tbf rate 40gbit burst 1m limit 10m peakrate 80gbit mtu 9000 mpu 64 overhead 24 linklayer atm"],
    ["root handle 1: htb default 30 r2q 5 direct_qlen 99", "class parent 1: classid 1:1 htb rate 10mbit ceil 20mbit burst 15k cburst 20k",
     "class parent 1:1 classid 1:10 htb rate 1mbit prio 3 quantum 3000", "class parent 1:1 classid 1:30 htb rate 5gbit ceil 50gbit quantum 60000 mpu 64 overhead 20 linklayer atm",
     "parent 1:30 handle 30: pfifo limit 10"],
    ["root handle 1: htb"],
    ["root handle 1: hfsc default 2", "class parent 1: classid 1:1 hfsc sc rate 10mbit ul rate 10mbit",
     "class parent 1:1 classid 1:2 hfsc rt umax 1500 dmax 20ms rate 2mbit ls rate 5mbit", "class parent 1:1 classid 1:3 hfsc ls m1 8mbit d 10ms m2 1mbit"],
    ["root handle 1: drr", "class parent 1: classid 1:1 drr quantum 3000", "class parent 1: classid 1:2 drr"],
    ["root handle 1: qfq", "class parent 1: classid 1:1 qfq weight 5 maxpkt 1500", "class parent 1: classid 1:2 qfq weight 9"],
    ["root handle 1: ets bands 6 strict 2 quanta 4000 3000 2000 1000 priomap 0 1 2 3 4 5"],
    ["root handle 1: ets strict 3"],
    ["root handle 1: netem"], ["root handle 1: netem delay 100ms"],
    ["root handle 1: netem limit 5000 delay 100ms 10ms 25% distribution normal loss 1.5% 30% duplicate 2% 10% reorder 25% 50% gap 5 corrupt 0.1% 20%"],
    ["root handle 1: netem loss state 1% 10% 20% 30% 40%"], ["root handle 1: netem loss gemodel 1% 10% 70% 0.1% ecn"],
    ["root handle 1: netem loss gemodel 1%"],
    ["root handle 1: netem rate 10mbit 20 100 5"], ["root handle 1: netem rate 40gbit"],
    ["root handle 1: netem slot 20us 40us packets 10 bytes 20000"], ["root handle 1: netem slot distribution normal 20ms 5ms"],
    ["root handle 1: netem delay 10s 1s"],
    ["root handle 1: red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 probability 0.02 bandwidth 10mbit"],
    ["root handle 1: red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive harddrop nodrop"],
    ["root handle 1: choke limit 1000 bandwidth 10mbit min 83 max 250 burst 83 ecn probability 0.1"],
    ["root handle 1: gred setup DPs 3 default 2 grio limit 300000",
     "change gred limit 60000 min 15000 max 45000 burst 20 avpkt 1000 bandwidth 10mbit DP 1 probability 0.02 prio 2"],
    ["root handle 1: gred setup DPs 2 default 0 ecn", "change gred limit 60000 min 15000 max 45000 burst 20 avpkt 1000 bandwidth 10mbit DP 0 probability 0.02"],
    ["root handle 1: sfq"], ["root handle 1: sfq perturb 10 quantum 3000 limit 200 divisor 512 depth 100 headdrop"],
    ["root handle 1: sfq limit 3000 flows 512 divisor 16384 redflowlimit 100000 min 8000 max 60000 probability 0.20 ecn headdrop harddrop avpkt 1000"],
    ["root handle 1: sfb"], ["root handle 1: sfb rehash 60000 db 6000 limit 500 max 30 target 22 increment 0.00005 decrement 0.000005 penalty_rate 20 penalty_burst 40"],
    ["root handle 1: codel"], ["root handle 1: codel limit 100 target 4ms interval 30ms ecn ce_threshold 2ms"],
    ["root handle 1: fq_codel"], ["root handle 1: fq_codel limit 1000 flows 512 target 3ms interval 60ms quantum 1000 noecn ce_threshold 5ms memory_limit 4mb drop_batch 32 ce_threshold_selector 0x1/0x3"],
    ["root handle 1: fq"], ["root handle 1: fq limit 1000 flow_limit 50 quantum 3000 initial_quantum 15000 maxrate 1gbit buckets 512 nopacing refill_delay 30ms low_rate_threshold 1mbit orphan_mask 511 ce_threshold 3ms timer_slack 20us horizon 5s horizon_cap"],
    ["root handle 1: pie"], ["root handle 1: pie limit 100 target 20ms tupdate 30ms alpha 2 beta 20 ecn bytemode dq_rate_estimator"],
    ["root handle 1: fq_pie"], ["root handle 1: fq_pie limit 5000 flows 100 target 20ms tupdate 20ms alpha 3 beta 21 quantum 1000 memory_limit 1mb ecn_prob 15 ecn bytemode dq_rate_estimator"],
    ["root handle 1: hhf"], ["root handle 1: hhf limit 500 quantum 1000 hh_limit 100 reset_timeout 20ms admit_bytes 3000 evict_timeout 500ms non_hh_weight 4"],
    ["root handle 1: cake"], ["root handle 1: cake bandwidth 100mbit diffserv4 dual-srchost nat wash ingress ack-filter split-gso rtt 50ms overhead 18 mpu 64 memlimit 4mb fwmark 0xff"],
    ["root handle 1: cake bandwidth 10gbit diffserv8 triple-isolate nonat nowash egress ack-filter-aggressive no-split-gso metro atm raw autorate-ingress"],
    ["root handle 1: cake bandwidth 1gbit besteffort flows ptm overhead -4 ethernet"],
    ["root handle 1: cake bandwidth 5mbit precedence flowblind internet"],
    ["root handle 1: skbprio"], ["root handle 1: skbprio limit 88"],
    ["root handle 1: plug limit 10000"],
    ["root handle 1: mqprio num_tc 2 map 0 1 0 1 queues 2@0 2@2 hw 0"], ["root handle 1: mqprio num_tc 3 map 0 1 2 queues 1@0 1@1 2@2 hw 0"],
    ["root handle 1: taprio num_tc 2 map 0 1 0 1 queues 1@0 1@1 base-time 1000000000 sched-entry S 01 300000 sched-entry S 03 400000 clockid CLOCK_TAI"],
    ["root handle 1: mqprio num_tc 4 map 0 1 2 3 queues 1@0 1@1 1@2 1@3 hw 0", "replace parent 1:1 handle 11: etf clockid CLOCK_TAI delta 200000 deadline_mode skip_sock_check",
     "replace parent 1:2 handle 12: cbs idleslope 98688 sendslope -901312 hicredit 153 locredit -1389 offload 0"],
    ["root handle 1: etf clockid CLOCK_TAI delta 300"],
    ["root handle 1: cbs idleslope 20000 sendslope -980000 hicredit 30 locredit -1470 offload 0"],
    ["ingress"], ["clsact"], ["ingress_block 5 ingress"], ["ingress_block 7 egress_block 8 clsact"],
    ["root handle 1: estimator 1sec 8sec pfifo limit 3"],
    ["root handle 1: stab overhead 24 linklayer ethernet mpu 64 mtu 2047 tsize 512 tbf rate 1mbit burst 10k latency 50ms"],
    ["root handle 1: stab linklayer atm overhead -4 pfifo"],
]


def run(command, check=False):
    return subprocess.run(command, shell=True, capture_output=True, text=True, check=check)


def dump(request, index):
    sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
    sock.setsockopt(270, 12, 1)  # SOL_NETLINK, NETLINK_GET_STRICT_CHK
    body = struct.pack("=BxxxiIII", 0, index, 0, 0, 0) + (struct.pack("=HH", 4, 10) if request == 38 else b"")
    sock.send(struct.pack("=IHHII", 16 + len(body), request, 0x301, 1, 0) + body)
    messages = []
    while True:
        data = sock.recv(1 << 16)
        while data:
            length, kind = struct.unpack_from("=IH", data)
            if kind == 3:
                return messages
            if kind == 2:
                sys.exit("refused: %d" % struct.unpack_from("=i", data, 16))
            message = data[:length]
            if struct.unpack_from("=i", message, 20)[0] == index:
                messages.append(message[:8] + bytes(8) + message[16:])
            data = data[(length + 3) & ~3:]


def main():
    run("sysctl -qw net.ipv6.conf.default.disable_ipv6=1")  # nobody else shall send
    print("# " + os.uname().release + ", " + run("tc -V").stdout.strip())
    for commands in SCENARIOS:
        run("ip link del d0")
        run("ip link add d0 index 100 numtxqueues 4 type dummy", True)
        run("ip link set d0 address 02:00:00:00:00:01 up; ip addr add 10.0.0.1/24 dev d0; ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev d0")
        for command in commands:
            verb, rest = ("class add", command[6:]) if command.startswith("class ") else (
                ("qdisc change root handle 1:", command[7:]) if command.startswith("change ") else (
                    ("qdisc replace", command[8:]) if command.startswith("replace ") else ("qdisc add", command)))
            words = "tc %s dev d0 %s" % (verb.split(" root")[0], ("root handle 1: " if "root" in verb else "") + rest)
            done = run(words)
            print("# " + words)
            for line in done.stderr.splitlines():
                print("#   " + line)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            for _ in range(3):
                try:
                    sender.sendto(bytes(100), ("10.0.0.2", 9))
                except OSError:
                    pass  # dropped, which counters tell
        before = None
        for _ in range(20):  # the counters have to stand still
            qdiscs, classes = dump(38, 100), dump(42, 100)
            plain = run("tc -j -d qdisc show dev d0 invisible").stdout
            counted = run("tc -j -d -s qdisc show dev d0 invisible").stdout
            text = run("tc -d -s class show dev d0").stdout
            if (qdiscs, classes) == (dump(38, 100), dump(42, 100)):
                break
        for name, messages in (("qdisc", qdiscs), ("class", classes)):
            for message in messages:
                print(name + " " + message.hex())
        print("plain " + plain.strip().replace("\n", "\\n"))
        print("counted " + counted.strip().replace("\n", "\\n"))
        for line in text.splitlines():
            print("| " + line)
    run("ip link del d0")


main()
