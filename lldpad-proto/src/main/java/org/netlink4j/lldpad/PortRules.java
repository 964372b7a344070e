package org.netlink4j.lldpad;

import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE_RR;
import static org.netlink4j.lldpad.VmOperation.MIGRATE_IN_FINISH;
import static org.netlink4j.lldpad.VmOperation.MIGRATE_IN_START;
import static org.netlink4j.lldpad.VmOperation.NO_OP;

import java.util.List;

/** Which requests an operation on a virtual machine leads to. The two eras of libvirt differ for 802.1Qbh only. */
public enum PortRules {
    /** As libvirt 9.0.0 does it. */
    CURRENT {
        @Override
        List<PortStep> associateQbh(VmOperation operation) {
            return operation == MIGRATE_IN_START ? List.of(send(PREASSOCIATE_RR)) : List.of(send(ASSOCIATE), UP);
        }

        @Override
        List<PortStep> disassociateQbh(boolean virtualFunction) {
            return virtualFunction ? List.of(send(DISASSOCIATE)) : List.of(DOWN, send(DISASSOCIATE));
        }
    },
    /** As libvirt did it when pre-association was new. */
    ORIGINAL {
        @Override
        List<PortStep> associateQbh(VmOperation operation) {
            return operation == MIGRATE_IN_FINISH ? List.of() : List.of(send(ASSOCIATE), UP); // do not associate twice
        }

        @Override
        List<PortStep> disassociateQbh(boolean virtualFunction) {
            return List.of(send(DISASSOCIATE), DOWN);
        }
    };

    private static final PortStep UP = PortStep.LowerDevice.UP;
    private static final PortStep DOWN = PortStep.LowerDevice.DOWN;

    private static PortStep send(PortRequest request) {
        return new PortStep.Send(request);
    }

    abstract List<PortStep> associateQbh(VmOperation operation);

    abstract List<PortStep> disassociateQbh(boolean virtualFunction);

    /**
     * How a profile is associated.
     *
     * @param type the profile's type
     * @param operation what happens to the virtual machine
     * @return the steps in order; none if nothing is to be done
     */
    public List<PortStep> associate(PortProfileType type, VmOperation operation) {
        if (operation == NO_OP) {
            return List.of();
        }
        return switch (type) {
            case QBG -> List.of(send(operation == MIGRATE_IN_START ? PREASSOCIATE : ASSOCIATE));
            case QBH -> associateQbh(operation);
        };
    }

    /**
     * How a profile is disassociated.
     *
     * @param type the profile's type
     * @param operation what happens to the virtual machine
     * @param virtualFunction whether the lower device is a virtual function that is named by its number
     * @return the steps in order; none if nothing is to be done
     */
    public List<PortStep> disassociate(PortProfileType type, VmOperation operation, boolean virtualFunction) {
        return switch (type) {
            case QBG -> List.of(send(DISASSOCIATE));
            case QBH -> operation == MIGRATE_IN_FINISH ? List.of() : disassociateQbh(virtualFunction);
        };
    }
}
