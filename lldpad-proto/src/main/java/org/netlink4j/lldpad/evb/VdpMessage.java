package org.netlink4j.lldpad.evb;

import java.util.List;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.wire.VsiFilter;

/**
 * A request about a VSI or the answer to it, in either generation.
 *
 * @param key which VSI
 * @param idFormat format of the instance id in the ratified generation
 * @param mode what is asked for
 * @param status draft: the response; ratified: the status byte
 * @param filters the frames that belong to the VSI
 */
record VdpMessage(VsiKey key, int idFormat, PortRequest mode, int status, List<VsiFilter> filters) {
    VdpMessage with(PortRequest mode, int status, List<VsiFilter> filters) {
        return new VdpMessage(key, idFormat, mode, status, filters);
    }
}
