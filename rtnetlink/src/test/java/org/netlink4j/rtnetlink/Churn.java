package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;

/**
 * Proves a watch: objects change by thousands, told through a buffer that is far too small, and after each round what the watch knows,
 * and what it knew at first with all that it told, is what a list shows.
 *
 * @param watched what is watched
 * @param groups the multicast groups that tell of it
 * @param key tells objects apart
 * @param change makes a change, which the kernel may refuse
 * @param listed what the kernel lists, without the code of the watch
 */
public record Churn<K, T>(
        Watched<K, T> watched, Set<Integer> groups, Function<T, K> key, Function<Random, Request> change, Listing<K, T> listed) {
    private static final int ROUNDS = Integer.getInteger("netlink4j.watch.rounds", 3);
    private static final int CHANGES = 10_000;
    private static final int BATCH = 200;
    private static final int BUFFER = 4096;
    private static final Duration QUIET = Duration.ofMillis(250);

    /** Lists objects. */
    public interface Listing<K, T> {
        Map<K, T> list() throws NetlinkException;
    }

    /** Runs the rounds; in every other one nobody listens while the changes are made. */
    public void run(NetworkNamespace namespace, NetlinkClient client) throws NetlinkException {
        SocketOptions small = SocketOptions.DEFAULT.receiveBuffer(BUFFER);
        try (Watch<K, T> watch = Watch.open(EventStream.open(Rtnetlink.PROTOCOL, groups, small, namespace), client, watched);
                NetlinkClient changer = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            Told<K, T> told = new Told<>(watch, key);
            told.follow(QUIET);
            Random random = new Random(42);
            for (int round = 0; round < ROUNDS; round++) {
                CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> change(changer, random));
                while (round % 2 == 1 && !changes.isDone()) {
                    told.follow(Duration.ofMillis(5));
                }
                changes.join();
                told.follow(QUIET);
                for (int attempt = 0; attempt < 20 && !listed.list().equals(watch.objects()); attempt++) {
                    told.follow(QUIET); // some changes the kernel makes in its own time
                }
                told.assertAre(listed.list(), "round " + round);
            }
            assertTrue(told.resynchronised() >= ROUNDS / 2, "a round without a listener overruns the buffer");
        }
    }

    private void change(NetlinkClient changer, Random random) {
        try {
            for (int done = 0; done < CHANGES; done += BATCH) {
                List<Request> changes = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    changes.add(change.apply(random));
                }
                changer.batch(changes, BatchPolicy.CONTINUE);
            }
        } catch (NetlinkException e) {
            throw new AssertionError(e);
        }
    }
}
