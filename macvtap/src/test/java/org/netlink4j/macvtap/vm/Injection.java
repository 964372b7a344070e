package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** Lets operations on several interfaces fail at one of their steps. */
record Injection(VmLab lab) {
    static final List<DirectInterfaceSpec> SPECS = Life.specs(MacvlanMode.VEPA);

    /** Something that can fail. */
    interface Operation {
        void run() throws IOException;
    }

    /** Something that can fail, with all that has to come before it done. */
    interface Prepared {
        Operation on(DirectInterfaces host) throws IOException;
    }

    List<String> events(Prepared prepared) throws IOException {
        Operation operation = prepared.on(lab.interfaces);
        lab.faults.failAt(-1);
        operation.run();
        return List.copyOf(lab.faults.events);
    }

    Operation failing(Prepared prepared, int number, String event) throws IOException {
        Operation operation = prepared.on(lab.interfaces);
        lab.faults.failAt(number);
        Faults.Fault fault = assertThrows(Faults.Fault.class, operation::run, event);
        lab.faults.failAt(-1);
        assertEquals("injected " + event, fault.getMessage());
        assertEquals(0, fault.getSuppressed().length, event);
        return operation;
    }

    /** All or nothing. */
    enum Making implements Prepared {
        CREATE_ALL {
            @Override
            public Operation on(DirectInterfaces host) {
                return () -> host.createAll(SPECS, VmOperation.RESTORE);
            }
        },
        PREPARE {
            @Override
            public Operation on(DirectInterfaces host) {
                return () -> MigrationTarget.prepare(host, SPECS);
            }
        },
        FINISH {
            @Override
            public Operation on(DirectInterfaces host) throws IOException {
                return MigrationTarget.prepare(host, SPECS)::finish;
            }
        },
        START {
            @Override
            public Operation on(DirectInterfaces host) throws IOException {
                return finished(host)::start;
            }
        }
    }

    private static MigrationTarget finished(DirectInterfaces host) throws IOException {
        MigrationTarget target = MigrationTarget.prepare(host, SPECS);
        target.finish();
        return target;
    }

    /** As much as possible. */
    enum Removing implements Prepared {
        DELETE_ALL {
            @Override
            public Operation on(DirectInterfaces host) throws IOException {
                Life.started(host, SPECS);
                return () -> host.deleteAll(VmOperation.DESTROY);
            }
        },
        CANCEL_PREPARED {
            @Override
            public Operation on(DirectInterfaces host) throws IOException {
                return MigrationTarget.prepare(host, SPECS)::cancel;
            }
        },
        CANCEL_STARTED {
            @Override
            public Operation on(DirectInterfaces host) throws IOException {
                MigrationTarget target = finished(host);
                target.start();
                return target::cancel;
            }
        },
        CONFIRM {
            @Override
            public Operation on(DirectInterfaces host) throws IOException {
                return new MigrationSource(Life.started(host, SPECS))::confirm;
            }
        }
    }
}
