package org.netlink4j.testkit;

import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.netlink4j.core.ffm.Linkage;

/** Takes the place of {@link Linkage} in a {@link FaultyWorld}: the same functions, each asking {@link Faults} first. */
public final class FaultyLinkage {
    /** As in {@link Linkage}. */
    public static final StructLayout CALL_STATE = Linkage.CALL_STATE;

    /** As in {@link Linkage}. */
    public static final long ERRNO = Linkage.ERRNO;

    private FaultyLinkage() {}

    /** As in {@link Linkage}. */
    public static MethodHandle function(String name) {
        return faulty(name, Linkage.function(name));
    }

    /** As in {@link Linkage}. */
    public static MethodHandle variadic(String name) {
        return faulty(name, Linkage.variadic(name));
    }

    private static MethodHandle faulty(String function, MethodHandle real) {
        MethodType type = MethodType.methodType(Object.class, String.class, MethodHandle.class, Object[].class);
        MethodHandle spread = real.asSpreader(Object[].class, real.type().parameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class));
        try {
            MethodHandle call = MethodHandles.lookup().findStatic(Faults.class, "call", type);
            return MethodHandles.insertArguments(call, 0, function, spread)
                    .asCollector(Object[].class, real.type().parameterCount())
                    .asType(real.type());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
