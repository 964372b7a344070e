package org.netlink4j.lldpad.daemon;

import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EvbTimers;

/**
 * What a lldpad is to do on a device.
 *
 * @param device name of the device
 * @param generation which generation it speaks there
 * @param bridge whether it plays the switch; that of the draft never answers
 * @param timers what it offers
 */
public record LldpadSetup(String device, VdpGeneration generation, boolean bridge, EvbTimers timers) {
    /** What lldpad reads; complete before it starts, for it does not take up everything later. */
    String configuration() {
        String role = bridge ? "bridge" : "station";
        String protocol = generation == VdpGeneration.DRAFT
                ? """
                  tlvid001b3f00 : { enableTx = true; fmode = "reflectiverelay"; capabilities = "rte,ecp,vdp"; vsis = "3295"; rte = "%d"; };
                  vdp : { enableTx = true; role = "%s"; };
                  """.formatted(timers.rte(), role)
                : """
                  tlvid0080c20d : { enableTx = true; evbmode = "%s"; evbrrreq = true; evbrrcap = true; evbgpid = false;
                    ecpretries = %d; ecprte = %d; vdprwd = %d; vdprka = %d; };
                  """.formatted(role, timers.retries(), timers.rte(), timers.rwd(), timers.rka());
        return "nearest_customer_bridge : { " + device + " : { adminStatus = 3;\n" + protocol + "}; };\n";
    }
}
