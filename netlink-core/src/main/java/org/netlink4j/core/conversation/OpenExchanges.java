package org.netlink4j.core.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * The exchanges that are open, by sequence number. Numbers are given out one after the other, so the low bits of a number are
 * its place; a number whose place is taken by an exchange that has been open for long is left out. Allocates nothing but room.
 */
final class OpenExchanges {
    private Exchange[] places = new Exchange[16];
    private int count;

    int count() {
        return count;
    }

    /** {@return the exchange, or null if none is open under this number} */
    Exchange get(int sequence) {
        Exchange exchange = places[place(sequence)];
        return exchange != null && exchange.sequence() == sequence ? exchange : null;
    }

    private int place(int sequence) {
        return sequence & places.length - 1;
    }

    /** {@return whether a number can be given out} */
    boolean isFree(int sequence) {
        return places[place(sequence)] == null;
    }

    void add(Exchange exchange) {
        places[place(exchange.sequence())] = exchange;
        count++;
        if (count > places.length / 2) {
            grow();
        }
    }

    private void grow() {
        Exchange[] before = places;
        places = new Exchange[2 * before.length]; // what differed in fewer bits differs in more
        for (Exchange exchange : before) {
            if (exchange != null) {
                places[place(exchange.sequence())] = exchange;
            }
        }
    }

    void remove(Exchange exchange) {
        places[place(exchange.sequence())] = null;
        count--;
    }

    /** {@return the exchanges as they are now, so that the caller may end them} */
    List<Exchange> all() {
        List<Exchange> all = new ArrayList<>(count);
        for (Exchange exchange : places) {
            if (exchange != null) {
                all.add(exchange);
            }
        }
        return all;
    }

    /** {@return the earliest deadline; {@code otherwise} if none is open} */
    long earliestDeadline(long otherwise) {
        long earliest = otherwise;
        for (Exchange exchange : places) {
            if (exchange != null && exchange.deadline() - earliest < 0) {
                earliest = exchange.deadline();
            }
        }
        return earliest;
    }
}
