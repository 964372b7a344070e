package org.netlink4j.lldpad.wire;

import org.netlink4j.core.Octets;

/** The TLVs of IEEE 802.1 about VLANs and aggregation. All begin with the OUI 00-80-C2. */
public sealed interface Ieee8021Tlv extends Tlv {
    /** 00-80-C2: IEEE 802.1. */
    int OUI = 0x00_80_c2;

    @Override
    default int type() {
        return LldpTypes.ORGANIZATION;
    }

    /**
     * The VLAN of untagged frames.
     *
     * @param vlan u16: VLAN id, 0 for none
     */
    record PortVlan(int vlan) implements Ieee8021Tlv {
        static final int SUBTYPE = 1;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u16(vlan).done();
        }
    }

    /**
     * The VLAN of untagged frames of some protocols.
     *
     * @param flags u8: 2 supported, 4 enabled
     * @param vlan u16: VLAN id, 0 for none
     */
    record PortProtocolVlan(int flags, int vlan) implements Ieee8021Tlv {
        static final int SUBTYPE = 2;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u8(flags).u16(vlan).done();
        }
    }

    /**
     * The name of a VLAN.
     *
     * @param vlan u16: VLAN id
     * @param name at most 32 bytes of UTF-8
     */
    record VlanName(int vlan, String name) implements Ieee8021Tlv {
        static final int SUBTYPE = 3;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u16(vlan).counted(name).done();
        }
    }

    /**
     * A protocol that the port handles.
     *
     * @param identity the first bytes of its frames after the addresses
     */
    record ProtocolIdentity(Octets identity) implements Ieee8021Tlv {
        static final int SUBTYPE = 4;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).counted(identity).done();
        }
    }

    /**
     * A digest of all VLANs.
     *
     * @param digest u32: a CRC-32
     */
    record VlanUsageDigest(long digest) implements Ieee8021Tlv {
        static final int SUBTYPE = 5;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u32(digest).done();
        }
    }

    /**
     * The VLAN of management.
     *
     * @param vlan u16: VLAN id, 0 for none
     */
    record ManagementVlan(int vlan) implements Ieee8021Tlv {
        static final int SUBTYPE = 6;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u16(vlan).done();
        }
    }

    /**
     * Whether the port is aggregated.
     *
     * @param status u8: 1 can be, 2 is
     * @param port u32: id of the aggregated port
     */
    record LinkAggregation(int status, long port) implements Ieee8021Tlv {
        static final int SUBTYPE = 7;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u8(status).u32(port).done();
        }
    }

    /**
     * Congestion notification.
     *
     * @param capable u8: a bit a priority
     * @param ready u8: a bit a priority
     */
    record CongestionNotification(int capable, int ready) implements Ieee8021Tlv {
        static final int SUBTYPE = 8;

        @Override
        public Octets value() {
            return LldpTypes.organization(OUI, SUBTYPE).u8(capable).u8(ready).done();
        }
    }
}
