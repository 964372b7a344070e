package org.netlink4j.rtnetlink.refusals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.generic.Ctrl.CTRL_CMD_GETFAMILY;
import static org.netlink4j.core.generic.Genl.GENL_ID_CTRL;
import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_LINKINFO_GET;
import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_TSINFO_GET;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.AttributePolicy;
import org.netlink4j.core.Errno;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.generic.Ctrl;
import org.netlink4j.core.generic.Genl;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.generic.ethtool.EthtoolHeader;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.Ifa;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.testkit.KernelTest;

/**
 * What the kernel says when it refuses, word for word: {@code refusals/MAJOR.MINOR.txt}, a line a request with errno, words,
 * path, policy and missing attribute. Another kernel has other words; there only what always holds is checked.
 */
@KernelTest
class RefusalsIT {
    private static final String HEADING = "request | errno | words | at | allowed | missing\n";
    private static final int AF_INET = 2;

    private static final AttributeSet PROVIDER = AttributeSet.of(
            "ETHTOOL_A_TS_HWTSTAMP_PROVIDER",
            u32(1, "ETHTOOL_A_TS_HWTSTAMP_PROVIDER_INDEX"),
            u32(2, "ETHTOOL_A_TS_HWTSTAMP_PROVIDER_QUALIFIER"));

    /** All commands have the header as number 1; number 7 is that of the time stamps. */
    private static final AttributeSet ETHTOOL = AttributeSet.of(
            "ETHTOOL_A", nest(1, "ETHTOOL_A_HEADER", () -> EthtoolHeader.ATTRIBUTES), nest(7, "ETHTOOL_A_TSINFO_HWTSTAMP_PROVIDER", () -> PROVIDER));

    private NetworkNamespace namespace;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private RouteRefusals prepare(NetlinkClient client) throws NetlinkException {
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            Links links = rtnetlink.links();
            links.setUp(1);
            links.create(LinkSpec.named("v0").up().kind(Veth.withPeer(LinkSpec.named("v1"))));
            links.create(LinkSpec.named("br0").kind(new Bridge()));
            links.create(LinkSpec.named("p0").kind(Veth.withPeer(LinkSpec.named("p1"))));
            int bridge = links.get("br0").index();
            links.change(LinkSpec.named("p0").master(bridge));
            int device = links.get("v0").index();
            Attributes address = Attributes.none(Ifa.ATTRIBUTES).with(Ifa.IFA_LOCAL, RouteRefusals.ADDRESS);
            client.execute(Request.of(Rtm.RTM_NEWADDR, out -> {
                out.u8(AF_INET).u8(24).u16(0).u32(device);
                address.writeTo(out.attributes());
            }).flags(Nlmsg.NLM_F_CREATE));
            Attributes blackhole = Attributes.none(Nha.ATTRIBUTES).with(Nha.NHA_ID, 1).withFlag(Nha.NHA_BLACKHOLE);
            client.execute(Request.of(Rtm.RTM_NEWNEXTHOP, out -> {
                out.u8(AF_INET).zeros(7);
                blackhole.writeTo(out.attributes());
            }).flags(Nlmsg.NLM_F_CREATE));
            return new RouteRefusals(device, links.get("p0").index(), links.get("p1").index(), bridge);
        }
    }

    private static List<Refusal> genericRefusals(int ethtool) {
        return List.of(
                Refusal.generic("generic: a family that does not exist", GENL_ID_CTRL, 0, CTRL_CMD_GETFAMILY,
                        out -> out.stringz(2, "nosuch")),
                Refusal.generic("generic: a family of neither name nor number", GENL_ID_CTRL, 0, CTRL_CMD_GETFAMILY, out -> {}),
                Refusal.generic("generic: a family whose name is too long", GENL_ID_CTRL, 0, CTRL_CMD_GETFAMILY,
                        out -> out.stringz(2, "sixteen-is-a-lot")),
                Refusal.generic("generic: a family whose number has one byte", GENL_ID_CTRL, 0, CTRL_CMD_GETFAMILY,
                        out -> out.u8(1, 16)),
                Refusal.generic("generic: a command that does not exist", GENL_ID_CTRL, 0, 99, out -> {}),
                Refusal.generic("generic: a family number that nobody has", 0x7fff, 0, 1, out -> {}),
                Refusal.generic("ethtool: link information of nothing", ethtool, 0, ETHTOOL_MSG_LINKINFO_GET, out -> {}),
                Refusal.generic("ethtool: link information of no device", ethtool, 0, ETHTOOL_MSG_LINKINFO_GET,
                        out -> out.begin(1).end()),
                Refusal.generic("ethtool: link information of a device that does not exist", ethtool, 0, ETHTOOL_MSG_LINKINFO_GET,
                        out -> out.begin(1).stringz(2, "nosuch").end()),
                Refusal.generic("ethtool: link information with a device name of 16 characters", ethtool, 0, ETHTOOL_MSG_LINKINFO_GET,
                        out -> out.begin(1).stringz(2, "sixteen-is-a-lot").end()),
                Refusal.generic("ethtool: link information with a flag that does not exist", ethtool, 0, ETHTOOL_MSG_LINKINFO_GET,
                        out -> out.begin(1).stringz(2, "lo").u32(3, 0x80).end()),
                Refusal.generic("ethtool: link information with a header that is not marked as a nest", ethtool, 0,
                        ETHTOOL_MSG_LINKINFO_GET, out -> out.beginRaw(1).stringz(2, "lo").end()),
                Refusal.generic("ethtool: time stamps of a provider without its number", ethtool, 0, ETHTOOL_MSG_TSINFO_GET,
                        out -> out.begin(1).stringz(2, "lo").end().begin(7).end()),
                Refusal.generic("ethtool: link information with an attribute that does not exist", ethtool, 0,
                        ETHTOOL_MSG_LINKINFO_GET, out -> out.begin(1).stringz(2, "lo").end().u32(99, 1)));
    }

    private static NetlinkProtocol genericProtocol(int ethtool) {
        return NetlinkProtocol.of(
                Genl.NETLINK_GENERIC,
                "NETLINK_GENERIC",
                new MessageSpec(GENL_ID_CTRL, "CTRL", Genl.HEADER, Ctrl.ATTRIBUTES),
                new MessageSpec(ethtool, "ETHTOOL", Genl.HEADER, ETHTOOL));
    }

    private int ethtool() throws NetlinkException {
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            return generic.resolve("ethtool").id();
        }
    }

    private static Optional<KernelException> provoke(NetlinkClient client, Refusal refusal) throws NetlinkException {
        try {
            if (refusal.isDump()) {
                client.dump(refusal.request(), _ -> {});
            } else {
                client.execute(refusal.request());
            }
            return Optional.empty();
        } catch (KernelException e) {
            return Optional.of(e);
        }
    }

    private static String line(Refusal refusal, KernelException e) {
        ExtendedAck said = e.extendedAck();
        String name = Errno.describe(e.errno());
        return String.join(
                " | ",
                refusal.words(),
                name.substring(0, name.indexOf(' ')),
                or(said.message()),
                or(said.attributePath()),
                or(said.policy().map(AttributePolicy::inWords)),
                or(said.missing()));
    }

    private static String or(Optional<String> text) {
        return text.orElse("-");
    }

    /** Holds whatever the kernel's version. */
    private static void requireInvariants(Refusal refusal, KernelException e) {
        ExtendedAck said = e.extendedAck();
        assertTrue(e.errno() > 0 && e.errno() < 4096, refusal.words());
        assertEquals(said.offset().isPresent(), said.attributePath().isPresent(), () -> refusal.words() + ": " + said);
        said.message().ifPresent(words -> assertTrue(e.getMessage().contains(words)));
        said.attributePath().ifPresent(path -> assertTrue(e.getMessage().contains(path)));
        said.policy().ifPresent(policy -> assertTrue(e.getMessage().contains(policy.inWords())));
        said.missing().ifPresent(missing -> assertTrue(e.getMessage().contains(missing)));
    }

    @Test
    void theKernelSaysWhyItRefuses() throws IOException {
        int ethtool = ethtool();
        List<String> lines = new ArrayList<>();
        try (NetlinkClient route = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
                NetlinkClient generic = NetlinkClient.open(genericProtocol(ethtool), namespace)) {
            List<Refusal> refusals = new ArrayList<>(prepare(route).all());
            refusals.addAll(genericRefusals(ethtool));
            for (Refusal refusal : refusals) {
                Optional<KernelException> refused = provoke(refusal.generic() ? generic : route, refusal);
                refused.ifPresent(e -> requireInvariants(refusal, e));
                lines.add(refused.map(e -> line(refusal, e)).orElse(refusal.words() + " | not refused"));
            }
        }
        compare(lines);
    }

    private static void compare(List<String> lines) throws IOException {
        String release = Files.readString(Path.of("/proc/sys/kernel/osrelease"));
        String text = HEADING + String.join("\n", lines) + "\n";
        String version = release.replaceFirst("^(\\d+\\.\\d+).*\\s*$", "$1");
        Files.writeString(Path.of("target", "refusals-" + version + ".txt"), text); // to become golden, once it was read by somebody
        try (InputStream golden = RefusalsIT.class.getResourceAsStream("/refusals/" + version + ".txt")) {
            if (golden == null) {
                System.out.println("no golden texts for Linux " + version + ": only what always holds was checked");
                return;
            }
            String expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(expected, text, "what Linux " + version + " says has changed");
        }
    }
}
