package org.netlink4j.lldpad.wire;

import org.netlink4j.core.Octets;

/** The TLVs of IEEE 802.3 about the cable. All begin with the OUI 00-12-0F. */
public sealed interface Ieee8023Tlv extends Tlv {
    /** 00-12-0F: IEEE 802.3. */
    int OUI = 0x00_12_0f;

    @Override
    default int type() {
        return LldpTypes.ORGANIZATION;
    }

    /**
     * Speed and its negotiation.
     *
     * @param negotiation u8: 1 supported, 2 enabled
     * @param advertised u16: the speeds offered, bits
     * @param mau u16: the speed in force
     */
    record MacPhy(int negotiation, int advertised, int mau) implements Ieee8023Tlv {
        static final int SUBTYPE = 1;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u8(negotiation).u16(advertised).u16(mau).done();
        }
    }

    /**
     * Power over the cable.
     *
     * @param support u8 of bits
     * @param pair u8: which wires
     * @param powerClass u8: class plus one
     * @param more what newer standards add
     */
    record Power(int support, int pair, int powerClass, Octets more) implements Ieee8023Tlv {
        static final int SUBTYPE = 2;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u8(support).u8(pair).u8(powerClass).octets(more).done();
        }
    }

    /**
     * Whether the port is aggregated; IEEE 802.1 has it now.
     *
     * @param status u8: 1 can be, 2 is
     * @param port u32: id of the aggregated port
     */
    record LinkAggregation(int status, long port) implements Ieee8023Tlv {
        static final int SUBTYPE = 3;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u8(status).u32(port).done();
        }
    }

    /**
     * The longest frame.
     *
     * @param bytes u16: with header and checksum
     */
    record MaximumFrameSize(int bytes) implements Ieee8023Tlv {
        static final int SUBTYPE = 4;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u16(bytes).done();
        }
    }

    /**
     * Times of waking up, in microseconds.
     *
     * @param transmit u16: own transmitter
     * @param receive u16: own receiver
     * @param fallback u16: wanted of the other side at first
     * @param transmitEcho u16: what the other side said of its transmitter
     * @param receiveEcho u16: what the other side said of its receiver
     */
    record EnergyEfficientEthernet(int transmit, int receive, int fallback, int transmitEcho, int receiveEcho) implements Ieee8023Tlv {
        static final int SUBTYPE = 5;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u16(transmit).u16(receive).u16(fallback).u16(transmitEcho).u16(receiveEcho).done();
        }
    }
}
