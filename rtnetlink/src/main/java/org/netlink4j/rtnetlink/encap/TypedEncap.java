package org.netlink4j.rtnetlink.encap;

import org.netlink4j.rtnetlink.TypedAttributes;

/**
 * An encapsulation that this library knows.
 *
 * @param <E> the encapsulation itself
 */
public sealed interface TypedEncap<E extends TypedEncap<E>> extends Encap, TypedAttributes<E>
        permits BpfEncap, IlaEncap, Ioam6Encap, Ip6Encap, IpEncap, MplsEncap, RplEncap, Seg6Encap, Seg6LocalEncap, XfrmEncap {}
