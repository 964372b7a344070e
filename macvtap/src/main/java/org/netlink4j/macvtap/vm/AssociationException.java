package org.netlink4j.macvtap.vm;

import java.io.IOException;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.client.VsiOutcome;

/** What was asked of the switch is not so. */
public final class AssociationException extends IOException {
    private static final long serialVersionUID = 1;

    /** What was asked for. */
    private final PortRequest request;

    /** What became of it. */
    private final transient VsiOutcome outcome;

    AssociationException(String device, PortRequest request, VsiOutcome outcome) {
        super("cannot " + request.words() + " " + device + ": " + outcome.words());
        this.request = request;
        this.outcome = outcome;
    }

    /** {@return what was asked for} */
    public PortRequest request() {
        return request;
    }

    /** {@return what became of it; unknown after deserialisation} */
    public VsiOutcome outcome() {
        return outcome == null ? new VsiOutcome.NoAnswer() : outcome;
    }
}
