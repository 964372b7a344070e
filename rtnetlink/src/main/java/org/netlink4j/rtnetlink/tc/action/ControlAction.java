package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_EXT_VAL_MASK;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_GOTO_CHAIN;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_JUMP;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_OK;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_PIPE;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_QUEUED;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_RECLASSIFY;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_REPEAT;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_SHOT;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_STOLEN;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_TRAP;
import static org.netlink4j.rtnetlink.tc.action.TcAct.TC_ACT_UNSPEC;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What becomes of a packet after an action. Values without a word are kept.
 *
 * @param value s32: {@link TcAct}
 */
public record ControlAction(int value) {
    /** Go on with the next filter. */
    public static final ControlAction CONTINUE = new ControlAction(TC_ACT_UNSPEC);

    /** The packet passes. */
    public static final ControlAction PASS = new ControlAction(TC_ACT_OK);

    /** Begin with the first filter again. */
    public static final ControlAction RECLASSIFY = new ControlAction(TC_ACT_RECLASSIFY);

    /** Drop the packet. */
    public static final ControlAction DROP = new ControlAction(TC_ACT_SHOT);

    /** Go on with the next action. */
    public static final ControlAction PIPE = new ControlAction(TC_ACT_PIPE);

    /** The action has taken the packet. */
    public static final ControlAction STOLEN = new ControlAction(TC_ACT_STOLEN);

    /** The hardware hands the packet to the processor. */
    public static final ControlAction TRAP = new ControlAction(TC_ACT_TRAP);

    private static final Map<Integer, String> WORDS = Map.of(
            TC_ACT_UNSPEC, "continue", TC_ACT_OK, "pass", TC_ACT_RECLASSIFY, "reclassify", TC_ACT_SHOT, "drop", TC_ACT_PIPE, "pipe",
            TC_ACT_STOLEN, "stolen", TC_ACT_QUEUED, "queued", TC_ACT_REPEAT, "repeat", TC_ACT_TRAP, "trap", TC_ACT_JUMP, "jump");

    /**
     * Go on with the filters of another chain, which has to be there.
     *
     * @param chain number of the chain, 28 bits
     * @return the action
     */
    public static ControlAction gotoChain(int chain) {
        return extended(TC_ACT_GOTO_CHAIN, chain);
    }

    /**
     * Skip actions of the list.
     *
     * @param actions how many, 28 bits
     * @return the action
     */
    public static ControlAction jump(int actions) {
        return extended(TC_ACT_JUMP, actions);
    }

    private static ControlAction extended(int code, int number) {
        if ((number & ~TC_ACT_EXT_VAL_MASK) != 0) {
            throw new IllegalArgumentException(number + " has more than 28 bits");
        }
        return new ControlAction(code | number);
    }

    private OptionalInt number(int code) {
        return (value & ~TC_ACT_EXT_VAL_MASK) == code ? OptionalInt.of(value & TC_ACT_EXT_VAL_MASK) : OptionalInt.empty();
    }

    /** {@return the chain to go on with; empty if it is something else} */
    public OptionalInt chain() {
        return number(TC_ACT_GOTO_CHAIN);
    }

    /** {@return how many actions are skipped; empty if it is something else} */
    public OptionalInt skipped() {
        return number(TC_ACT_JUMP);
    }

    private String word() {
        if (chain().isPresent()) {
            return "goto";
        }
        return WORDS.getOrDefault(skipped().isPresent() ? TC_ACT_JUMP : value, Integer.toString(value));
    }

    /** {@return the members of its JSON object} */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", word());
        chain().ifPresent(chain -> members.put("chain", chain));
        skipped().ifPresent(actions -> members.put("jump", actions));
        return members;
    }

    /** {@return the words of {@code tc}, for example {@code "drop"} or {@code "goto chain 5"}; the number if it has none} */
    @Override
    public String toString() {
        return word()
                + chain().stream().mapToObj(chain -> " chain " + chain).findFirst().orElse("")
                + skipped().stream().mapToObj(actions -> " " + actions).findFirst().orElse("");
    }
}
