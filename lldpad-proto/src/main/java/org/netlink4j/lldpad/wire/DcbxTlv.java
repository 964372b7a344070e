package org.netlink4j.lldpad.wire;

import java.util.List;
import org.netlink4j.core.Octets;

/** Data center bridging exchange of IEEE 802.1Qaz: priorities and bandwidth. All begin with the OUI 00-80-C2. */
public sealed interface DcbxTlv extends Tlv {
    @Override
    default int type() {
        return LldpTypes.ORGANIZATION;
    }

    /**
     * Transmission selection in force.
     *
     * @param flags u8: 0x80 willing, 0x40 credit-based shaper, low 3 bits the number of classes
     * @param priorities u32: 4 bits a priority, its traffic class, priority 0 first
     * @param bandwidth 8 bytes: per cent a class
     * @param algorithms 8 bytes: algorithm a class
     */
    record EtsConfiguration(int flags, long priorities, Octets bandwidth, Octets algorithms) implements DcbxTlv {
        static final int SUBTYPE = 9;

        @Override
        public Octets value() {
            return LldpTypes.organization(Ieee8021Tlv.OUI, SUBTYPE).u8(flags).u32(priorities).octets(eight(bandwidth)).octets(eight(algorithms)).done();
        }
    }

    /**
     * Transmission selection that the other side should use.
     *
     * @param reserved u8, 0
     * @param priorities u32: 4 bits a priority, its traffic class, priority 0 first
     * @param bandwidth 8 bytes: per cent a class
     * @param algorithms 8 bytes: algorithm a class
     */
    record EtsRecommendation(int reserved, long priorities, Octets bandwidth, Octets algorithms) implements DcbxTlv {
        static final int SUBTYPE = 10;

        @Override
        public Octets value() {
            return LldpTypes.organization(Ieee8021Tlv.OUI, SUBTYPE).u8(reserved).u32(priorities).octets(eight(bandwidth)).octets(eight(algorithms)).done();
        }
    }

    /**
     * Priorities that may be paused.
     *
     * @param flags u8: 0x80 willing, 0x40 bypass, low 4 bits how many priorities it can do
     * @param enabled u8: a bit a priority
     */
    record PriorityFlowControl(int flags, int enabled) implements DcbxTlv {
        static final int SUBTYPE = 11;

        @Override
        public Octets value() {
            return LldpTypes.organization(Ieee8021Tlv.OUI, SUBTYPE).u8(flags).u8(enabled).done();
        }
    }

    /**
     * Priorities of applications.
     *
     * @param reserved u8, 0
     * @param applications the applications
     */
    record ApplicationPriorities(int reserved, List<Application> applications) implements DcbxTlv {
        static final int SUBTYPE = 12;

        /** Copies the list. */
        public ApplicationPriorities {
            applications = List.copyOf(applications);
        }

        @Override
        public Octets value() {
            OctetWriter out = LldpTypes.organization(Ieee8021Tlv.OUI, SUBTYPE).u8(reserved);
            applications.forEach(application -> out.u8(application.priorityAndSelector()).u16(application.protocol()));
            return out.done();
        }
    }

    /**
     * The priority of an application.
     *
     * @param priorityAndSelector u8: high 3 bits the priority, low 3 bits what the protocol is, 1 an EtherType
     * @param protocol u16
     */
    record Application(int priorityAndSelector, int protocol) {}

    private static Octets eight(Octets classes) {
        if (classes.length() != 8) {
            throw new IllegalArgumentException("8 traffic classes, not " + classes.length());
        }
        return classes;
    }
}
