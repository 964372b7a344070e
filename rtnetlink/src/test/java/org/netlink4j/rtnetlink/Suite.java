package org.netlink4j.rtnetlink;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes, or methods of them, one after the other in this JVM and prints a line for each: where a JVM takes long to start. The script
 * {@code src/test/vm/kernels} runs it.
 */
final class Suite {
    private Suite() {}

    /** Counts the tests of a class, and tells of those that failed or were skipped as it happens. */
    private static final class Counts implements TestExecutionListener {
        private int ran;
        private int failed;
        private int skipped;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            switch (result.getStatus()) {
                case FAILED -> {
                    ran++;
                    failed++;
                    System.out.println("  failed: " + test.getLegacyReportingName());
                    result.getThrowable().ifPresent(thrown -> thrown.printStackTrace(System.out));
                }
                case ABORTED -> skip(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason"));
                case SUCCESSFUL -> ran += test.isTest() ? 1 : 0;
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skip(test, reason);
        }

        private void skip(TestIdentifier test, String reason) {
            skipped++;
            System.out.println("  skipped: " + test.getDisplayName() + ": " + reason);
        }
    }

    /**
     * Runs them.
     *
     * @param names names of classes, or a class and its method with a # between; the process ends with 1 if a test failed or there is none
     */
    public static void main(String[] names) {
        Launcher launcher = LauncherFactory.create();
        boolean sound = true;
        for (String name : names) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(name.contains("#") ? DiscoverySelectors.selectMethod(name) : DiscoverySelectors.selectClass(name))
                    .build();
            Counts counts = new Counts();
            launcher.execute(request, counts);
            sound &= counts.failed == 0 && counts.ran + counts.skipped > 0;
            System.out.println(name.substring(name.lastIndexOf('.') + 1) + ": " + counts.ran + " ran, " + counts.failed + " failed, "
                    + counts.skipped + " skipped");
        }
        System.exit(sound ? 0 : 1);
    }
}
