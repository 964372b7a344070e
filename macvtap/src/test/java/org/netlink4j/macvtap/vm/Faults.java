package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Notes the events of an operation, two for each step, and lets one of them fail. */
final class Faults implements Steps {
    final List<String> events = new ArrayList<>();
    private int failAt = -1;

    /** What the failing event throws. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1;

        Fault(String event) {
            super("injected " + event);
        }
    }

    /** Begins anew; the event with this number fails; a negative number for none. */
    void failAt(int number) {
        events.clear();
        failAt = number;
    }

    private void event(String when, InterfaceStep step) throws IOException {
        String event = when + " " + step;
        events.add(event);
        if (events.size() - 1 == failAt) {
            throw new Fault(event);
        }
    }

    @Override
    public void before(InterfaceStep step) throws IOException {
        if (step != InterfaceStep.CLOSE_QUEUES) { // which cannot fail
            event("before", step);
        }
    }

    @Override
    public void after(InterfaceStep step) throws IOException {
        event("after", step);
    }
}
