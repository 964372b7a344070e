package org.netlink4j.lldpad.evb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.VsiType;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.lldpad.wire.VdpDraftTlv;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

/** What VDP looks like in a generation, and how long it waits. */
enum Vdp {
    DRAFT {
        @Override
        List<Tlv> encode(VdpMessage message) {
            VsiKey key = message.key();
            List<VsiFilter.MacVlan> filters =
                    message.filters().stream().map(VsiFilter.MacVlan.class::cast).toList();
            VsiType type = new VsiType(key.managerId().get(0), key.typeId(), key.version());
            return List.of(new VdpDraftTlv(message.mode(), message.status(), type, key.instanceId(), filters));
        }

        @Override
        List<VdpMessage> decode(Octets body) throws MalformedMessageException {
            return TlvSequence.decode(body).all(VdpDraftTlv.class).map(Vdp::message).toList();
        }

        @Override
        Duration acknowledgement(EvbTimers timers) {
            return Duration.ofSeconds(3);
        }

        @Override
        Duration keepAlive(EvbTimers timers) {
            return Duration.ofSeconds(10);
        }
    },
    RATIFIED {
        @Override
        List<Tlv> encode(VdpMessage message) {
            VsiKey key = message.key();
            return List.of(
                    new VdpTlv.ManagerId(key.managerId()),
                    new VdpTlv.Vsi(
                            message.mode(),
                            message.status(),
                            key.typeId(),
                            key.version(),
                            message.idFormat(),
                            key.instanceId(),
                            message.filters()));
        }

        @Override
        List<VdpMessage> decode(Octets body) throws MalformedMessageException {
            TlvSequence tlvs = TlvSequence.decodeVdp(body);
            List<VdpTlv.ManagerId> managers = tlvs.all(VdpTlv.ManagerId.class).toList();
            if (managers.size() != 1 || tlvs.tlvs().getFirst() != managers.getFirst()) {
                throw new MalformedMessageException("VDP begins with the one manager id");
            }
            List<VdpMessage> messages = new ArrayList<>();
            tlvs.all(VdpTlv.Vsi.class).forEach(vsi -> messages.add(new VdpMessage(
                    new VsiKey(managers.getFirst().id(), vsi.typeId(), vsi.version(), vsi.instanceId()),
                    vsi.idFormat(),
                    vsi.mode(),
                    vsi.status(),
                    vsi.filters())));
            return messages;
        }

        @Override
        Duration acknowledgement(EvbTimers timers) {
            return timers.acknowledgement();
        }

        @Override
        Duration keepAlive(EvbTimers timers) {
            return timers.keepAlive();
        }
    };

    abstract List<Tlv> encode(VdpMessage message);

    /** Refuses with an {@link IllegalArgumentException} what its TLVs cannot hold. */
    void check(VdpMessage message) {
        TlvSequence.ended(encode(message).toArray(Tlv[]::new)).encode();
    }

    abstract List<VdpMessage> decode(Octets body) throws MalformedMessageException;

    /** How long a station waits for an answer. */
    abstract Duration acknowledgement(EvbTimers timers);

    /** How long a station waits before it asks again for what it has. */
    abstract Duration keepAlive(EvbTimers timers);

    /** After which silence a bridge gives a VSI up: later than the station, which would first ask again and wait. */
    Duration silence(EvbTimers timers) {
        return keepAlive(timers).plus(acknowledgement(timers)).multipliedBy(3).dividedBy(2);
    }

    private static VdpMessage message(VdpDraftTlv tlv) {
        VsiType type = tlv.vsiType();
        return new VdpMessage(
                new VsiKey(VsiKey.managerId(type.managerId()), type.typeId(), type.version(), tlv.instanceId()),
                VdpTlv.Vsi.UUID,
                tlv.mode(),
                tlv.response(),
                List.copyOf(tlv.filters()));
    }
}
