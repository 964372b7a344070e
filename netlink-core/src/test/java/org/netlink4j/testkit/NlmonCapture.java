package org.netlink4j.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.capture.CapturedDatagram;
import org.netlink4j.core.capture.PcapReader;

/** What {@code tcpdump -i nlmon0 -w nlmon-6.1.pcap} took on Linux 6.1 while {@code ip link show} ran. */
public final class NlmonCapture {
    private NlmonCapture() {}

    /** The file as it is. */
    public static byte[] file() throws IOException {
        try (InputStream file = NlmonCapture.class.getResourceAsStream("/captures/nlmon-6.1.pcap")) {
            return file.readAllBytes();
        }
    }

    /** The datagrams in it. */
    public static List<byte[]> datagrams() throws IOException {
        List<byte[]> datagrams = new ArrayList<>();
        try (PcapReader reader = PcapReader.over(new ByteArrayInputStream(file()))) {
            for (Optional<CapturedDatagram> next = reader.next(); next.isPresent(); next = reader.next()) {
                datagrams.add(next.get().bytes());
            }
        }
        return datagrams;
    }
}
