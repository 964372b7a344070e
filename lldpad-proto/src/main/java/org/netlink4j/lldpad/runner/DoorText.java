package org.netlink4j.lldpad.runner;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

/** The words of {@link PortDoor}. A VSI is written as ratified VDP writes it, in hexadecimal digits. */
final class DoorText {
    private DoorText() {}

    // ---- VSIs

    static String encode(VsiKey key, PortRequest request, List<VsiFilter> filters) {
        TlvSequence tlvs = TlvSequence.ended(
                new VdpTlv.ManagerId(key.managerId()),
                new VdpTlv.Vsi(request, 0, key.typeId(), key.version(), VdpTlv.Vsi.UUID, key.instanceId(), filters));
        return HexFormat.of().formatHex(tlvs.encode().toArray());
    }

    /** {@return the VSI, with what is asked for as what is in force} */
    static EvbStation.Vsi decode(String digits, boolean waiting) throws MalformedMessageException {
        TlvSequence tlvs = TlvSequence.decodeVdp(octets(digits));
        Optional<VdpTlv.ManagerId> manager = tlvs.find(VdpTlv.ManagerId.class);
        Optional<VdpTlv.Vsi> vsi = tlvs.find(VdpTlv.Vsi.class);
        if (manager.isEmpty() || vsi.isEmpty()) {
            throw new MalformedMessageException("no VSI: " + digits);
        }
        VsiKey key = new VsiKey(manager.get().id(), vsi.get().typeId(), vsi.get().version(), vsi.get().instanceId());
        return new EvbStation.Vsi(key, vsi.get().mode(), waiting, vsi.get().filters());
    }

    private static Octets octets(String digits) throws MalformedMessageException {
        try {
            return Octets.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException _) {
            throw new MalformedMessageException("no hexadecimal digits: " + digits);
        }
    }

    // ---- outcomes

    /** Of those that a station has. */
    static String encode(VsiOutcome outcome) {
        return switch (outcome) {
            case VsiOutcome.Done done -> "done " + done.request().number();
            case VsiOutcome.Refused no -> "refused " + no.response().value() + " " + no.generation() + " " + no.clean();
            case VsiOutcome.TimedOut late -> "timed-out " + late.clean();
            case VsiOutcome.EndedMeanwhile _ -> "ended";
            case VsiOutcome.NotReady not -> "not-ready " + not.errno();
            case VsiOutcome.Busy _ -> "busy";
            case VsiOutcome.Rejected no -> "rejected " + no.errno();
            default -> throw new IllegalArgumentException("a station knows no such outcome: " + outcome);
        };
    }

    static VsiOutcome decodeOutcome(String text) throws MalformedMessageException {
        String[] words = text.split(" ", -1);
        try {
            return switch (words[0]) {
                case "done" -> new VsiOutcome.Done(PortRequest.of(number(words[1])).orElseThrow(() -> nonsense(text)));
                case "refused" -> new VsiOutcome.Refused(
                        new PortResponse(number(words[1])), VdpGeneration.valueOf(words[2]), Boolean.parseBoolean(words[3]));
                case "timed-out" -> new VsiOutcome.TimedOut(Boolean.parseBoolean(words[1]));
                case "ended" -> new VsiOutcome.EndedMeanwhile();
                case "not-ready" -> new VsiOutcome.NotReady(number(words[1]));
                case "busy" -> new VsiOutcome.Busy();
                case "rejected" -> new VsiOutcome.Rejected(number(words[1]));
                default -> throw nonsense(text);
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw nonsense(text);
        }
    }

    /** Of an errno or a response, which have 16 bits at most; an {@link IllegalArgumentException} if it is none. */
    private static int number(String word) {
        int number = Integer.parseInt(word);
        if (number < 0 || number >>> 16 != 0) {
            throw new IllegalArgumentException(word);
        }
        return number;
    }

    static MalformedMessageException nonsense(String text) {
        return new MalformedMessageException("not understood: " + text);
    }
}
