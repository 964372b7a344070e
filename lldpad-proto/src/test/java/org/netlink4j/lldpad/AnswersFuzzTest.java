package org.netlink4j.lldpad;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageDecoder;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.testkit.Accessors;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.SeedAttributes;

/** What lldpad answers and tells: every message as each of the three that it may be. */
class AnswersFuzzTest extends FuzzTarget {
    private static final List<MessageDecoder<?>> DECODERS =
            List.of(LldpadReply::decode, AnswersFuzzTest::status, VsiNotice::decode);

    private static PortStatus status(MessageReader message) throws MalformedMessageException {
        PortStatus status = PortStatus.decode(message);
        for (PortProfileType type : PortProfileType.values()) {
            status.entries().forEach(entry -> entry.verdict(type));
        }
        return status;
    }

    @Override
    protected List<byte[]> seeds() {
        MessageSpec link = new MessageSpec(Rtm.RTM_SETLINK, "RTM_SETLINK", LinkHeader.IFINFOMSG, PortTables.LINK);
        return Stream.concat(
                        Stream.of(LldpadAnswersTest.DECIDED, LldpadAnswersTest.SEVERAL, LldpadAnswersTest.NOTICE, LldpadAnswersTest.QUEUED)
                                .map(text -> Messages.hex(text.replace("RRRR", "0000").replace("SSSS", "0635").replace("IIIIIIII", "03000000"))),
                        SeedAttributes.messages(link, 0).stream())
                .toList();
    }

    @Override
    protected void run(byte[] bytes) throws IOException {
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        while (message.next()) {
            for (MessageDecoder<?> decoder : DECODERS) {
                decode(decoder, message);
            }
        }
    }

    private static void decode(MessageDecoder<?> decoder, MessageReader message) throws IOException {
        try {
            Accessors.answer(decoder.decode(message));
        } catch (MalformedMessageException _) {
            return; // as it should be
        }
    }
}
