package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u64be;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of MACsec devices: {@code IFLA_MACSEC_*} of {@code linux/if_link.h}. */
public final class IflaMacsec {
    /** u64 in network order: secure channel identifier: MAC address and port. */
    public static final int IFLA_MACSEC_SCI = 1;

    /** u16 in network order: only in requests: port of the identifier. */
    public static final int IFLA_MACSEC_PORT = 2;

    /** u8: length of the integrity check value in bytes, 8 to 16. */
    public static final int IFLA_MACSEC_ICV_LEN = 3;

    /** u64: cipher suite, {@code MACSEC_CIPHER_ID_*}. */
    public static final int IFLA_MACSEC_CIPHER_SUITE = 4;

    /** u32: replay window in packets. */
    public static final int IFLA_MACSEC_WINDOW = 5;

    /** u8: secure association for sending, 0 to 3. */
    public static final int IFLA_MACSEC_ENCODING_SA = 6;

    /** u8: 1 to encrypt. */
    public static final int IFLA_MACSEC_ENCRYPT = 7;

    /** u8: 1 to protect. */
    public static final int IFLA_MACSEC_PROTECT = 8;

    /** u8: 1 to send the identifier. */
    public static final int IFLA_MACSEC_INC_SCI = 9;

    /** u8: 1 for the end station bit. */
    public static final int IFLA_MACSEC_ES = 10;

    /** u8: 1 for the single copy broadcast bit. */
    public static final int IFLA_MACSEC_SCB = 11;

    /** u8: 1 to drop what is older than the window. */
    public static final int IFLA_MACSEC_REPLAY_PROTECT = 12;

    /** u8: what becomes of frames that are not valid, 0 nothing, 1 they are counted, 2 they are dropped. */
    public static final int IFLA_MACSEC_VALIDATION = 13;

    /** Padding that aligns 64-bit numbers. */
    public static final int IFLA_MACSEC_PAD = 14;

    /** u8: who does the work, 0 the kernel, 1 the PHY, 2 the MAC. */
    public static final int IFLA_MACSEC_OFFLOAD = 15;

    /** Value of {@link #IFLA_MACSEC_CIPHER_SUITE}: AES 128 in Galois counter mode; {@code linux/if_macsec.h}. */
    public static final long MACSEC_CIPHER_ID_GCM_AES_128 = 0x0080_c200_0100_0001L;

    /** Value of {@link #IFLA_MACSEC_CIPHER_SUITE}: AES 256 in Galois counter mode. */
    public static final long MACSEC_CIPHER_ID_GCM_AES_256 = 0x0080_c200_0100_0002L;

    /** Value of {@link #IFLA_MACSEC_CIPHER_SUITE}: AES 128 in Galois counter mode with 64-bit packet numbers. */
    public static final long MACSEC_CIPHER_ID_GCM_AES_XPN_128 = 0x0080_c200_0100_0003L;

    /** Value of {@link #IFLA_MACSEC_CIPHER_SUITE}: AES 256 in Galois counter mode with 64-bit packet numbers. */
    public static final long MACSEC_CIPHER_ID_GCM_AES_XPN_256 = 0x0080_c200_0100_0004L;

    /** What the kernel calls AES 128 in Galois counter mode in its answers. */
    private static final long DEFAULT_CIPHER = 0x0080_0200_0100_0001L;

    private static final Map<Long, String> CIPHERS = Map.of(
            DEFAULT_CIPHER, "GCM-AES-128",
            MACSEC_CIPHER_ID_GCM_AES_128, "GCM-AES-128",
            MACSEC_CIPHER_ID_GCM_AES_256, "GCM-AES-256",
            MACSEC_CIPHER_ID_GCM_AES_XPN_128, "GCM-AES-XPN-128",
            MACSEC_CIPHER_ID_GCM_AES_XPN_256, "GCM-AES-XPN-256");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_MACSEC",
            u64be(IFLA_MACSEC_SCI, "IFLA_MACSEC_SCI").key("sci").shown(IflaMacsec::channel),
            u16be(IFLA_MACSEC_PORT, "IFLA_MACSEC_PORT"),
            u8(IFLA_MACSEC_ICV_LEN, "IFLA_MACSEC_ICV_LEN").key("icv_len"),
            u64(IFLA_MACSEC_CIPHER_SUITE, "IFLA_MACSEC_CIPHER_SUITE").key("cipher_suite").shown(IflaMacsec::cipher),
            u32(IFLA_MACSEC_WINDOW, "IFLA_MACSEC_WINDOW").key("window"),
            u8(IFLA_MACSEC_ENCODING_SA, "IFLA_MACSEC_ENCODING_SA").key("encoding_sa"),
            u8(IFLA_MACSEC_ENCRYPT, "IFLA_MACSEC_ENCRYPT").key("encrypt").shown(Numbers::truth),
            u8(IFLA_MACSEC_PROTECT, "IFLA_MACSEC_PROTECT").key("protect").shown(Numbers::truth),
            u8(IFLA_MACSEC_INC_SCI, "IFLA_MACSEC_INC_SCI").key("inc_sci").shown(Numbers::truth),
            u8(IFLA_MACSEC_ES, "IFLA_MACSEC_ES").key("es").shown(Numbers::truth),
            u8(IFLA_MACSEC_SCB, "IFLA_MACSEC_SCB").key("scb").shown(Numbers::truth),
            u8(IFLA_MACSEC_REPLAY_PROTECT, "IFLA_MACSEC_REPLAY_PROTECT").key("replay_protect").shown(Numbers::truth),
            u8(IFLA_MACSEC_VALIDATION, "IFLA_MACSEC_VALIDATION").key("validation").words(Renderings
                    .words("disabled", "check", "strict")),
            binary(IFLA_MACSEC_PAD, "IFLA_MACSEC_PAD"),
            u8(IFLA_MACSEC_OFFLOAD, "IFLA_MACSEC_OFFLOAD").key("offload").words(Renderings.words("off", "phy", "mac")));

    private IflaMacsec() {}

    private static Optional<String> channel(Attributes data, int number) {
        return data.number(number).stream().mapToObj(HexFormat.of()::toHexDigits).findFirst();
    }

    private static Optional<String> cipher(Attributes data, int number) {
        return data.number(number).stream().mapToObj(id -> CIPHERS.getOrDefault(id, "(unknown)")).findFirst();
    }
}
