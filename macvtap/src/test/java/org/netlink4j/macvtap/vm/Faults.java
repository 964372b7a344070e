package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Notes the events of an operation, two for each step, and lets one of them fail, or all from one on. */
final class Faults implements Steps {
    final List<String> events = new ArrayList<>();
    private int failAt = -1;
    private boolean failAfterwards;

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
        failAfterwards = false;
    }

    /** Begins anew; the event with this number fails, and so does everything that is tried afterwards. */
    void failFrom(int number) {
        failAt(number);
        failAfterwards = true;
    }

    private void event(String when, InterfaceStep step) throws IOException {
        String event = when + " " + step;
        events.add(event);
        int number = events.size() - 1;
        if (number == failAt || failAfterwards && number > failAt) {
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
