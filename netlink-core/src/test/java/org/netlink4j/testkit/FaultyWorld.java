package org.netlink4j.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs test methods with classes of this project that a loader of its own has read anew, and in which {@code ffm.Libc} gets its functions
 * from {@link FaultyLinkage}. Nothing of that is seen by other tests, and the classes that are tested are otherwise those that ship.
 */
public final class FaultyWorld implements InvocationInterceptor {
    /** For JUnit. */
    public FaultyWorld() {}

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        run(invocation, call);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
        run(invocation, call);
    }

    private static void run(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call) throws Throwable {
        invocation.skip();
        Class<?> test = new Loader(call.getTargetClass()).loadClass(call.getTargetClass().getName());
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method method = Arrays.stream(test.getDeclaredMethods())
                .filter(one -> one.getName().equals(call.getExecutable().getName()))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            method.invoke(constructor.newInstance(), call.getArguments().toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static final class Loader extends ClassLoader {
        private static final String OURS = "org.netlink4j.";
        private static final String REAL = "org/netlink4j/core/ffm/Linkage";
        private static final String FAULTY = FaultyLinkage.class.getName().replace('.', '/');

        private final Module module;

        Loader(Class<?> test) {
            super(test.getClassLoader());
            module = test.getModule();
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            InputStream found = super.getResourceAsStream(name);
            try {
                return found == null ? module.getResourceAsStream(name) : found; // a module's loader hides them
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                return name.startsWith(OURS) ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = getParent().getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                byte[] seen = name.matches("org\\.netlink4j\\.core\\.ffm\\.Libc(\\$.*)?") ? renamed(bytes) : bytes;
                return defineClass(name, seen, 0, seen.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /** Puts the one name into the other's place in the constant pool; see chapter 4.4 of the JVM specification. */
        private static byte[] renamed(byte[] classFile) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(in.readLong()); // magic and version
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                switch (tag) {
                    case 1 -> out.writeUTF(in.readUTF().replace(REAL, FAULTY));
                    case 7, 8, 16, 19, 20 -> out.write(in.readNBytes(2));
                    case 15 -> out.write(in.readNBytes(3));
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> out.write(in.readNBytes(4));
                    case 5, 6 -> {
                        out.write(in.readNBytes(8));
                        i++; // they take two places
                    }
                    default -> throw new IOException("a constant with tag " + tag);
                }
            }
            in.transferTo(out);
            return bytes.toByteArray();
        }
    }
}
