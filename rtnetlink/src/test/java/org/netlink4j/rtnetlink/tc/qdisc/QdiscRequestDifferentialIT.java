package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELTCLASS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTCLASS;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcRate;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/**
 * Requests for every kind are byte for byte those of {@code tc}, but for sequence number and port id. The kernel here refuses most kinds,
 * but only after {@code tc} has sent its request.
 */
@KernelTest
@NeedsCommand({"tc", "strace"})
public class QdiscRequestDifferentialIT {
    private static final int DEVICE = 100; // a new namespace may have tunnels with lower ones
    private static final int REPLACE = CHANGE | NLM_F_CREATE | NLM_F_REPLACE;
    private static final TcHandle ONE = TcHandle.qdisc(1);
    private static final QdiscSpec ROOT = QdiscSpec.root(DEVICE);

    private static IpRequests requests;

    @BeforeAll
    static void open() throws NetlinkException {
        requests = IpRequests.among(LinkSpec.named("v0").index(DEVICE).kind(Veth.withPeer(LinkSpec.named("v1"))));
    }

    @AfterAll
    static void close() {
        requests.close();
    }

    private static Arguments of(String options, QdiscKind kind) {
        return Arguments.of(options, kind);
    }

    /** Commands and our specs of what they make. */
    public static Stream<Arguments> kinds() {
        return Stream.of(queues(), fair(), shapers(), early(), emulators(), classful(), hardware()).flatMap(kinds -> kinds);
    }

    private static Stream<Arguments> queues() {
        return Stream.of(
                of("pfifo", new Pfifo()),
                of("pfifo limit 77", new Pfifo().limit(77)),
                of("bfifo limit 10000", new Bfifo().limit(10_000)),
                of("pfifo_head_drop limit 5", new PfifoHeadDrop().limit(5)),
                of("pfifo_fast", new PfifoFast()),
                of("skbprio limit 88", new Skbprio().limit(88)),
                of("noqueue", new Noqueue()),
                of("mq", new Mq()),
                of("plug block", Plug.action(TcaPlug.TCQ_PLUG_BUFFER)),
                of("plug release", Plug.action(TcaPlug.TCQ_PLUG_RELEASE_ONE)),
                of("plug release_indefinite", Plug.action(TcaPlug.TCQ_PLUG_RELEASE_INDEFINITE)),
                of("plug limit 9000", Plug.limit(9000)));
    }

    private static Stream<Arguments> fair() {
        return Stream.of(
                of("fq_codel", new FqCodel()),
                of("fq_codel limit 1000 flows 512 target 3ms interval 60ms quantum 1000 noecn ce_threshold 5ms memory_limit 4mb drop_batch 32",
                        new FqCodel().limit(1000).flows(512).quantum(1000).interval(60_000).target(3000).ecn(false).ceThreshold(5000)
                                .memoryLimit(4 << 20).dropBatch(32)),
                of("codel limit 100 target 4ms interval 30ms ecn ce_threshold 2ms",
                        new Codel().limit(100).interval(30_000).target(4000).ecn(true).ceThreshold(2000)),
                of("fq limit 1000 flow_limit 50 quantum 3000 initial_quantum 15000 maxrate 1gbit buckets 512 nopacing "
                                + "refill_delay 30ms low_rate_threshold 1mbit orphan_mask 511 ce_threshold 3ms timer_slack 20us horizon 5s "
                                + "horizon_cap",
                        new Fq().bucketsLog(9).limit(1000).flowLimit(50).quantum(3000).initialQuantum(15_000).pacing(false)
                                .maxRate(125_000_000).lowRateThreshold(125_000).refillDelay(30_000).orphanMask(511).ceThreshold(3000)
                                .timerSlack(20_000).horizon(5_000_000).horizonDrop(false)),
                of("pie limit 100 target 20ms tupdate 30ms alpha 2 beta 20 ecn bytemode dq_rate_estimator",
                        new Pie().limit(100).update(30_000).target(20_000).alpha(2).beta(20).ecn(true).byteMode(true).rateEstimator(true)),
                of("fq_pie limit 5000 flows 100 target 20ms tupdate 20ms alpha 3 beta 21 quantum 1000 memory_limit 1mb ecn_prob 15 ecn",
                        new FqPie().limit(5000).flows(100).target(20_000).update(20_000).alpha(3).beta(21).quantum(1000)
                                .memoryLimit(1 << 20).ecnProbability(15).ecn(true)),
                of("hhf limit 500 quantum 1000 hh_limit 100 reset_timeout 20ms admit_bytes 3000 evict_timeout 500ms non_hh_weight 4",
                        new Hhf().limit(500).quantum(1000).heavyLimit(100).resetTimeout(20_000).admitBytes(3000).evictTimeout(500_000)
                                .otherWeight(4)),
                of("sfq", new Sfq()),
                of("sfq perturb 10 quantum 3000 limit 200 divisor 512 depth 100 headdrop",
                        new Sfq().perturb(10).quantum(3000).limit(200).divisor(512).depth(100).headDrop(true)),
                of("sfb rehash 60000 db 6000 limit 500 max 30 target 22 increment 0.5 decrement 0.25 penalty_rate 20 penalty_burst 40",
                        new Sfb().rehashInterval(60_000).warmup(6000).limit(500).max(30).target(22).increment(32_768).decrement(16_384)
                                .penaltyRate(20).penaltyBurst(40)),
                of("cake", new Cake()),
                of("cake bandwidth 100mbit diffserv4 dual-srchost nat wash ingress ack-filter split-gso rtt 50ms memlimit 4mb fwmark 0xff",
                        new Cake().bandwidth(12_500_000).diffserv(TcaCake.CAKE_DIFFSERV_DIFFSERV4).flowMode(TcaCake.CAKE_FLOW_DUAL_SRC)
                                .rtt(50_000).target(2500).autorate(false).memory(4 << 20).fwmark(0xff).nat(true).wash(true).splitGso(true)
                                .ingress(true).ackFilter(TcaCake.CAKE_ACK_FILTER)));
    }

    private static Stream<Arguments> shapers() {
        long slow = 125_000;
        return Stream.of(
                of("tbf rate 1mbit burst 10k latency 50ms",
                        Tbf.of(TcRate.of(slow, 0), 10 << 10, Tbf.limit(slow, 10 << 10, 50_000))),
                of("tbf rate 100mbit burst 64k limit 200000 peakrate 200mbit mtu 1540",
                        Tbf.of(TcRate.of(100 * slow, 1540), 64 << 10, 200_000, TcRate.of(200 * slow, 1540), 1540)),
                of("cbs idleslope 20000 sendslope -980000 hicredit 30 locredit -1470 offload 0",
                        new Cbs().idleSlope(20_000).sendSlope(-980_000).highCredit(30).lowCredit(-1470).offload(0)),
                of("etf clockid CLOCK_TAI delta 200000 deadline_mode skip_sock_check",
                        new Etf().clock(11).delta(200_000).flags(TcaEtf.TC_ETF_DEADLINE_MODE_ON | TcaEtf.TC_ETF_SKIP_SOCK_CHECK)));
    }

    private static Stream<Arguments> early() {
        return Stream.of(
                of("red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 probability 0.02 bandwidth 10mbit",
                        Red.of(new RedParameters(400_000, 30_000, 90_000, 1000, 55, 0.02, 1_250_000), 0)),
                of("red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive harddrop nodrop bandwidth 1gbit",
                        Red.of(new RedParameters(400_000, 30_000, 90_000, 1000, 55, 0.02, 125_000_000),
                                TcaRed.TC_RED_ECN | TcaRed.TC_RED_ADAPTATIVE | TcaRed.TC_RED_HARDDROP | TcaRed.TC_RED_NODROP)),
                of("choke limit 1000 bandwidth 10mbit min 83 max 250 burst 83 ecn probability 0.1",
                        Choke.of(new RedParameters(1000, 83, 250, 1000, 83, 0.1, 1_250_000), TcaRed.TC_RED_ECN)),
                of("gred setup DPs 3 default 2 grio limit 300000", Gred.of(3, 2, true).limit(300_000)));
    }

    private static Stream<Arguments> emulators() {
        return Stream.of(
                of("netem", new Netem()),
                of("netem delay 100ms", new Netem().delay(100_000_000)),
                of("netem limit 5000 delay 100ms 10ms 25%", new Netem().limit(5000).delay(100_000_000, 10_000_000, 0.25)),
                of("netem loss 1.5% 30%", new Netem().loss(0.015, 0.3)),
                of("netem duplicate 2%", new Netem().duplicate(0.02, 0)),
                of("netem delay 10ms reorder 25% 50% gap 5", withoutCorrelations().delay(10_000_000).reorder(0.25, 0.5, 5)),
                of("netem corrupt 0.1% 20%", withoutCorrelations().corrupt(0.001, 0.2)),
                of("netem loss state 1% 10% 20% 30% 40%", new Netem().lossStates(0.01, 0.1, 0.2, 0.4, 0.3)),
                of("netem loss gemodel 1% 10% 70% 25%", new Netem().lossGilbertElliott(0.01, 0.1, 0.7, 0.25)),
                of("netem loss gemodel 1% ecn", new Netem().ecn(true).lossGilbertElliott(0.01, 0.99, 1, 0)),
                of("netem rate 10mbit 20 100 5", new Netem().rate(1_250_000, 20, 100, 5)),
                of("netem rate 40gbit", new Netem().rate(5_000_000_000L, 0, 0, 0)),
                of("netem slot 20us 40us packets 10 bytes 20000", new Netem().slot(20_000, 40_000, 10, 20_000)));
    }

    /** {@code tc} sends other correlations, too, if one of reordering or damage is said. */
    private static Netem withoutCorrelations() {
        return new Netem().with(attributes -> attributes.withStruct(TcaNetem.TCA_NETEM_CORR, 0, 0, 0));
    }

    private static Stream<Arguments> classful() {
        return Stream.of(
                of("htb", new Htb()),
                of("htb default 30 r2q 5 direct_qlen 99", new Htb().defaultClass(0x30).rateToQuantum(5).directQueueLength(99)),
                of("hfsc", new Hfsc()),
                of("hfsc default 2", new Hfsc().defaultClass(2)),
                of("drr", new Drr()),
                of("qfq", new Qfq()),
                of("multiq", new Multiq()),
                of("ets bands 6 strict 2 quanta 4000 3000 2000 1000 priomap 0 1 2 3 4 5",
                        new Ets().bands(6).strict(2).quanta(List.of(4000L, 3000L, 2000L, 1000L)).priorityMap(List.of(0L, 1L, 2L, 3L, 4L, 5L))));
    }

    private static Stream<Arguments> hardware() {
        List<QueueRange> queues = List.of(new QueueRange(2, 0), new QueueRange(2, 2));
        return Stream.of(
                of("mqprio num_tc 2 map 0 1 0 1 queues 2@0 2@2 hw 0", Mqprio.of(List.of(0, 1, 0, 1), queues, false)),
                of("mqprio num_tc 2 map 0 1 queues 2@0 2@2 hw 1 mode channel shaper bw_rlimit min_rate 1gbit 2gbit max_rate 4gbit 5gbit",
                        Mqprio.of(List.of(0, 1), queues, true).mode(TcaMqprio.TC_MQPRIO_MODE_CHANNEL)
                                .rates(sixteen(125_000_000L, 250_000_000L), sixteen(500_000_000L, 625_000_000L))));
    }

    /** {@code tc} says a rate for every class that there could be. */
    private static List<Long> sixteen(Long... rates) {
        return Stream.concat(Stream.of(rates), Stream.generate(() -> 0L)).limit(16).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void createsAsTcDoes(String options, QdiscKind kind) {
        requests.same("tc qdisc add dev v0 root " + options, RTM_NEWQDISC, NEW, ROOT.kind(kind));
    }

    static Stream<Arguments> classes() {
        TcRate rate = TcRate.of(1_250_000, 1600);
        TcRate ceil = TcRate.of(5_000_000_000L, 1600);
        return Stream.of(
                Arguments.of("htb rate 10mbit", HtbClass.of(1_250_000)),
                Arguments.of("htb rate 10mbit ceil 40gbit burst 15k prio 2 quantum 3000",
                        HtbClass.of(rate, 15 << 10, ceil, 1600).priority(2).quantum(3000)),
                Arguments.of("htb rate 10mbit burst 15k cburst 20k overhead 20 mpu 64 linklayer atm",
                        HtbClass.of(atm(rate), 15 << 10, atm(rate), 20 << 10)),
                Arguments.of("hfsc sc rate 10mbit ul m1 1mbit d 10ms m2 2mbit",
                        new HfscClass().realTime(ServiceCurve.rate(1_250_000)).linkShare(ServiceCurve.rate(1_250_000))
                                .upperLimit(new ServiceCurve(125_000, 10_000, 250_000))),
                Arguments.of("drr quantum 3000", new DrrClass().quantum(3000)),
                Arguments.of("qfq weight 5 maxpkt 1500", new QfqClass().weight(5).longestPacket(1500)),
                Arguments.of("ets quantum 5", new EtsClass().quantum(5)));
    }

    private static TcRate atm(TcRate rate) {
        return rate.overhead(20).minimum(64).linkLayer(TcRate.TC_LINKLAYER_ATM);
    }

    @ParameterizedTest
    @MethodSource("classes")
    void createsClassesAsTcDoes(String options, ClassKind kind) {
        TrafficClassSpec spec = TrafficClassSpec.of(DEVICE, TcHandle.of(1, 1)).parent(ONE).kind(kind);
        requests.same("tc class add dev v0 parent 1: classid 1:1 " + options, RTM_NEWTCLASS, NEW, spec);
    }

    @Test
    void setsAVirtualQueueAsTcDoes() {
        RedParameters wanted = new RedParameters(60_000, 15_000, 45_000, 1000, 20, 0.02, 1_250_000);
        requests.same("tc qdisc change dev v0 root gred limit 60000 min 15000 max 45000 burst 20 avpkt 1000 bandwidth 10mbit DP 1"
                + " probability 0.02 prio 2 ecn", RTM_NEWQDISC, CHANGE, ROOT.kind(Gred.queue(1, wanted, 2, TcaRed.TC_RED_ECN)));
    }

    @Test
    void changesReplacesAndDeletesAsTcDoes() {
        requests.same("tc qdisc change dev v0 root handle 1: pfifo limit 3", RTM_NEWQDISC, CHANGE, ROOT.handle(ONE).kind(new Pfifo().limit(3)));
        requests.same("tc qdisc replace dev v0 parent 1:1 handle 5: pfifo limit 3", RTM_NEWQDISC, REPLACE,
                QdiscSpec.on(DEVICE).parent(TcHandle.of(1, 1)).handle(TcHandle.qdisc(5)).kind(new Pfifo().limit(3)));
        requests.same("tc qdisc link dev v0 parent 1:1 handle 3:", RTM_NEWQDISC, CHANGE | NLM_F_REPLACE,
                QdiscSpec.on(DEVICE).parent(TcHandle.of(1, 1)).handle(TcHandle.qdisc(3)));
        requests.same("tc qdisc del dev v0 root", RTM_DELQDISC, CHANGE, ROOT);
        requests.same("tc qdisc del dev v0 parent 1:1 handle 5:", RTM_DELQDISC, CHANGE,
                QdiscSpec.on(DEVICE).parent(TcHandle.of(1, 1)).handle(TcHandle.qdisc(5)));
        requests.same("tc class del dev v0 classid 1:1", RTM_DELTCLASS, CHANGE, TrafficClassSpec.of(DEVICE, TcHandle.of(1, 1)));
        requests.same("tc class change dev v0 parent 1: classid 1:1 drr quantum 5", RTM_NEWTCLASS, CHANGE,
                TrafficClassSpec.of(DEVICE, TcHandle.of(1, 1)).parent(ONE).kind(new DrrClass().quantum(5)));
        requests.same("tc class replace dev v0 parent 1: classid 1:1 drr quantum 5", RTM_NEWTCLASS, CHANGE | NLM_F_CREATE,
                TrafficClassSpec.of(DEVICE, TcHandle.of(1, 1)).parent(ONE).kind(new DrrClass().quantum(5)));
    }

    @Test
    void putsPlacesForFiltersAsTcDoes() {
        requests.same("tc qdisc add dev v0 ingress", RTM_NEWQDISC, NEW, QdiscSpec.ingress(DEVICE));
        requests.same("tc qdisc add dev v0 clsact", RTM_NEWQDISC, NEW, QdiscSpec.clsact(DEVICE));
        requests.same("tc qdisc add dev v0 ingress_block 5 egress_block 6 clsact", RTM_NEWQDISC, NEW,
                QdiscSpec.clsact(DEVICE).ingressBlock(5).egressBlock(6));
        requests.same("tc qdisc del dev v0 clsact", RTM_DELQDISC, CHANGE, QdiscSpec.clsact(DEVICE));
    }

    /** {@code tc} reckons times at the largest rate of 32 bits; the kernel takes sizes and 64-bit rates from attributes. */
    @Test
    void largeRatesAreThoseOfTcButForTimes() {
        long max = 0xffff_ffffL;
        TcRate narrow = atm(TcRate.of(max, 9000)).overhead(24);
        Tbf ours = Tbf.of(wide(5_000_000_000L), 1 << 20, 10 << 20, wide(10_000_000_000L), 9000);
        Attributes theirs = ours.withField(TcaTbf.TCA_TBF_PARMS, "buffer", TcRate.ticks(max, 1 << 20))
                .withField(TcaTbf.TCA_TBF_PARMS, "mtu", TcRate.ticks(max, 9000))
                .data()
                .with(TcaTbf.TCA_TBF_RTAB, narrow.table())
                .with(TcaTbf.TCA_TBF_PTAB, narrow.table());
        requests.same("tc qdisc add dev v0 root tbf rate 40gbit burst 1m limit 10m peakrate 80gbit mtu 9000 mpu 64 overhead 24 linklayer atm",
                RTM_NEWQDISC, NEW, ROOT.kind(new Tbf(theirs)));
    }

    private static TcRate wide(long rate) {
        return atm(TcRate.of(rate, 9000)).overhead(24);
    }

    /** {@code tc} adds an empty nest that no kernel since 2.6.25 reads: the kind has had nothing but the structure since. */
    @Test
    void bandsOfPrioAreThoseOfTc() {
        QdiscSpec ours = ROOT.kind(Prio.of(3, Prio.DEFAULT_MAP));
        Attributes options = ours.attributes();
        byte[] theirs = Arrays.copyOf(options.payload(Tca.TCA_OPTIONS).orElseThrow(), 24);
        theirs[20] = 4;
        theirs[22] = Tca.TCA_OPTIONS;
        requests.same("tc qdisc add dev v0 root prio", RTM_NEWQDISC, NEW, ROOT.with(none -> options.with(Tca.TCA_OPTIONS, theirs)));
    }
}
