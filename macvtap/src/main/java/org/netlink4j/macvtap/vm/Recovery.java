package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.function.Consumer;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;
import org.netlink4j.macvtap.vm.Recovered.Outcome;

/** Finishes or undoes what a process left that is no more. */
final class Recovery {
    private final Session session;
    private final DirectInterfaces.Complete complete;

    Recovery(Host host, InterfaceState state, DirectInterfaces.Complete complete) {
        session = new Session(host, state);
        this.complete = complete;
    }

    Recovered run(Consumer<Session> keep) {
        InterfaceState state = session.state();
        String name = state.device().name();
        try {
            InterfaceState.Place here = session.host().place();
            if (!state.place().boot().equals(here.boot())) {
                session.host().journal().remove(state.id());
                return new Recovered(name, Outcome.FORGOTTEN, "the machine was started anew since");
            }
            if (state.place().namespace() != here.namespace()) {
                return new Recovered(name, Outcome.ELSEWHERE, "in network namespace " + state.place().namespace());
            }
            return switch (state.phase()) {
                case CREATING, FINISHING, REMOVING -> remove("it was " + words(state.phase()));
                case STARTING -> keepOr(keep, "its start was taken back", () -> new Running(session).takeBack());
                case STOPPING -> keepOr(keep, "its stop was finished", () -> new Running(session).stop());
                case READY -> keepOr(keep, "it was complete", () -> {});
            };
        } catch (IOException | RuntimeException e) {
            return new Recovered(name, Outcome.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case CREATING -> "being created";
            case FINISHING -> "being associated";
            case REMOVING -> "being removed";
            case READY, STARTING, STOPPING -> "complete";
        };
    }

    private Recovered keepOr(Consumer<Session> keep, String words, Session.Action first) throws IOException {
        if (complete == DirectInterfaces.Complete.REMOVE) {
            return remove(words(session.state().phase()) + " and is not wanted any more");
        }
        if (session.find().isEmpty()) {
            return remove("its device is gone");
        }
        first.run();
        keep.accept(session);
        return new Recovered(session.state().device().name(), Outcome.KEPT, words);
    }

    private Recovered remove(String why) throws IOException {
        String name = session.state().device().name();
        new Teardown(session, VmOperation.DESTROY).run();
        return new Recovered(name, Outcome.REMOVED, why);
    }
}
