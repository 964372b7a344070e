package org.netlink4j.testkit;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import org.netlink4j.core.ffm.Linkage;

/** Takes the place of {@link Linkage} in a {@link FaultyWorld}: the same functions, each asking {@link Faults} first. */
public final class FaultyLinkage {
    /** As in {@link Linkage}. */
    public static final StructLayout CALL_STATE = Linkage.CALL_STATE;

    /** As in {@link Linkage}. */
    public static final VarHandle ERRNO = Linkage.ERRNO;

    private FaultyLinkage() {}

    /** As in {@link Linkage}. */
    public static MethodHandle function(String function, MemoryLayout result, MemoryLayout... arguments) {
        return faulty(function, Linkage.function(function, result, arguments));
    }

    /** As in {@link Linkage}. */
    public static MethodHandle variadic(int fixed, String function, MemoryLayout result, MemoryLayout... arguments) {
        return faulty(function, Linkage.variadic(fixed, function, result, arguments));
    }

    private static MethodHandle faulty(String function, MethodHandle real) {
        MethodType type = MethodType.methodType(Object.class, String.class, Class.class, MethodHandle.class, Object[].class);
        MethodHandle spread = real.asSpreader(Object[].class, real.type().parameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class));
        try {
            MethodHandle call = MethodHandles.lookup().findStatic(Faults.class, "call", type);
            return MethodHandles.insertArguments(call, 0, function, real.type().returnType(), spread)
                    .asCollector(Object[].class, real.type().parameterCount())
                    .asType(real.type());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
