package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_CIPHER_SUITE;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_ENCODING_SA;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_ENCRYPT;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_ES;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_ICV_LEN;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_INC_SCI;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_OFFLOAD;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_PORT;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_PROTECT;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_REPLAY_PROTECT;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_SCB;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_SCI;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_VALIDATION;
import static org.netlink4j.rtnetlink.link.IflaMacsec.IFLA_MACSEC_WINDOW;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * MACsec on a lower device, IEEE 802.1AE. Keys are set over generic netlink.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaMacsec}
 */
public record Macsec(Attributes data) implements TypedLinkKind<Macsec> {
    static final String KIND = "macsec";

    /** Checks the table. */
    public Macsec {
        LinkKindType.require(IflaMacsec.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Macsec() {
        this(Attributes.none(IflaMacsec.ATTRIBUTES));
    }

    /** {@return the secure channel identifier; {@code IFLA_MACSEC_SCI}} */
    public OptionalLong channel() {
        return data.number(IFLA_MACSEC_SCI);
    }

    /**
     * Sets the secure channel identifier.
     *
     * @param value MAC address in the high 48 bits, port in the low 16
     * @return the kind with it
     */
    public Macsec channel(long value) {
        return with(IFLA_MACSEC_SCI, value);
    }

    /** {@return the port of the identifier in a request; {@code IFLA_MACSEC_PORT}} */
    public OptionalInt port() {
        return data.integer(IFLA_MACSEC_PORT);
    }

    /**
     * Sets the port of the identifier in a request.
     *
     * @param value u16
     * @return the kind with it
     */
    public Macsec port(int value) {
        return with(IFLA_MACSEC_PORT, value);
    }

    /** {@return the length of the integrity check value in bytes; {@code IFLA_MACSEC_ICV_LEN}} */
    public OptionalInt icvLength() {
        return data.integer(IFLA_MACSEC_ICV_LEN);
    }

    /**
     * Sets the length of the integrity check value in bytes.
     *
     * @param value 8 to 16
     * @return the kind with it
     */
    public Macsec icvLength(int value) {
        return with(IFLA_MACSEC_ICV_LEN, value);
    }

    /** {@return the cipher suite; {@code IFLA_MACSEC_CIPHER_SUITE}} */
    public OptionalLong cipherSuite() {
        return data.number(IFLA_MACSEC_CIPHER_SUITE);
    }

    /**
     * Sets the cipher suite.
     *
     * @param value {@code MACSEC_CIPHER_ID_*} of {@link IflaMacsec}
     * @return the kind with it
     */
    public Macsec cipherSuite(long value) {
        return with(IFLA_MACSEC_CIPHER_SUITE, value);
    }

    /** {@return the replay window in packets; {@code IFLA_MACSEC_WINDOW}} */
    public OptionalInt window() {
        return data.integer(IFLA_MACSEC_WINDOW);
    }

    /**
     * Sets the replay window in packets.
     *
     * @param value u32
     * @return the kind with it
     */
    public Macsec window(long value) {
        return with(IFLA_MACSEC_WINDOW, value);
    }

    /** {@return the secure association for sending; {@code IFLA_MACSEC_ENCODING_SA}} */
    public OptionalInt encodingAssociation() {
        return data.integer(IFLA_MACSEC_ENCODING_SA);
    }

    /**
     * Sets the secure association for sending.
     *
     * @param value 0 to 3
     * @return the kind with it
     */
    public Macsec encodingAssociation(int value) {
        return with(IFLA_MACSEC_ENCODING_SA, value);
    }

    /** {@return whether frames are encrypted; {@code IFLA_MACSEC_ENCRYPT}} */
    public Optional<Boolean> encrypt() {
        return truth(IFLA_MACSEC_ENCRYPT);
    }

    /**
     * Sets whether frames are encrypted.
     *
     * @param on whether it is so
     * @return the kind with it
     */
    public Macsec encrypt(boolean on) {
        return with(IFLA_MACSEC_ENCRYPT, on);
    }

    /** {@return whether frames are protected; {@code IFLA_MACSEC_PROTECT}} */
    public Optional<Boolean> protect() {
        return truth(IFLA_MACSEC_PROTECT);
    }

    /**
     * Sets whether frames are protected.
     *
     * @param on whether it is so
     * @return the kind with it
     */
    public Macsec protect(boolean on) {
        return with(IFLA_MACSEC_PROTECT, on);
    }

    /** {@return whether the identifier is sent; {@code IFLA_MACSEC_INC_SCI}} */
    public Optional<Boolean> sendChannel() {
        return truth(IFLA_MACSEC_INC_SCI);
    }

    /**
     * Sets whether the identifier is sent.
     *
     * @param on whether it is so
     * @return the kind with it
     */
    public Macsec sendChannel(boolean on) {
        return with(IFLA_MACSEC_INC_SCI, on);
    }

    /** {@return whether the end station bit is set; {@code IFLA_MACSEC_ES}} */
    public Optional<Boolean> endStation() {
        return truth(IFLA_MACSEC_ES);
    }

    /**
     * Sets whether the end station bit is set.
     *
     * @param on whether it is so
     * @return the kind with it
     */
    public Macsec endStation(boolean on) {
        return with(IFLA_MACSEC_ES, on);
    }

    /** {@return whether the single copy broadcast bit is set; {@code IFLA_MACSEC_SCB}} */
    public Optional<Boolean> singleCopyBroadcast() {
        return truth(IFLA_MACSEC_SCB);
    }

    /**
     * Sets whether the single copy broadcast bit is set.
     *
     * @param on whether it is so
     * @return the kind with it
     */
    public Macsec singleCopyBroadcast(boolean on) {
        return with(IFLA_MACSEC_SCB, on);
    }

    /** {@return whether what is older than the window is dropped; {@code IFLA_MACSEC_REPLAY_PROTECT}} */
    public Optional<Boolean> replayProtect() {
        return truth(IFLA_MACSEC_REPLAY_PROTECT);
    }

    /**
     * Sets whether what is older than the window is dropped.
     *
     * @param on whether it is so
     * @return the kind with it
     */
    public Macsec replayProtect(boolean on) {
        return with(IFLA_MACSEC_REPLAY_PROTECT, on);
    }

    /** {@return what becomes of frames that are not valid; {@code IFLA_MACSEC_VALIDATION}} */
    public OptionalInt validation() {
        return data.integer(IFLA_MACSEC_VALIDATION);
    }

    /**
     * Sets what becomes of frames that are not valid.
     *
     * @param value 0 nothing, 1 they are counted, 2 they are dropped
     * @return the kind with it
     */
    public Macsec validation(int value) {
        return with(IFLA_MACSEC_VALIDATION, value);
    }

    /** {@return who does the work; {@code IFLA_MACSEC_OFFLOAD}} */
    public OptionalInt offload() {
        return data.integer(IFLA_MACSEC_OFFLOAD);
    }

    /**
     * Sets who does the work.
     *
     * @param value 0 the kernel, 1 the PHY, 2 the MAC
     * @return the kind with it
     */
    public Macsec offload(int value) {
        return with(IFLA_MACSEC_OFFLOAD, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Macsec over(Attributes data) {
        return new Macsec(data);
    }
}
