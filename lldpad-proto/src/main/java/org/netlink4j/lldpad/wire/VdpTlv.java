package org.netlink4j.lldpad.wire;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;

/** The TLVs of ratified VDP. */
public sealed interface VdpTlv extends Tlv {
    /**
     * Who manages the VSI types; the first TLV of a unit.
     *
     * @param id 16 bytes; an id of 8 bits stands in the first
     */
    record ManagerId(Octets id) implements VdpTlv {
        static final int TYPE = 5;
        static final int LENGTH = 16;

        /** Checks the length. */
        public ManagerId {
            if (id.length() != LENGTH) {
                throw new IllegalArgumentException("a manager id has 16 bytes: " + id);
            }
        }

        /**
         * An id of 8 bits.
         *
         * @param id 0 to 255
         * @return the TLV
         */
        public static ManagerId of(int id) {
            return new ManagerId(new OctetWriter().u8(id).octets(Octets.zeros(LENGTH - 1)).done());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return id;
        }
    }

    /**
     * A request about a VSI, or the answer to it: u8 status, u24 type id, u8 version, u8 format of the instance id, 16 bytes instance
     * id, then the filters. What is asked for is the type of the TLV.
     *
     * @param mode what is asked for
     * @param status u8 of bits: hints in a request, what became of it in an answer
     * @param typeId u24
     * @param version u8
     * @param idFormat u8: 1 IPv4, 2 IPv6, 3 MAC address, 4 local, 5 UUID
     * @param instanceId 16 bytes; shorter ids end where these end
     * @param filters at least one, all of one format
     */
    record Vsi(
            PortRequest mode, int status, int typeId, int version, int idFormat, Octets instanceId, List<VsiFilter> filters)
            implements VdpTlv {
        /** Format of an instance id: UUID. */
        public static final int UUID = 5;

        /** Status of an answer: it is one. */
        public static final int ACKNOWLEDGEMENT = 0x40;

        /** Status of an answer that refuses: what was in force stays. */
        public static final int KEEP = 0x20;

        /** Status of an answer that refuses: asking again is of no use. */
        public static final int HARD = 0x10;

        /** Status of a request: the machine leaves this station. */
        public static final int MIGRATE_FROM = 0x20;

        /** Status of a request: the machine comes to this station. */
        public static final int MIGRATE_TO = 0x10;

        static final int INSTANCE_LENGTH = 16;
        private static final int CODE = 0x0f;

        /** Copies the list and checks the ranges. */
        public Vsi {
            Objects.requireNonNull(mode);
            filters = VsiFilters.check(filters);
            if ((status | version | idFormat) >>> 8 != 0 || typeId >>> 24 != 0 || instanceId.length() != INSTANCE_LENGTH) {
                throw new IllegalArgumentException("status " + status + ", version " + version + ", id format " + idFormat
                        + " have 8 bits, type id " + typeId + " has 24, an instance id 16 bytes: " + instanceId);
            }
        }

        @Override
        public int type() {
            return mode.number() + 1;
        }

        @Override
        public Octets value() {
            OctetWriter out =
                    new OctetWriter().u8(status).u24(typeId).u8(version).u8(idFormat).octets(instanceId);
            return VsiFilters.write(filters, out).done();
        }

        /** {@return whether this is an answer} */
        public boolean isAcknowledgement() {
            return (status & ACKNOWLEDGEMENT) != 0;
        }

        /** {@return what became of a request: 0 done, else why not} */
        public int code() {
            return status & CODE;
        }

        /**
         * The same with another mode and status.
         *
         * @param mode what is asked for
         * @param status u8
         * @return the TLV
         */
        public Vsi with(PortRequest mode, int status) {
            return new Vsi(mode, status, typeId, version, idFormat, instanceId, filters);
        }

        /**
         * The same with other filters.
         *
         * @param filters at least one, all of one format
         * @return the TLV
         */
        public Vsi with(List<VsiFilter> filters) {
            return new Vsi(mode, status, typeId, version, idFormat, instanceId, filters);
        }
    }

    /**
     * What an organization says.
     *
     * @param oui u24
     * @param content what it says
     */
    record Organization(int oui, Octets content) implements VdpTlv {
        static final int TYPE = 127;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public Octets value() {
            return new OctetWriter().u24(oui).octets(content).done();
        }
    }
}
