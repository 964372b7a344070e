/* What the workloads need beside the peers: many routes, and changes of routes. */
#include "netlink.h"

#include <signal.h>
#include <sys/prctl.h>

#define BATCH 100

/* Sends as many requests as are asked for, BATCH at a time. */
static void send_routes(int type, int flags, uint32_t from, long n) {
    static char out[BATCH * 64];
    char *end = out;
    for (long i = 0; i < n; i++) {
        int last = (i + 1) % BATCH == 0 || i + 1 == n;
        end += route_request(end, type, flags | (last ? NLM_F_ACK : 0), from + i)->nlmsg_len;
        if (last) {
            transmit(out, end - out);
            await_ack();
            end = out;
        }
    }
}

static void add(uint32_t from, long n) {
    send_routes(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, from, n);
}

static void delete(uint32_t from, long n) {
    send_routes(RTM_DELROUTE, 0, from, n);
}

static void fill(void) {
    open_socket();
    add(first, number("count"));
    exit(0);
}

/*
 * Adds BATCH routes and deletes all of them but one, again and again; at last adds and deletes one that says that this was all, until
 * it is killed: the subscriber may have no room for it.
 */
static void change(void) {
    uint32_t sentinel = number("sentinel");
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    open_socket();
    for (long i = 0; i < number("batches"); i++) {
        add(first + i * BATCH, BATCH);
        delete(first + i * BATCH, BATCH - 1);
    }
    for (;;) {
        usleep(100000);
        add(sentinel, 1);
        usleep(1000);
        delete(sentinel, 1);
    }
}

static const struct subject TOOLS[] = {{"fill", fill, none}, {"change", change, none}, {0, 0, 0}};

int main(int argc, char **argv) {
    return serve(TOOLS, argc, argv);
}
