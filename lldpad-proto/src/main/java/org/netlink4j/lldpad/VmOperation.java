package org.netlink4j.lldpad;

/** What happens to a virtual machine when its port profile is associated or disassociated. */
public enum VmOperation {
    /** It starts. */
    CREATE("create"),
    /** It is saved to a file. */
    SAVE("save"),
    /** It is restored from a file. */
    RESTORE("restore"),
    /** It ends. */
    DESTROY("destroy"),
    /** It leaves this host. */
    MIGRATE_OUT("migrate out"),
    /** It is about to come to this host. */
    MIGRATE_IN_START("migrate in start"),
    /** It has come to this host. */
    MIGRATE_IN_FINISH("migrate in finish"),
    /** Nothing: only the configuration is looked at. */
    NO_OP("no-op");

    private final String words;

    VmOperation(String words) {
        this.words = words;
    }

    /** {@return the operation in words} */
    public String words() {
        return words;
    }
}
