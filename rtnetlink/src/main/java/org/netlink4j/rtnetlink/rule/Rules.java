package org.netlink4j.rtnetlink.rule;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.rtnetlink.IpFamily.AF_UNSPEC;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWRULE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.rtnetlink.WatchedObjects;

/**
 * Asks for routing rules and changes them. The kernel cannot replace a rule. Every call blocks until the kernel has answered, at most
 * five seconds. Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else
 * {@link KernelException} with {@code EPERM}.
 */
public final class Rules {
    private final Requester client;

    /**
     * Rules over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Rules(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Rules for a {@link org.netlink4j.core.client.Watch} over {@code RTNLGRP_IPV4_RULE} and {@code RTNLGRP_IPV6_RULE}. Of equal
     * rules, which only other programs can make, one is seen.
     *
     * @return how they are listed and told apart
     */
    public static Watched<Rule, Rule> watched() {
        return new WatchedObjects<>(asking(AF_UNSPEC), RTM_NEWRULE, Rule::decode, rule -> Optional.of(rule.key()));
    }

    private static Request asking(int family) {
        return Request.of(RTM_GETRULE, RuleSpec.of(family));
    }

    /**
     * Lists the rules of a family.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}; {@code AF_UNSPEC} for all families
     * @return the rules of each family by priority
     * @throws NetlinkException if there is no answer
     */
    public List<Rule> list(int family) throws NetlinkException {
        return client.list(asking(family), Rule::decode);
    }

    /**
     * Gets a rule. The kernel cannot be asked for a single one, so those of the family are listed.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}
     * @param priority its priority, u32
     * @return the first rule of that priority; empty if there is none
     * @throws NetlinkException if there is no answer
     */
    public Optional<Rule> get(int family, long priority) throws NetlinkException {
        return list(family).stream().filter(rule -> rule.priority() == priority).findFirst();
    }

    /**
     * Adds a rule.
     *
     * @param wanted the rule
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because there is an equal one ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(RuleSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWRULE, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Deletes the first rule that has all that a spec says.
     *
     * @param which says what the rule has
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public void delete(RuleSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELRULE, which));
    }
}
