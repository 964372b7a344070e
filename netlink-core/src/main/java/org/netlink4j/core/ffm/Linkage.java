package org.netlink4j.core.ffm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * Finds the functions of the C library for {@link Libc}, which gets all of them here. Tests put a class with the same methods into
 * this one's place, by a class loader of their own, whose functions fail as the test wants; so this seam costs a call nothing.
 *
 * <p>All functions are called in the same way, with six machine words, since each further shape of call takes milliseconds to
 * prepare. That suits any function of at most six whole numbers and pointers: in the ABIs of 64-bit Linux each has a register of its
 * own, an {@code int} is its lower half or the sign-extended whole, and registers beyond a function's arguments mean nothing to it.
 * What is returned has to be narrowed to the function's type.
 */
@SuppressWarnings("restricted") // Linker.downcallHandle: this is the only class that may call it
public final class Linkage {
    /** Where a function leaves errno: its first argument. */
    public static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();

    /** Where errno is in a {@link #CALL_STATE}: an {@code int}, on Linux the only member. To ask the layout takes milliseconds. */
    public static final long ERRNO = 0;

    private static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");

    private static final FunctionDescriptor WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private Linkage() {}

    /**
     * A C function.
     *
     * @param name its name
     * @return takes a {@link #CALL_STATE} and six words, returns a word
     */
    public static MethodHandle function(String name) {
        return link(name, CAPTURE_ERRNO);
    }

    /**
     * A C function that takes {@code ...} after two arguments.
     *
     * @param name its name
     * @return takes a {@link #CALL_STATE} and six words, returns a word
     */
    public static MethodHandle variadic(String name) {
        return link(name, CAPTURE_ERRNO, Linker.Option.firstVariadicArg(2));
    }

    private static MethodHandle link(String name, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup()
                .find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no function " + name));
        return linker.downcallHandle(address, WORDS, options);
    }
}
