package org.netlink4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NetlinkExceptionTest {
    private static final ExtendedAck ALL =
            new ExtendedAck(Optional.of("Too long"), OptionalInt.of(36), Optional.of("IFLA_IFNAME"), Optional.of("IFLA_LINK"),
                    Optional.of(new AttributePolicy(12, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
                            OptionalInt.empty(), OptionalInt.of(15), OptionalInt.empty(), OptionalInt.empty())),
                    Optional.of("0102"));

    @Test
    void aRefusalSaysAllThatTheKernelSaid() {
        KernelException e = new KernelException("RTM_NEWLINK", Errno.EINVAL, ALL);
        assertEquals("RTM_NEWLINK refused: EINVAL (Invalid argument): Too long, at IFLA_IFNAME, allowed at most 15 bytes, missing IFLA_LINK", e.getMessage());
        assertEquals("RTM_NEWLINK", e.request());
        assertEquals(Errno.EINVAL, e.errno());
        assertSame(ALL, e.extendedAck());
        assertEquals(Optional.of("Too long"), e.kernelMessage());
        assertEquals(Optional.of("IFLA_IFNAME"), e.attributePath());
        assertEquals(ALL.policy(), e.policy());
    }

    @Test
    void aRefusalWithoutWordsIsShort() {
        KernelException e = new KernelException("RTM_DELLINK", Errno.ENODEV, ExtendedAck.NONE);
        assertEquals("RTM_DELLINK refused: ENODEV (No such device)", e.getMessage());
        assertEquals(Optional.empty(), e.kernelMessage());
        assertEquals(Optional.empty(), e.attributePath());
    }

    @Test
    void aRefusalSurvivesSerialisationButForTheDetails() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new KernelException("RTM_NEWLINK", Errno.EINVAL, ALL));
        KernelException back = (KernelException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(Errno.EINVAL, back.errno());
        assertTrue(back.getMessage().contains("Too long"));
        assertSame(ExtendedAck.NONE, back.extendedAck());
    }

    @Test
    void anExtendedAckHoldsNoNull() {
        Optional<String> words = Optional.empty();
        OptionalInt number = OptionalInt.empty();
        Optional<AttributePolicy> policy = Optional.empty();
        assertThrows(NullPointerException.class, () -> new ExtendedAck(null, number, words, words, policy, words));
        assertThrows(NullPointerException.class, () -> new ExtendedAck(words, null, words, words, policy, words));
        assertThrows(NullPointerException.class, () -> new ExtendedAck(words, number, null, words, policy, words));
        assertThrows(NullPointerException.class, () -> new ExtendedAck(words, number, words, null, policy, words));
        assertThrows(NullPointerException.class, () -> new ExtendedAck(words, number, words, words, null, words));
        assertThrows(NullPointerException.class, () -> new ExtendedAck(words, number, words, words, policy, null));
    }

    @Test
    void aFailedCallNamesItself() {
        SystemCallException e = new SystemCallException("open /dev/tap4", Errno.EACCES);
        assertEquals("open /dev/tap4: EACCES (Permission denied)", e.getMessage());
        assertEquals(Errno.EACCES, e.errno());
    }

    @Test
    void allKindsAreCheckedAndFinal() {
        for (Class<?> kind : NetlinkException.class.getPermittedSubclasses()) {
            assertTrue(Modifier.isFinal(kind.getModifiers()), kind.getName());
        }
        for (NetlinkException e : List.of(
                new ClosedException("m"), new DumpInterruptedException("m"), new InterruptedCallException("m"), new MalformedMessageException("m"),
                new NotSupportedException("m"), new OverrunException("m"), new TimedOutException("m"), new TruncatedException("m"))) {
            assertInstanceOf(IOException.class, e);
            assertEquals("m", e.getMessage());
        }
    }
}
