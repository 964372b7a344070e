package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** A program that leads a machine through a life and waits after one of its steps, to be killed there. */
final class Victim {
    private Victim() {}

    /** Arguments: the namespace, a directory with journal and switch, the life, the mode, the number of the step. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        int last = Integer.parseInt(arguments[4]);
        Steps steps = new Steps() {
            private int events;

            private void event() {
                if (events++ == last) {
                    System.out.println("here");
                    System.out.flush();
                    while (true) {
                        LockSupport.park();
                    }
                }
            }

            @Override
            public void before(InterfaceStep step) {
                // nothing has happened since the step before
            }

            @Override
            public void after(InterfaceStep step) {
                event();
            }
        };
        try (NetworkNamespace namespace = NetworkNamespace.ofPath(Path.of(arguments[0]));
                DirectInterfaces interfaces = DirectInterfaces.open(
                        namespace,
                        new FileSwitch(directory.resolve("switch")),
                        Optional.of(FileJournal.open(directory.resolve("journal"))),
                        steps)) {
            Life.valueOf(arguments[2]).live(interfaces, MacvlanMode.parse(arguments[3]));
            System.out.println("ended");
        }
    }
}
