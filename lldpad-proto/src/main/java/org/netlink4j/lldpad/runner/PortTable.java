package org.netlink4j.lldpad.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.evb.EvbStation;

/**
 * What an end of this library has, as it tells other processes.
 *
 * @param bridge whether it plays the switch; otherwise it is a station
 * @param generation which generation it speaks
 * @param vsis its VSIs, the oldest first; a bridge waits for none of them
 */
public record PortTable(boolean bridge, VdpGeneration generation, List<EvbStation.Vsi> vsis) {
    private static final String BRIDGE = "bridge";
    private static final String STATION = "station";
    private static final String WAITS = "waits";
    private static final String RESTS = "rests";

    /** Copies the list. */
    public PortTable {
        Objects.requireNonNull(generation);
        vsis = List.copyOf(vsis);
    }

    /** A line that says who it is, then a line for each VSI. */
    String encode() {
        StringBuilder text = new StringBuilder(bridge ? BRIDGE : STATION).append(' ').append(generation);
        for (EvbStation.Vsi vsi : vsis) {
            text.append('\n').append(vsi.waiting() ? WAITS : RESTS).append(' ')
                    .append(DoorText.encode(vsi.key(), vsi.inForce(), vsi.filters()));
        }
        return text.toString();
    }

    static PortTable decode(List<String> lines) throws NetlinkException {
        if (lines.isEmpty()) {
            throw new MalformedMessageException("an empty answer");
        }
        String[] first = words(lines.getFirst(), BRIDGE, STATION);
        VdpGeneration generation;
        try {
            generation = VdpGeneration.valueOf(first[1]);
        } catch (IllegalArgumentException _) {
            throw DoorText.nonsense(lines.getFirst());
        }
        List<EvbStation.Vsi> vsis = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = words(line, WAITS, RESTS);
            vsis.add(DoorText.decode(words[1], words[0].equals(WAITS)));
        }
        return new PortTable(first[0].equals(BRIDGE), generation, vsis);
    }

    private static String[] words(String line, String one, String other) throws MalformedMessageException {
        String[] words = line.split(" ", -1);
        if (words.length != 2 || !words[0].equals(one) && !words[0].equals(other)) {
            throw DoorText.nonsense(line);
        }
        return words;
    }
}
