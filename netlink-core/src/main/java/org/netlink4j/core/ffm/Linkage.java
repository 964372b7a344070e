package org.netlink4j.core.ffm;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Finds the functions of the C library for {@link Libc}, which gets all of them here. Tests put a class with the same methods into
 * this one's place, by a class loader of their own, whose functions fail as the test wants; so this seam costs a call nothing.
 */
@SuppressWarnings("restricted") // Linker.downcallHandle: this is the only class that may call it
public final class Linkage {
    /** Where a function leaves errno: its first argument. */
    public static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();

    /** errno in a {@link #CALL_STATE}: an {@code int}. */
    public static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");

    private Linkage() {}

    /**
     * A C function by its name and its signature.
     *
     * @param function its name
     * @param result what it returns
     * @param arguments what it takes
     * @return takes a {@link #CALL_STATE} and the arguments
     */
    public static MethodHandle function(String function, MemoryLayout result, MemoryLayout... arguments) {
        return link(function, new Linker.Option[] {CAPTURE_ERRNO}, result, arguments);
    }

    /**
     * A C function that takes {@code ...} after its first arguments.
     *
     * @param fixed how many are before it
     * @param function its name
     * @param result what it returns
     * @param arguments what it takes in this use
     * @return takes a {@link #CALL_STATE} and the arguments
     */
    public static MethodHandle variadic(int fixed, String function, MemoryLayout result, MemoryLayout... arguments) {
        return link(function, new Linker.Option[] {CAPTURE_ERRNO, Linker.Option.firstVariadicArg(fixed)}, result, arguments);
    }

    private static MethodHandle link(String function, Linker.Option[] options, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address =
                linker.defaultLookup()
                        .find(function)
                        .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no function " + function));
        return linker.downcallHandle(address, FunctionDescriptor.of(result, arguments), options);
    }
}
