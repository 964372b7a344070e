package org.netlink4j.rtnetlink.tc.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PeditKeyTest {
    @Property
    void aKeyIsWrittenAsItWasRead(@ForAll @Size(24) byte[] bytes) {
        assertArrayEquals(bytes, PeditKey.decode(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder())).encode());
    }
}
