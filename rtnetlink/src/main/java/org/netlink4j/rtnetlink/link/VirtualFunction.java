package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_BROADCAST;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_IB_NODE_GUID;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_IB_PORT_GUID;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_LINK_STATE;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_MAC;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_RATE;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_RSS_QUERY_EN;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_SPOOFCHK;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_STATS;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_TRUST;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_TX_RATE;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_VLAN;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_VLAN_INFO;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_VLAN_LIST;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;

/**
 * A virtual function of an SR-IOV device: what the kernel says of it, or what is wanted of it. All that the kernel said is in
 * {@link #attributes}.
 *
 * @param attributes attributes of {@link IflaVf}, the number of the function in each
 */
public record VirtualFunction(Attributes attributes) {
    private static final long NOT_KNOWN = 0xffff_ffffL;
    private static final int FUNCTION = 4;
    private static final int ADDRESS_ROOM = 32;

    /** Checks the table. */
    public VirtualFunction {
        LinkKindType.require(IflaVf.ATTRIBUTES, attributes);
    }

    /**
     * Says what is wanted of a function.
     *
     * @param number the number of the function, from 0 on
     * @return the start of a request
     */
    public static Request of(int number) {
        return new Request(number);
    }

    /** {@return the number of the function} */
    public int number() {
        return (int) attributes.field(IFLA_VF_MAC, "vf").orElse(0);
    }

    /** {@return the MAC address; {@code IFLA_VF_MAC}} */
    public Optional<MacAddress> address() {
        return attributes.payload(IFLA_VF_MAC)
                .filter(mac -> mac.length >= FUNCTION + MacAddress.LENGTH)
                .map(mac -> MacAddress.of(Arrays.copyOfRange(mac, FUNCTION, FUNCTION + MacAddress.LENGTH)));
    }

    /** {@return the VLAN id, 0 for none; {@code IFLA_VF_VLAN}} */
    public OptionalLong vlan() {
        return attributes.field(IFLA_VF_VLAN, "vlan");
    }

    /** {@return the priority of its frames; {@code IFLA_VF_VLAN}} */
    public OptionalLong priority() {
        return attributes.field(IFLA_VF_VLAN, "qos");
    }

    /** {@return the VLAN tags, with their protocols; {@code IFLA_VF_VLAN_LIST}} */
    public List<VirtualFunctionVlan> vlans() {
        return attributes.nest(IFLA_VF_VLAN_LIST).map(VirtualFunctionVlan::of).orElse(List.of());
    }

    /** {@return the largest rate in Mbit/s, 0 for no limit; {@code IFLA_VF_TX_RATE}} */
    public OptionalLong maxRate() {
        return attributes.field(IFLA_VF_TX_RATE, "rate");
    }

    /** {@return the smallest rate in Mbit/s, 0 for none; {@code IFLA_VF_RATE}} */
    public OptionalLong minRate() {
        return attributes.field(IFLA_VF_RATE, "min_tx_rate");
    }

    /** {@return whether frames with another source address are dropped; {@code IFLA_VF_SPOOFCHK}; empty if the driver does not say} */
    public Optional<Boolean> spoofCheck() {
        return setting(IFLA_VF_SPOOFCHK);
    }

    /** {@return whether the function is trusted; {@code IFLA_VF_TRUST}; empty if the driver does not say} */
    public Optional<Boolean> trust() {
        return setting(IFLA_VF_TRUST);
    }

    /** {@return whether the function may ask for the settings of receive side scaling; {@code IFLA_VF_RSS_QUERY_EN}; empty if the driver does not say} */
    public Optional<Boolean> rssQuery() {
        return setting(IFLA_VF_RSS_QUERY_EN);
    }

    /** {@return the state of its link, 0 automatic, 1 always up, 2 always down; {@code IFLA_VF_LINK_STATE}} */
    public OptionalLong linkState() {
        return attributes.field(IFLA_VF_LINK_STATE, "link_state");
    }

    /** {@return the InfiniBand node GUID, the bits of a u64; {@code IFLA_VF_IB_NODE_GUID}} */
    public OptionalLong nodeGuid() {
        return attributes.field(IFLA_VF_IB_NODE_GUID, "guid");
    }

    /** {@return the InfiniBand port GUID, the bits of a u64; {@code IFLA_VF_IB_PORT_GUID}} */
    public OptionalLong portGuid() {
        return attributes.field(IFLA_VF_IB_PORT_GUID, "guid");
    }

    /**
     * A counter; {@code IFLA_VF_STATS}.
     *
     * @param number {@code IFLA_VF_STATS_*} of {@link IflaVf}
     * @return the bits of a u64; empty if the driver does not count
     */
    public OptionalLong counter(int number) {
        return attributes.nest(IFLA_VF_STATS).map(stats -> stats.number(number)).orElse(OptionalLong.empty());
    }

    private Optional<Boolean> setting(int number) {
        OptionalLong setting = attributes.field(number, "setting");
        return setting.isEmpty() || setting.getAsLong() == NOT_KNOWN ? Optional.empty() : Optional.of(setting.getAsLong() != 0);
    }

    private static void put(Map<String, Object> members, String key, OptionalLong value) {
        value.ifPresent(number -> members.put(key, number));
    }

    private static OptionalLong some(OptionalLong value) {
        return value.stream().filter(number -> number != 0).findFirst();
    }

    /** As {@code ip -json} shows it, but for the link type, which the link has. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("vf", number());
        address().ifPresent(address -> members.put("address", address.toString()));
        attributes.payload(IFLA_VF_BROADCAST)
                .filter(broadcast -> broadcast.length >= MacAddress.LENGTH)
                .ifPresent(broadcast -> members.put("broadcast", Renderings.octets(Arrays.copyOf(broadcast, MacAddress.LENGTH))));
        if (attributes.has(IFLA_VF_VLAN_LIST)) {
            members.put("vlan_list", vlans().stream().map(VirtualFunctionVlan::members).toList());
        } else {
            put(members, "vlan", some(vlan()));
            put(members, "qos", some(priority()));
        }
        put(members, "tx_rate", some(maxRate()));
        if (attributes.has(IFLA_VF_RATE)) {
            Map<String, Object> rate = new LinkedHashMap<>();
            put(rate, "max_tx", attributes.field(IFLA_VF_RATE, "max_tx_rate"));
            put(rate, "min_tx", minRate());
            members.put("rate", rate);
        }
        spoofCheck().ifPresent(on -> members.put("spoofchk", on));
        nodeGuid().ifPresent(guid -> members.put("node guid", octets(guid)));
        portGuid().ifPresent(guid -> members.put("port guid", octets(guid)));
        linkState().ifPresent(state -> members.put("link_state", state == 0 ? "auto" : state == 1 ? "enable" : "disable"));
        trust().ifPresent(on -> members.put("trust", on));
        rssQuery().ifPresent(on -> members.put("query_rss_en", on));
        return members;
    }

    private static String octets(long guid) {
        return Renderings.octets(ByteBuffer.allocate(Long.BYTES).putLong(guid).array());
    }

    /**
     * Puts together what is wanted of a function: every structure of the kernel holds its number. Immutable.
     *
     * @param number the number of the function, from 0 on
     * @param wanted what is wanted of it
     */
    public record Request(int number, VirtualFunction wanted) {
        /** Refuses negative numbers. */
        public Request {
            if (number < 0) {
                throw new IllegalArgumentException("functions are numbered from 0 on: " + number);
            }
        }

        private Request(int number) {
            this(number, new VirtualFunction(Attributes.none(IflaVf.ATTRIBUTES)));
        }

        private Request with(Attributes attributes) {
            return new Request(number, new VirtualFunction(attributes));
        }

        private Request with(int attribute, long... values) {
            long[] fields = new long[values.length + 1];
            fields[0] = number;
            System.arraycopy(values, 0, fields, 1, values.length);
            return with(wanted.attributes.withStruct(attribute, fields));
        }

        /**
         * Sets the MAC address.
         *
         * @param address the address
         * @return the request with it
         */
        public Request address(MacAddress address) {
            byte[] mac = ByteBuffer.allocate(FUNCTION + ADDRESS_ROOM).order(ByteOrder.nativeOrder()).putInt(number)
                    .put(address.octets()).array();
            return with(wanted.attributes.with(IFLA_VF_MAC, mac));
        }

        /**
         * Sets the VLAN of its frames.
         *
         * @param id 0 to 4095, 0 for none
         * @param priority 0 to 7
         * @return the request with it
         */
        public Request vlan(int id, int priority) {
            return with(IFLA_VF_VLAN, id, priority);
        }

        /**
         * Sets the VLAN of its frames and the protocol of the tag.
         *
         * @param id 0 to 4095, 0 for none
         * @param priority 0 to 7
         * @param protocol {@link EtherType#VLAN} or {@link EtherType#PROVIDER_VLAN}
         * @return the request with it
         */
        public Request vlan(int id, int priority, EtherType protocol) {
            Attributes list = Attributes.none(IflaVf.VLANS).withStruct(IFLA_VF_VLAN_INFO, number, id, priority, protocol.value());
            return with(wanted.attributes.with(IFLA_VF_VLAN_LIST, list));
        }

        /**
         * Sets the rates.
         *
         * @param min the smallest in Mbit/s, 0 for none
         * @param max the largest in Mbit/s, 0 for no limit
         * @return the request with them
         */
        public Request rate(long min, long max) {
            return with(IFLA_VF_RATE, min, max);
        }

        /**
         * Sets whether frames with another source address are dropped.
         *
         * @param on whether it is so
         * @return the request with it
         */
        public Request spoofCheck(boolean on) {
            return with(IFLA_VF_SPOOFCHK, on ? 1 : 0);
        }

        /**
         * Sets whether the function is trusted.
         *
         * @param on whether it is so
         * @return the request with it
         */
        public Request trust(boolean on) {
            return with(IFLA_VF_TRUST, on ? 1 : 0);
        }

        /**
         * Sets whether the function may ask for the settings of receive side scaling.
         *
         * @param on whether it is so
         * @return the request with it
         */
        public Request rssQuery(boolean on) {
            return with(IFLA_VF_RSS_QUERY_EN, on ? 1 : 0);
        }

        /**
         * Sets the state of its link.
         *
         * @param state 0 automatic, 1 always up, 2 always down
         * @return the request with it
         */
        public Request linkState(int state) {
            return with(IFLA_VF_LINK_STATE, state);
        }

        /**
         * Sets the InfiniBand node GUID.
         *
         * @param guid u64
         * @return the request with it
         */
        public Request nodeGuid(long guid) {
            return with(IFLA_VF_IB_NODE_GUID, guid);
        }

        /**
         * Sets the InfiniBand port GUID.
         *
         * @param guid u64
         * @return the request with it
         */
        public Request portGuid(long guid) {
            return with(IFLA_VF_IB_PORT_GUID, guid);
        }
    }
}
