package org.netlink4j.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.NlmonCapture;

/** A file of anybody; what can be read of it is the same when it was written again. */
class PcapFuzzTest extends FuzzTarget {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(NlmonCapture.file());
    }

    @Override
    protected void run(byte[] bytes) throws IOException {
        List<CapturedDatagram> datagrams = read(bytes);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PcapWriter writer = PcapWriter.over(file)) {
            for (CapturedDatagram one : datagrams) {
                writer.write(one.time(), one.direction(), one.protocol(), one.bytes());
            }
        }
        List<CapturedDatagram> again = read(file.toByteArray());
        assertEquals(datagrams.size(), again.size());
        for (int i = 0; i < again.size(); i++) {
            assertEquals(datagrams.get(i).time(), again.get(i).time());
            assertEquals(datagrams.get(i).direction(), again.get(i).direction());
            assertEquals(datagrams.get(i).protocol(), again.get(i).protocol());
            assertArrayEquals(datagrams.get(i).bytes(), again.get(i).bytes());
            again.get(i).messages();
            datagrams.get(i).toString();
        }
    }

    private static List<CapturedDatagram> read(byte[] bytes) throws IOException {
        List<CapturedDatagram> datagrams = new ArrayList<>();
        try (PcapReader reader = PcapReader.over(new ByteArrayInputStream(bytes))) {
            for (Optional<CapturedDatagram> next = reader.next(); next.isPresent(); next = reader.next()) {
                datagrams.add(next.get());
            }
        }
        return datagrams;
    }
}
