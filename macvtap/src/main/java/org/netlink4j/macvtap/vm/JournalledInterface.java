package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a journal says of an interface, for those who only look.
 *
 * @param name name of the device; empty if it has none yet or any more
 * @param index its index; 0 if that is not known
 * @param vsi what the switch was told, a line each; none if nothing
 */
public record JournalledInterface(String name, int index, List<String> vsi) {
    /** Copies the list. */
    public JournalledInterface {
        Objects.requireNonNull(name);
        vsi = List.copyOf(vsi);
    }

    /**
     * Reads a journal, which another process may have. Nothing is changed, and what is damaged is left out.
     *
     * @param journal the journal's directory
     * @return its interfaces
     * @throws IOException if it cannot be read
     */
    public static List<JournalledInterface> read(Path journal) throws IOException {
        return FileJournal.look(journal).stream().map(JournalledInterface::of).toList();
    }

    private static JournalledInterface of(InterfaceState state) {
        List<String> vsi = switch (state.port()) {
            case ProfilePort.None _ -> List.of();
            case ProfilePort.Qbg qbg -> List.of(
                    "VSI " + words(state.vsi()),
                    "type " + qbg.profile().managerId() + "/" + qbg.profile().typeId() + "/" + qbg.profile().typeIdVersion(),
                    qbg.profile().instanceId().toString().substring(0, 18),
                    qbg.profile().instanceId().toString().substring(18),
                    "port " + qbg.root() + (qbg.vlan() == 0 ? "" : ", VLAN " + qbg.vlan()));
            case ProfilePort.Qbh qbh -> List.of("profile " + words(state.vsi()), qbh.profile().profileId());
        };
        return new JournalledInterface(state.device().name(), state.device().index(), vsi);
    }

    private static String words(InterfaceState.Vsi vsi) {
        return switch (vsi) {
            case NONE -> "not told";
            case ASKED -> "asked for";
            case PREASSOCIATED -> "pre-associated";
            case ASSOCIATED -> "associated";
        };
    }
}
