package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** What happens to the interfaces of a machine, from the first step to the last, which leaves nothing. */
enum Life {
    /** It is started and destroyed. */
    CREATED {
        @Override
        void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
            DirectInterface made = host.create(specs.getFirst(), VmOperation.CREATE);
            made.start();
            made.stop();
            made.delete();
        }
    },
    /** The same, and the switch is told nothing. */
    UNKNOWN_TO_THE_SWITCH {
        @Override
        void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
            CREATED.live(host, specs.stream().map(spec -> spec.profile(PortProfileSpec.EMPTY)).toList());
        }
    },
    /** It comes from another host. */
    MIGRATED_IN {
        @Override
        void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
            try (MigrationTarget target = MigrationTarget.prepare(host, specs)) {
                target.finish();
                target.start();
                for (DirectInterface each : target.interfaces()) {
                    each.stop();
                    each.delete();
                }
            }
        }
    },
    /** It was to come, and does not. */
    CANCELLED_IN {
        @Override
        void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
            MigrationTarget.prepare(host, specs).cancel();
        }
    },
    /** It goes to another host. */
    MIGRATED_OUT {
        @Override
        void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
            MigrationSource source = new MigrationSource(started(host, specs));
            source.pause();
            source.confirm();
        }
    },
    /** It was to go, and stays. */
    CANCELLED_OUT {
        @Override
        void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
            List<DirectInterface> started = started(host, specs);
            MigrationSource source = new MigrationSource(started);
            source.pause();
            source.cancel();
            for (DirectInterface each : started) {
                each.delete();
            }
        }
    },
    /** All its interfaces are made at once, and removed at once. */
    ALL_AT_ONCE {
        @Override
        void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
            host.createAll(specs, VmOperation.RESTORE);
            host.deleteAll(VmOperation.SAVE);
        }
    };

    abstract void live(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException;

    /** Leads a machine through this life. */
    void live(DirectInterfaces host, MacvlanMode mode) throws IOException {
        live(host, specs(mode));
    }

    /** Two if the mode allows for that. */
    static List<DirectInterfaceSpec> specs(MacvlanMode mode) {
        List<DirectInterfaceSpec> specs = new ArrayList<>(List.of(VmLab.spec(mode)));
        if (!mode.equals(MacvlanMode.PASSTHRU)) {
            specs.add(VmLab.spec(mode)
                    .device(device -> device.address(new MacAddress(VmLab.VM.bits() + 1)))
                    .profile(VmLab.profile().with(PortParameter.INSTANCE_ID, new UUID(1, 2).toString())));
        }
        return specs;
    }

    static List<DirectInterface> started(DirectInterfaces host, List<DirectInterfaceSpec> specs) throws IOException {
        List<DirectInterface> started = new ArrayList<>();
        for (DirectInterfaceSpec spec : specs) {
            started.add(host.createStarted(spec, VmOperation.CREATE));
        }
        return started;
    }
}
