package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.List;
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

    /** Replaces what is kept of several interfaces; afterwards it is on the disk. */
    default void saveAll(List<InterfaceState> states) throws IOException {
        for (InterfaceState state : states) {
            save(state);
        }
    }

    /** Keeps nothing of an interface any more; it may be unknown. */
    void remove(UUID id) throws IOException;
}
