package org.netlink4j.lldpad.control;

import java.util.List;
import org.netlink4j.core.MalformedMessageException;

/**
 * What lldpad tells those who are attached: a VSI has changed.
 *
 * @param module number of the module that tells it, 28 bits; 0x80c4 for VDP
 * @param level 0 to 15
 * @param kind 0 to 15
 * @param vsis what has changed, as it is now
 */
public record ControlEvent(int module, int level, int kind, List<ControlVsi> vsis) {
    private static final String MESSAGE = "M0";

    /** Copies the list. */
    public ControlEvent {
        vsis = List.copyOf(vsis);
    }

    /** Whether a message is an event and no answer. */
    static boolean is(byte[] message) {
        return message.length > 0 && message[0] == 'M';
    }

    static ControlEvent decode(byte[] message) throws MalformedMessageException {
        ControlText text = ControlText.of(message);
        if (!text.skip(MESSAGE)) {
            throw new MalformedMessageException("no event of lldpad");
        }
        int module = text.hex(7);
        if (!text.skip("E")) {
            throw new MalformedMessageException("no event of lldpad's module " + module);
        }
        return new ControlEvent(module, text.hex(1), text.hex(1), ControlVsi.decode(text));
    }
}
