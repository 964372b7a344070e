package org.netlink4j.lldpad.evb;

import java.util.Optional;

/** The states of draft 0.2. */
enum VsiStateDraft implements VsiState {
    UNASSOCIATED(Phase.NEW),
    PREASSOC_PROCESSING(Phase.WAITING),
    PREASSOCIATED(Phase.ESTABLISHED),
    ASSOC_PROCESSING(Phase.WAITING),
    ASSOCIATED(Phase.ESTABLISHED),
    DEASSOC_PROCESSING(Phase.WAITING),
    EXIT(Phase.ENDED);

    private final Phase phase;

    VsiStateDraft(Phase phase) {
        this.phase = phase;
    }

    @Override
    public Phase phase() {
        return phase;
    }

    @Override
    public Optional<VsiStateDraft> next(VsiInput input) {
        return Optional.ofNullable(switch (this) {
            case UNASSOCIATED -> requested(input);
            case PREASSOC_PROCESSING -> answered(input, PREASSOCIATED);
            case ASSOC_PROCESSING -> answered(input, ASSOCIATED);
            case PREASSOCIATED -> switch (input) {
                case ASSOCIATE, DISASSOCIATE -> requested(input);
                case KEEP_ALIVE -> PREASSOC_PROCESSING;
                default -> null;
            };
            case ASSOCIATED -> switch (input) {
                case PREASSOCIATE, DISASSOCIATE -> requested(input);
                case KEEP_ALIVE -> ASSOC_PROCESSING;
                case REFUSED, SWITCH_ENDED -> EXIT;
                default -> null;
            };
            case DEASSOC_PROCESSING -> switch (input) {
                case AGREED, REFUSED, TIMED_OUT, SWITCH_ENDED -> EXIT;
                default -> null;
            };
            case EXIT -> null;
        });
    }

    private static VsiStateDraft requested(VsiInput input) {
        return switch (input) {
            case PREASSOCIATE -> PREASSOC_PROCESSING;
            case ASSOCIATE -> ASSOC_PROCESSING;
            case DISASSOCIATE -> DEASSOC_PROCESSING;
            default -> null;
        };
    }

    private static VsiStateDraft answered(VsiInput input, VsiStateDraft agreed) {
        return switch (input) {
            case AGREED -> agreed;
            case REFUSED, TIMED_OUT -> EXIT;
            default -> null;
        };
    }
}
