package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.testkit.AttributeArbitraries;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.StrictJson;
import org.netlink4j.core.json.JsonWriter;

class AttributesPropertyTest {
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(31, "NETLINK_RICH", new MessageSpec(16, "RICH_NEW", RichTable.POINT, RichTable.SET));

    @Provide
    Arbitrary<Attributes> valid() {
        return AttributeArbitraries.valid(RichTable.SET, RichTable.KINDS);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return AttributeArbitraries.damaged(RichTable.SET, RichTable.KINDS);
    }

    @Property(tries = 500)
    void whatFollowsTheTableRoundTrips(@ForAll("valid") Attributes attributes) {
        CodecProperties.roundTrips(attributes);
    }

    @Property(tries = 1000)
    void damagedBytesEndInAValueOrInMalformed(@ForAll("damaged") byte[] bytes) {
        CodecProperties.survives(RichTable.SET, bytes);
    }

    @Property(tries = 1000)
    void anyBytesEndInAValueOrInMalformed(@ForAll byte[] bytes) {
        CodecProperties.survives(RichTable.SET, bytes);
    }

    @Property(tries = 300)
    void jsonIsValid(@ForAll("valid") Attributes attributes) {
        JsonWriter out = new JsonWriter().beginObject();
        AttributeText.json(attributes, out);
        StrictJson.parse(out.endObject().toString());
    }

    @Property(tries = 500)
    void anyMessageCanBeDescribed(@ForAll("damaged") byte[] bytes, @ForAll boolean known) {
        byte[] datagram = message(known ? 16 : 17, bytes);
        String text = MessageText.describe(PROTOCOL, new MessageReader().over(MemorySegment.ofArray(datagram), 0, datagram.length));
        assertEquals(known, text.startsWith("RICH_NEW"), text);
    }

    @Property(tries = 500)
    void anyOffsetHasAPathOrNone(@ForAll("damaged") byte[] bytes, @ForAll short offset) {
        byte[] request = message(16, bytes);
        int inside = Math.floorMod(offset, request.length);
        AttributePath.at(PROTOCOL, request, inside);
        AttributePath.at(PROTOCOL, request, offset);
        AttributePath.at(PROTOCOL, bytes, offset);
        AttributePath.missing(PROTOCOL, request, inside, 4);
        AttributePath.missing(PROTOCOL, bytes, offset, 4);
    }

    private static byte[] message(int type, byte[] body) {
        byte[] room = new byte[body.length + 64];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        out.begin(type, 0, 0, 0).zeros(8).bytes(body);
        return java.util.Arrays.copyOf(room, (int) out.end());
    }
}
