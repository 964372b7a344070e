package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;

class LinkSpecTest {
    /** What follows the message header. */
    static byte[] body(LinkSpec spec) {
        byte[] buffer = new byte[4096];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length);
        out.begin(16, 0, 0, 0);
        spec.write(out);
        return Arrays.copyOfRange(buffer, 16, (int) out.end());
    }

    @Test
    void writesTheBytesOfAMacvtap() {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the bytes are those of a little-endian host");
        LinkSpec spec = LinkSpec.named("macvtap0")
                .kind(new Macvtap().mode(MacvlanMode.VEPA))
                .lower(3)
                .address(MacAddress.parse("52:54:00:c7:3e:ce"));
        String golden = "00000000 00000000 00000000 00000000"
                + "0d000300 6d616376 74617030 00000000"
                + "1c001200 0b000100 6d616376 74617000 0c000200 08000100 02000000"
                + "08000500 03000000"
                + "0a000100 525400c7 3ece0000";
        assertArrayEquals(HexFormat.of().parseHex(golden.replace(" ", "")), body(spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", ".", "..", "a name of blanks", "a/b", "a:b", "a\tb", "sixteen-bytes-xx",
        "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4"
    })
    void refusesWhatIsNoName(String name) {
        assertThrows(IllegalArgumentException.class, () -> LinkSpec.named(name));
    }

    @Test
    void acceptsTheLongestName() {
        assertEquals(Optional.of("fifteen-bytes-x"), LinkSpec.named("fifteen-bytes-x").attributes().text(Ifla.IFLA_IFNAME));
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> LinkSpec.ANY.mtu(-1));
        assertThrows(IllegalArgumentException.class, () -> LinkSpec.ANY.mtu(1L << 32));
        assertThrows(IllegalArgumentException.class, () -> LinkSpec.ANY.index(0));
        assertThrows(IllegalArgumentException.class, () -> new Bridge().priority(65536));
        assertThrows(IllegalArgumentException.class, () -> new MacvlanFlags(65536));
        assertThrows(IllegalArgumentException.class, () -> LinkSpec.ANY.alias("x".repeat(256)));
    }

    @Test
    void changesOnlyTheFlagsThatItWasAskedFor() {
        LinkHeader up = LinkSpec.ANY.up().header();
        assertEquals(Iff.IFF_UP, up.flags());
        assertEquals(Iff.IFF_UP, up.change());
        LinkHeader down = LinkSpec.ANY.up().down().header();
        assertEquals(0, down.flags());
        assertEquals(Iff.IFF_UP, down.change());
        assertEquals(0, LinkSpec.indexed(7).header().change());
    }

    @Test
    void laterValuesReplaceEarlierOnesInTheirPlace() {
        assertEquals(LinkSpec.named("b").mtu(1), LinkSpec.named("a").mtu(1).name("b"));
    }

    @Test
    void keepsThePeerOfACable() {
        LinkSpec peer = LinkSpec.named("v1").mtu(1400).index(9);
        assertEquals(Optional.of(peer), Veth.withPeer(peer).peer());
        assertEquals(Optional.empty(), new Veth().peer());
    }

    @Test
    void refusesAttributesOfAnotherTable() {
        assertThrows(IllegalArgumentException.class, () -> new Macvlan(Attributes.none(IflaBr.ATTRIBUTES)));
        assertThrows(IllegalArgumentException.class, () -> new LinkSpec(LinkHeader.NONE, Attributes.none(IflaInfo.ATTRIBUTES)));
        assertThrows(IllegalArgumentException.class, () -> new LinkHeader(256, 0, 0, 0, 0));
    }

    @Test
    void wordsOfModesGoBothWays() {
        for (MacvlanMode mode : new MacvlanMode[] {
            MacvlanMode.PRIVATE, MacvlanMode.VEPA, MacvlanMode.BRIDGE, MacvlanMode.PASSTHRU, MacvlanMode.SOURCE
        }) {
            assertEquals(mode, MacvlanMode.parse(mode.toString()));
        }
        assertEquals("32", new MacvlanMode(32).toString());
        assertThrows(IllegalArgumentException.class, () -> MacvlanMode.parse("passthrough"));
    }
}
