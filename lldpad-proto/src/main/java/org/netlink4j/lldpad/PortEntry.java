package org.netlink4j.lldpad;

import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_INSTANCE_UUID;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_REQUEST;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_RESPONSE;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_VF;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_VSI_TYPE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;
import org.netlink4j.core.schema.Attributes;

/**
 * What a message says of one port: {@code IFLA_VF_PORT} or {@code IFLA_PORT_SELF}. A value over its attributes, which keeps those
 * that it does not name.
 *
 * @param attributes {@code IFLA_PORT_*}
 */
public record PortEntry(Attributes attributes) {
    /** How far a request has come. */
    public enum Verdict {
        /** The switch agreed. */
        SUCCEEDED,
        /** The switch has not answered yet. */
        IN_PROGRESS,
        /** The switch refused, or the entry makes no sense. */
        FAILED
    }

    /** {@return the virtual function; -1 for the device itself} */
    public int function() {
        return attributes.integer(IFLA_PORT_VF).orElse(VfInfo.SELF);
    }

    /** {@return the VSI instance; empty if it is not named} */
    public Optional<UUID> instanceId() {
        return attributes.payload(IFLA_PORT_INSTANCE_UUID).flatMap(Uuids::read);
    }

    /** {@return the type of the VSI; empty if it is not named} */
    public Optional<VsiType> vsiType() {
        return attributes.payload(IFLA_PORT_VSI_TYPE).flatMap(VsiType::read);
    }

    /** {@return what is asked for; empty if nothing is, or something unknown; lldpad writes two bytes where the kernel has one} */
    public Optional<PortRequest> request() {
        return attributes.payload(IFLA_PORT_REQUEST).flatMap(bytes -> switch (bytes.length) {
            case Byte.BYTES -> PortRequest.of(bytes[0] & 0xff);
            case Short.BYTES -> PortRequest.of(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getShort());
            default -> Optional.empty();
        });
    }

    /** {@return what became of a request; empty if that is not known yet} */
    public Optional<PortResponse> response() {
        return attributes.number(IFLA_PORT_RESPONSE).stream().mapToObj(value -> new PortResponse((int) value)).findFirst();
    }

    /**
     * How far a request has come. Of 802.1Qbg no response means that there is none yet; of 802.1Qbh the driver says so.
     *
     * @param type the type of the profile
     * @return the verdict
     */
    public Verdict verdict(PortProfileType type) {
        return response()
                .map(response -> response.isSuccess()
                        ? Verdict.SUCCEEDED
                        : response.isInProgress() ? Verdict.IN_PROGRESS : Verdict.FAILED)
                .orElse(type == PortProfileType.QBG ? Verdict.IN_PROGRESS : Verdict.FAILED);
    }
}
