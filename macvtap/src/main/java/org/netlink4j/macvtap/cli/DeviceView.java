package org.netlink4j.macvtap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.macvtap.MacvtapDevice;
import org.netlink4j.macvtap.Macvtaps;

/** A device as the commands show it: what is not known is left out. */
final class DeviceView {
    private DeviceView() {}

    static Map<String, Object> of(Macvtaps macvtaps, MacvtapDevice device) throws NetlinkException {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", device.name());
        view.put("index", device.index());
        OptionalInt lower = device.link().lower();
        if (lower.isPresent()) {
            view.put("lower_index", lower.getAsInt());
            // An index of another namespace must not be looked up in this one.
            if (device.link().lowerNamespaceId().isEmpty()) {
                nameOf(macvtaps, lower.getAsInt(), view);
            }
        }
        device.kind().mode().ifPresent(mode -> view.put("mode", mode.toString()));
        device.kind().flags().ifPresent(flags -> view.put("flags", flags.words()));
        device.link().address().ifPresent(address -> view.put("mac", address.toString()));
        device.link().mtu().ifPresent(mtu -> view.put("mtu", Integer.toUnsignedLong(mtu)));
        view.put("up", device.link().isUp());
        device.link().operState().ifPresent(state -> view.put("state", state.toString()));
        return view;
    }

    private static void nameOf(Macvtaps macvtaps, int index, Map<String, Object> view) throws NetlinkException {
        try {
            view.put("lower", macvtaps.rtnetlink().links().get(index).name());
        } catch (KernelException _) {
            // it went away, and the device with it
        }
    }

    static String line(Map<String, Object> view) {
        StringBuilder line = new StringBuilder();
        view.forEach((key, value) -> line.append(line.isEmpty() ? "" : " ").append(key).append(' ').append(value));
        return line.toString();
    }
}
