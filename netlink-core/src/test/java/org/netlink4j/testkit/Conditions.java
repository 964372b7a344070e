package org.netlink4j.testkit;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link KernelTest}, {@link RootTest} and {@link NeedsCommand}; a test is skipped with the reason, never silently. */
public final class Conditions implements ExecutionCondition {
    /** For JUnit. */
    public Conditions() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Stream.<Optional<String>>of(
                        annotated(context, KernelTest.class) ? Privileges.whyNoKernelTest() : Optional.empty(),
                        annotated(context, RootTest.class) ? Privileges.whyNotRoot() : Optional.empty(),
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
}
