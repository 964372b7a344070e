package org.netlink4j.lldpad.wire;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/** The TLVs of IEEE 802.1AB itself. */
public sealed interface StandardTlv extends Tlv {
    private static Octets withSubtype(int subtype, Octets id) {
        return new OctetWriter().u8(subtype).octets(id).done();
    }

    /**
     * Which chassis sends; the first TLV.
     *
     * @param subtype what the id is, u8; 4 is a MAC address
     * @param id 1 to 255 bytes
     */
    record ChassisId(int subtype, Octets id) implements StandardTlv {
        static final int TYPE = 1;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return withSubtype(subtype, id);
        }
    }

    /**
     * Which port sends; the second TLV.
     *
     * @param subtype what the id is, u8; 3 is a MAC address
     * @param id 1 to 255 bytes
     */
    record PortId(int subtype, Octets id) implements StandardTlv {
        static final int TYPE = 2;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return withSubtype(subtype, id);
        }
    }

    /**
     * How long to believe what was sent; the third TLV.
     *
     * @param seconds u16; 0 says that the sender stops
     */
    record TimeToLive(int seconds) implements StandardTlv {
        static final int TYPE = 3;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return new OctetWriter().u16(seconds).done();
        }
    }

    /**
     * The port in words.
     *
     * @param text at most 255 bytes of UTF-8
     */
    record PortDescription(String text) implements StandardTlv {
        static final int TYPE = 4;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return new OctetWriter().text(text).done();
        }
    }

    /**
     * The system's name.
     *
     * @param text at most 255 bytes of UTF-8
     */
    record SystemName(String text) implements StandardTlv {
        static final int TYPE = 5;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return new OctetWriter().text(text).done();
        }
    }

    /**
     * The system in words.
     *
     * @param text at most 255 bytes of UTF-8
     */
    record SystemDescription(String text) implements StandardTlv {
        static final int TYPE = 6;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return new OctetWriter().text(text).done();
        }
    }

    /**
     * What the system can be.
     *
     * @param capabilities what it can be, u16 of bits
     * @param enabled what it is, u16 of bits
     */
    record SystemCapabilities(int capabilities, int enabled) implements StandardTlv {
        static final int TYPE = 7;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return new OctetWriter().u16(capabilities).u16(enabled).done();
        }
    }

    /**
     * Where the system is managed.
     *
     * @param family IANA address family, u8; 1 is IPv4, 2 is IPv6, 6 is a MAC address
     * @param address at most 31 bytes
     * @param numbering what the interface number is, u8; 2 is an interface index
     * @param number u32: the interface
     * @param oid object identifier, at most 128 bytes; mostly empty
     */
    record ManagementAddress(int family, Octets address, int numbering, long number, Octets oid) implements StandardTlv {
        static final int TYPE = 8;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return new OctetWriter()
                    .u8(1 + address.length())
                    .u8(family)
                    .octets(address)
                    .u8(numbering)
                    .u32(number)
                    .u8(oid.length())
                    .octets(oid)
                    .done();
        }

        static ManagementAddress read(OctetReader in) throws MalformedMessageException {
            int length = in.u8();
            if (length == 0) {
                throw new MalformedMessageException("a management address without family");
            }
            return new ManagementAddress(in.u8(), in.octets(length - 1), in.u8(), in.u32(), in.octets(in.u8()));
        }
    }
}
