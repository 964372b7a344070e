package org.netlink4j.rtnetlink.tc.filter;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;

/**
 * An extended match: one leaf of the tree, or a group of others in brackets. Offsets count from a layer,
 * {@code TCF_LAYER_*} of {@link TcaEmatchTree}.
 */
public sealed interface Ematch {
    /** {@return {@code TCF_EM_*} of {@link TcaEmatchTree}, u16} */
    int kind();

    /**
     * How matches follow one another.
     *
     * @param match the match
     * @param inverted whether it holds if it does not match
     * @param or whether the next one is an alternative; else it has to match, too; of no meaning for the last one
     */
    record Term(Ematch match, boolean inverted, boolean or) {
        /** Refuses nulls. */
        public Term {
            Objects.requireNonNull(match);
        }

        /**
         * A match that the next one has to go along with.
         *
         * @param match the match
         */
        public Term(Ematch match) {
            this(match, false, false);
        }
    }

    /**
     * Matches in brackets.
     *
     * @param terms at least one
     */
    record Group(List<Term> terms) implements Ematch {
        /** Copies the list. */
        public Group {
            terms = List.copyOf(terms);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_CONTAINER;
        }
    }

    /**
     * Compares a number of the packet: {@code struct tcf_em_cmp}.
     *
     * @param value the number
     * @param mask which bits count, the bits of a u32
     * @param offset where it is, u16
     * @param width 1, 2 or 4 bytes
     * @param translated whether the number of the packet is in network byte order
     * @param layer {@code TCF_LAYER_*}
     * @param operand {@code TCF_EM_OPND_*}
     */
    record Compare(int value, int mask, int offset, int width, boolean translated, int layer, int operand) implements Ematch {
        /** Checks the ranges. */
        public Compare {
            EmatchCodec.requireBits(offset, Short.SIZE);
            EmatchCodec.requireBits(width | layer | operand, EmatchCodec.NIBBLE);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_CMP;
        }
    }

    /**
     * Compares bytes: {@code struct tcf_em_nbyte}.
     *
     * @param offset where they are, u16
     * @param layer {@code TCF_LAYER_*}
     * @param bytes the bytes, at most 4095
     */
    record Bytes(int offset, int layer, Octets bytes) implements Ematch {
        /** Checks the ranges. */
        public Bytes {
            EmatchCodec.requireBits(offset, Short.SIZE);
            EmatchCodec.requireBits(layer, EmatchCodec.NIBBLE);
            EmatchCodec.requireBits(bytes.length(), EmatchCodec.LENGTH);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_NBYTE;
        }
    }

    /**
     * Compares a word, as the filter u32 does.
     *
     * @param key what is compared
     */
    record Word(U32Key key) implements Ematch {
        /** Refuses nulls. */
        public Word {
            Objects.requireNonNull(key);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_U32;
        }
    }

    /**
     * Compares what the kernel knows of the packet.
     *
     * @param data attributes of {@link TcaEmMeta}
     */
    record Meta(Attributes data) implements Ematch {
        /** Checks the table. */
        public Meta {
            FilterKindType.require(TcaEmMeta.ATTRIBUTES, data);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_META;
        }
    }

    /**
     * Searches for bytes: {@code struct tcf_em_text}.
     *
     * @param algorithm name of the algorithm, at most 15 bytes, for example {@code "bm"}
     * @param from where to begin, u16
     * @param fromLayer {@code TCF_LAYER_*}
     * @param to where to end, u16
     * @param toLayer {@code TCF_LAYER_*}
     * @param pattern the bytes
     */
    record Text(String algorithm, int from, int fromLayer, int to, int toLayer, Octets pattern) implements Ematch {
        /** Checks the ranges. */
        public Text {
            EmatchCodec.requireBits(from | to | pattern.length(), Short.SIZE);
            EmatchCodec.requireBits(fromLayer | toLayer, EmatchCodec.NIBBLE);
            EmatchCodec.algorithm(algorithm);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_TEXT;
        }
    }

    /**
     * Looks in a set of netfilter: {@code struct xt_set_info}.
     *
     * @param index number of the set, u16
     * @param dimensions how many dimensions it has, u8
     * @param flags {@code IPSET_*}: for each dimension whether source or destination counts, u8
     */
    record IpSet(int index, int dimensions, int flags) implements Ematch {
        /** Checks the ranges. */
        public IpSet {
            EmatchCodec.requireBits(index, Short.SIZE);
            EmatchCodec.requireBits(dimensions | flags, Byte.SIZE);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_IPSET;
        }
    }

    /**
     * A match of iptables.
     *
     * @param data attributes of {@link TcaEmIpt}
     */
    record Iptables(Attributes data) implements Ematch {
        /** Checks the table. */
        public Iptables {
            FilterKindType.require(TcaEmIpt.ATTRIBUTES, data);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_IPT;
        }
    }

    /**
     * Compares CAN ids: {@code struct can_filter}.
     *
     * @param rules one of them has to match
     */
    record CanId(List<CanRule> rules) implements Ematch {
        /** Copies the list. */
        public CanId {
            rules = List.copyOf(rules);
        }

        @Override
        public int kind() {
            return TcaEmatchTree.TCF_EM_CANID;
        }
    }

    /**
     * A CAN id and which bits of it count.
     *
     * @param id the bits of a u32, {@code CAN_EFF_FLAG} and its like included
     * @param mask the bits of a u32
     */
    record CanRule(int id, int mask) {}

    /**
     * A match of which nothing is known, or whose payload is not as it should be.
     *
     * @param kind {@code TCF_EM_*}, u16
     * @param payload the bytes
     */
    record Other(int kind, Octets payload) implements Ematch {
        /** Checks the ranges. */
        public Other {
            EmatchCodec.requireBits(kind, Short.SIZE);
            Objects.requireNonNull(payload);
        }
    }
}
