package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.TypedAttributes;

/**
 * Classes of a kind that this library knows. What its record does not name is set and read by its number; the table checks it.
 *
 * @param <K> the kind itself
 */
public sealed interface TypedClassKind<K extends TypedClassKind<K>> extends ClassKind, TypedAttributes<K>
        permits DrrClass, EtsClass, HfscClass, HtbClass, QfqClass {
    @Override
    Attributes data();
}
