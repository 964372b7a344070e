package org.netlink4j.testkit;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for the annotations of this package; a test is skipped with the reason, never silently. */
public final class Conditions implements ExecutionCondition {
    /** For JUnit. */
    public Conditions() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Stream.<Optional<String>>of(
                        annotated(context, KernelTest.class) ? Privileges.whyNoKernelTest() : Optional.empty(),
                        annotated(context, RootTest.class) ? Privileges.whyNotRoot() : Optional.empty(),
                        annotated(context, DisposableKernel.class) ? whyKept() : Optional.empty(),
                        AnnotationSupport.findAnnotation(context.getElement(), NeedsKernel.class)
                                .flatMap(needs -> whyOlder(System.getProperty("os.version"), needs.value())),
                        AnnotationSupport.findAnnotation(context.getElement(), NeedsCommand.class).flatMap(Conditions::missing))
                .flatMap(Optional::stream)
                .findFirst()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("all that it needs is here"));
    }

    private static boolean annotated(ExtensionContext context, Class<? extends java.lang.annotation.Annotation> with) {
        return AnnotationSupport.isAnnotated(context.getElement(), with);
    }

    private static Optional<String> missing(NeedsCommand needs) {
        return Stream.of(needs.value())
                .filter(command -> !Commands.isInstalled(command))
                .findFirst()
                .map(command -> "needs the command " + command + ", which is not installed");
    }

    private static Optional<String> whyKept() {
        return Boolean.getBoolean("netlink4j.disposable")
                ? Optional.empty()
                : Optional.of("a kernel may not survive it, or the clock is set: only in a virtual machine, see rtnetlink/src/test/vm/kernels");
    }

    /** Empty if a release is of a version or a later one. */
    static Optional<String> whyOlder(String release, String version) {
        int[] here = numbers(release);
        int[] needed = numbers(version);
        return here[0] > needed[0] || here[0] == needed[0] && here[1] >= needed[1]
                ? Optional.empty()
                : Optional.of("needs Linux " + version + ", and this is " + release);
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("[^0-9]")).limit(2).mapToInt(Integer::parseInt).toArray();
    }
}
