package org.netlink4j.macvtap.vm;

import java.io.IOException;

/** Follows what is done, step by step. Tests let steps fail; a plan notes what each would send. */
interface Steps {
    Steps UNOBSERVED = new Steps() {
        @Override
        public void before(InterfaceStep step) {}

        @Override
        public void after(InterfaceStep step) {}
    };

    /** The step is about to be done. If this throws, it is not. */
    void before(InterfaceStep step) throws IOException;

    /** The step was done. If this throws, it was done and nobody knows. */
    void after(InterfaceStep step) throws IOException;
}
