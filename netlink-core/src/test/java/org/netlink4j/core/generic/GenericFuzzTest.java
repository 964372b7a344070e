package org.netlink4j.core.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.generic.ethtool.EthtoolMsg;
import org.netlink4j.core.generic.ethtool.Report;
import org.netlink4j.core.generic.taskstats.TaskStatistics;
import org.netlink4j.core.generic.taskstats.Taskstats;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.Accessors;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.SeedAttributes;
import org.netlink4j.testkit.StrictJson;

/** Answers of the controller (type 16), of ethtool (17) and of taskstats (18), and their text. */
class GenericFuzzTest extends FuzzTarget {
    private static final List<FamilySpec> FAMILIES = List.of(Ctrl.FAMILY, EthtoolMsg.FAMILY, Taskstats.FAMILY);
    private static final FamilyTables TABLES = new FamilyTables();
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(16, "NETLINK_GENERIC", TABLES);

    static {
        FAMILIES.forEach(family -> TABLES.learn(Genl.GENL_ID_CTRL + FAMILIES.indexOf(family), family));
    }

    /** The fixed header is of zeros but for the command. */
    private static Stream<byte[]> messages(int type, int command) {
        CommandSpec spec = FAMILIES.get(type - Genl.GENL_ID_CTRL).answer(command);
        return SeedAttributes.messages(new MessageSpec(type, "any", Genl.HEADER, spec.attributes()), 0).stream().limit(2).map(message -> {
            message[16] = (byte) command;
            return message;
        });
    }

    @Override
    protected List<byte[]> seeds() {
        return Stream.of(16, 17, 18)
                .flatMap(type -> Stream.iterate(1, command -> command + 1).limit(40).flatMap(command -> messages(type, command)))
                .toList();
    }

    @Override
    protected void run(byte[] bytes) throws MalformedMessageException {
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        StrictJson.parse(MessageText.json(PROTOCOL, reader));
        MessageText.describe(PROTOCOL, reader.over(MemorySegment.ofArray(bytes), 0, bytes.length));
        reader.over(MemorySegment.ofArray(bytes), 0, bytes.length);
        while (reader.next()) {
            int which = reader.type() - Genl.GENL_ID_CTRL;
            if (which >= 0 && which < FAMILIES.size()) {
                answer(FAMILIES.get(which), reader);
            }
        }
    }

    private static void answer(FamilySpec family, MessageReader reader) throws MalformedMessageException {
        CommandSpec command = family.answer(reader.u8(0));
        Attributes attributes = Attributes.decode(command.attributes(), reader.attributes(Genl.GENL_HDRLEN));
        CodecProperties.roundTrips(attributes);
        if (family == EthtoolMsg.FAMILY) {
            Accessors.answer(Report.of(new GenericMessage(command, attributes)));
        } else if (family == Taskstats.FAMILY && attributes.set() == Taskstats.ANSWER) {
            Accessors.answer(new TaskStatistics(attributes));
        } else if (attributes.set() == Ctrl.ATTRIBUTES) {
            Accessors.answer(FamilyPolicy.merge(List.of(attributes)));
            Family known = Family.decode(reader);
            Accessors.answer(known);
            assertEquals(attributes, known.attributes());
        }
    }
}
