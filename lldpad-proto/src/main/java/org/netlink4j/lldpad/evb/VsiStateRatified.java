package org.netlink4j.lldpad.evb;

import java.util.Optional;

/** The states of the ratified standard, without those that are left at once. */
enum VsiStateRatified implements VsiState {
    INIT(Phase.NEW),
    PROCWAIT(Phase.WAITING),
    DEASSOC_PROCWAIT(Phase.WAITING),
    WAIT_SYSCMD(Phase.ESTABLISHED),
    KAWAIT(Phase.WAITING),
    DEAWAIT(Phase.WAITING),
    END(Phase.ENDED);

    private final Phase phase;

    VsiStateRatified(Phase phase) {
        this.phase = phase;
    }

    @Override
    public Phase phase() {
        return phase;
    }

    @Override
    public Optional<VsiStateRatified> next(VsiInput input) {
        return Optional.ofNullable(switch (this) {
            case INIT -> requested(input);
            case PROCWAIT -> switch (input) {
                case AGREED, REFUSED_KEPT -> WAIT_SYSCMD;
                default -> unanswered(input);
            };
            case DEASSOC_PROCWAIT, DEAWAIT -> switch (input) {
                case AGREED, REFUSED_KEPT -> END;
                default -> unanswered(input);
            };
            case WAIT_SYSCMD -> switch (input) {
                case KEEP_ALIVE -> KAWAIT;
                case SWITCH_ENDED -> END;
                default -> requested(input);
            };
            case KAWAIT -> switch (input) {
                case AGREED -> WAIT_SYSCMD;
                case REFUSED_KEPT -> DEAWAIT;
                default -> unanswered(input);
            };
            case END -> null;
        });
    }

    private static VsiStateRatified requested(VsiInput input) {
        return switch (input) {
            case PREASSOCIATE, ASSOCIATE -> PROCWAIT;
            case DISASSOCIATE -> DEASSOC_PROCWAIT;
            default -> null;
        };
    }

    private static VsiStateRatified unanswered(VsiInput input) {
        return switch (input) {
            case REFUSED, TIMED_OUT, NOT_DELIVERED, SWITCH_ENDED -> END;
            default -> null;
        };
    }
}
