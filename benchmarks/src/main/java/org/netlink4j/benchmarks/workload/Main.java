package org.netlink4j.benchmarks.workload;

import static java.util.Map.entry;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Serves one subject: says "ready", and then for each line that it reads does a round and tells what came of it. */
public final class Main {
    private static final Map<String, Subject.Preparation> SUBJECTS = Map.ofEntries(
            entry("W1.view", LinkDump::views),
            entry("W1", LinkDump::records),
            entry("W2.view", RouteDump::views),
            entry("W2", RouteDump::records),
            entry("W3.view", RouteInsert::views),
            entry("W3", RouteInsert::records),
            entry("W3.batch.view", RouteInsert::batchOfViews),
            entry("W3.batch", RouteInsert::batchOfRecords),
            entry("W4.view", LinkGet::views),
            entry("W4", LinkGet::records),
            entry("W5", MacvtapCycle::single),
            entry("W5.delete", MacvtapCycle::deleteSingle),
            entry("W5.bulk", MacvtapCycle::deleteGroup),
            entry("W6.decode.view", Codec::views),
            entry("W6.decode", Codec::records),
            entry("W6.encode.view", Codec::requests),
            entry("W6.encode", Codec::recordRequests),
            entry("W7.view", RouteEvents::views),
            entry("W7", RouteEvents::records),
            entry("W7.watch", RouteEvents::watch),
            entry("W9", SharedGets::oneThread),
            entry("W9.shared", SharedGets::virtualThreads),
            entry("W10", TapFrames::prepare));

    private Main() {}

    /**
     * Serves until the end of the input.
     *
     * @param arguments the subject, and words of {@code NAME=VALUE}
     * @throws Exception if the work cannot be done
     */
    public static void main(String[] arguments) throws Exception {
        Subject subject = SUBJECTS.get(arguments[0]).prepare(Parameters.parse(arguments, 1));
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (in.readLine() != null) {
            System.out.println(subject.round());
        }
    }
}
