package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.UUID;

/** Keeps what must survive this process. */
interface Journal {
    /** Keeps nothing. */
    Journal NONE = new Journal() {
        @Override
        public void save(InterfaceState state) {}

        @Override
        public void remove(UUID id) {}
    };

    /** Replaces what is kept of an interface; afterwards it is on the disk. */
    void save(InterfaceState state) throws IOException;

    /** Keeps nothing of an interface any more; it may be unknown. */
    void remove(UUID id) throws IOException;
}
