package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.rtnetlink.Rtnetlink;

/**
 * What would be done for an operation on a virtual machine: the steps in order and the exact netlink messages of each. Making a plan
 * opens no socket and no file and creates nothing: the very code that would do it runs over a kernel in memory, which agrees to
 * everything. In the messages only {@code nlmsg_seq} and {@code nlmsg_pid} are left 0, which are filled in when they are sent.
 *
 * @param steps the steps; none if nothing would be done
 * @param assumptions what only the system knows and was assumed, in words
 */
public record InterfacePlan(List<Step> steps, List<String> assumptions) {
    /** Copies the lists. */
    public InterfacePlan {
        steps = List.copyOf(steps);
        assumptions = List.copyOf(assumptions);
    }

    /** Who gets a message. */
    public enum Receiver {
        /** The kernel, port id 0. */
        KERNEL("the kernel"),
        /** lldpad, or the station in its place. */
        LLDPAD("lldpad");

        private final String words;

        Receiver(String words) {
            this.words = words;
        }

        /** {@return the receiver in words} */
        public String words() {
            return words;
        }
    }

    /**
     * A step.
     *
     * @param step what is done
     * @param details more about it, perhaps none
     * @param messages what is sent for it, in order
     */
    public record Step(InterfaceStep step, List<String> details, List<Message> messages) {
        /** Copies the lists. */
        public Step {
            Objects.requireNonNull(step);
            details = List.copyOf(details);
            messages = List.copyOf(messages);
        }
    }

    /**
     * A netlink message of NETLINK_ROUTE.
     *
     * @param receiver who gets it
     * @param bytes all of it, the header included
     */
    public record Message(Receiver receiver, Octets bytes) {
        /** Refuses nulls. */
        public Message {
            Objects.requireNonNull(receiver);
            Objects.requireNonNull(bytes);
        }

        private MessageReader reader() {
            return new MessageReader().over(MemorySegment.ofArray(bytes.toArray()), 0, bytes.length());
        }

        /** {@return the message in words, several lines} */
        public String text() {
            return MessageText.describe(Rtnetlink.PROTOCOL, reader());
        }

        /** {@return the message as {@link MessageText#values} shows it} */
        public Map<String, Object> values() {
            return MessageText.values(Rtnetlink.PROTOCOL, reader()).getFirst();
        }
    }

    /**
     * What a plan takes for granted, since it does not look at the system. What is not given is numbered, and stands in
     * {@link InterfacePlan#assumptions}.
     *
     * @param indexes the indexes of devices by their names
     * @param group the link group of the new device, which is else chosen at random
     */
    public record Given(Map<String, Integer> indexes, long group) {
        /** Nothing is known. */
        public static final Given NOTHING = new Given(Map.of(), 1);

        /** Copies the map. */
        public Given {
            indexes = Map.copyOf(indexes);
        }
    }

    /**
     * Makes a plan for an interface. With {@link VmOperation#CREATE} and {@link VmOperation#RESTORE} the interface is made and
     * started, with {@link VmOperation#MIGRATE_IN_START} made, with {@link VmOperation#MIGRATE_IN_FINISH} associated and started,
     * with {@link VmOperation#SAVE}, {@link VmOperation#DESTROY} and {@link VmOperation#MIGRATE_OUT} stopped and removed, and with
     * {@link VmOperation#NO_OP} not touched.
     *
     * @param spec the interface
     * @param operation what happens to the machine
     * @param given what is known of the system
     * @return the plan
     * @throws org.netlink4j.core.NotSupportedException in a build without macvtap
     * @throws IOException if the operation could not even be planned: the profile does not fit the device, for example
     */
    public static InterfacePlan of(DirectInterfaceSpec spec, VmOperation operation, Given given) throws IOException {
        MacvtapBuild.require();
        try (Planning planning = new Planning(given)) {
            return planning.plan(spec, operation);
        }
    }
}
