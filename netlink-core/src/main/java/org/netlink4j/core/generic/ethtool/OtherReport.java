package org.netlink4j.core.generic.ethtool;

import org.netlink4j.core.generic.GenericMessage;
import org.netlink4j.core.schema.Attributes;

/**
 * A report for which there is no record.
 *
 * @param message what the kernel sent
 */
public record OtherReport(GenericMessage message) implements Report {
    @Override
    public Attributes attributes() {
        return message.attributes();
    }

    @Override
    public Device device() {
        return message.attributes().set() == EthtoolHeader.ALONE ? Device.in(attributes(), 1) : Device.NONE;
    }
}
