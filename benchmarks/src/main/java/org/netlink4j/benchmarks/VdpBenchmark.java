package org.netlink4j.benchmarks;

import java.util.List;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;
import org.openjdk.jmh.annotations.Benchmark;

/** The TLVs of a VDP request: manager id and one VSI. */
public class VdpBenchmark extends Nanoseconds {
    private final TlvSequence request = TlvSequence.ended(
            VdpTlv.ManagerId.of(15),
            new VdpTlv.Vsi(
                    PortRequest.ASSOCIATE,
                    0,
                    123456,
                    1,
                    VdpTlv.Vsi.UUID,
                    Octets.zeros(16),
                    List.of(new VsiFilter.MacVlan(MacAddress.parse("52:54:00:c7:3e:ce"), 100))));
    private final Octets encoded = request.encode();

    /**
     * Writes them.
     *
     * @return the octets
     */
    @Benchmark
    public Octets encodeTlvs() {
        return request.encode();
    }

    /**
     * Reads them.
     *
     * @return the TLVs
     * @throws MalformedMessageException never
     */
    @Benchmark
    public TlvSequence decodeTlvs() throws MalformedMessageException {
        return TlvSequence.decodeVdp(encoded);
    }
}
