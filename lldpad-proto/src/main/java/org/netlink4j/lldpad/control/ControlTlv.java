package org.netlink4j.lldpad.control;

/** What lldpad can be told about, by the number that its tools use. */
public enum ControlTlv {
    /** EVB of the ratified generation; keys for example {@code enableTx}, {@code evbmode}, {@code ecprte}, {@code vdprka}. */
    EVB(0x0080_c20d),
    /** EVB of draft 0.2; keys for example {@code enableTx}, {@code fmode}, {@code capabilities}. */
    EVB_DRAFT(0x001b_3f00),
    /** VDP of draft 0.2; keys for example {@code enableTx}, {@code role}, {@code mode}. Only where lldpad speaks the draft. */
    VDP_DRAFT(0x001b_4002);

    private final int number;

    ControlTlv(int number) {
        this.number = number;
    }

    /** {@return the number, 32 bits} */
    int number() {
        return number;
    }
}
