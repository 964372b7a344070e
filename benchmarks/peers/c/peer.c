/* The limit: system calls by hand. "limit" receives and does not look, "walk" reads every attribute. */
#include "netlink.h"

#include <fcntl.h>
#include <linux/if_tun.h>
#include <sys/ioctl.h>

static void none(void) {}

/* ---- W1, W2: dumps */

static uint64_t count, sum, unproven; /* the last: what is read and has no checksum, so that the compiler keeps it */

static void dump(int type, int family, int header) {
    struct nlmsghdr *h = request(buffer, type, NLM_F_DUMP, header);
    *(uint8_t *)NLMSG_DATA(h) = family;
    transmit(h, h->nlmsg_len);
}

/* The end of a dump is the last message of a datagram: the only one to look at. */
static void receive_only(void) {
    uint64_t start = now(), bytes = 0;
    for (;;) {
        ssize_t n = receive();
        bytes += n;
        struct nlmsghdr *last = (void *)(buffer + n - 20);
        if (last->nlmsg_type == NLMSG_DONE && last->nlmsg_len == 20 && last->nlmsg_seq == sequence) {
            break;
        }
    }
    printf("nanos=%lu bytes=%lu\n", now() - start, bytes);
}

/* Walks what is in an attribute, and once more what is in its parts of one type, or of any for -1. */
static uint64_t nest(struct rtattr *a, int nested) {
    uint64_t seen = 0;
    int left = RTA_PAYLOAD(a);
    for (struct rtattr *b = RTA_DATA(a); RTA_OK(b, left); b = RTA_NEXT(b, left)) {
        seen += nested == -1 || nested == b->rta_type ? nest(b, 0) : b->rta_len;
    }
    return seen;
}

static uint64_t link_sum(struct nlmsghdr *h) {
    struct ifinfomsg *link = NLMSG_DATA(h);
    uint64_t s = link->ifi_index;
    int left = IFLA_PAYLOAD(h);
    for (struct rtattr *a = IFLA_RTA(link); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
        switch (a->rta_type & NLA_TYPE_MASK) {
        case IFLA_MTU:
            s += *(uint32_t *)RTA_DATA(a);
            break;
        case IFLA_IFNAME:
            s += strnlen(RTA_DATA(a), RTA_PAYLOAD(a));
            break;
        case IFLA_ADDRESS:
            s += mac_sum(RTA_DATA(a));
            break;
        case IFLA_LINKINFO:
            unproven += nest(a, IFLA_INFO_DATA);
            break;
        case IFLA_AF_SPEC:
            unproven += nest(a, -1);
            break;
        default:
            unproven += a->rta_len;
        }
    }
    return s;
}

static uint64_t route_sum(struct nlmsghdr *h) {
    struct rtmsg *route = NLMSG_DATA(h);
    uint64_t s = 0;
    int left = RTM_PAYLOAD(h);
    for (struct rtattr *a = RTM_RTA(route); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
        switch (a->rta_type) {
        case RTA_DST:
            s += __builtin_bswap32(*(uint32_t *)RTA_DATA(a));
            break;
        case RTA_OIF:
            s += *(uint32_t *)RTA_DATA(a);
            break;
        default:
            unproven += a->rta_len;
        }
    }
    return s;
}

static void walk(uint64_t (*sum_of)(struct nlmsghdr *)) {
    uint64_t start = now(), bytes = 0;
    count = sum = 0;
    for (int done = 0; !done;) {
        int n = receive();
        bytes += n;
        for (struct nlmsghdr *h = (void *)buffer; NLMSG_OK(h, n); h = NLMSG_NEXT(h, n)) {
            if (h->nlmsg_type == NLMSG_DONE) {
                done = 1;
                break;
            }
            count++;
            sum += sum_of(h);
        }
    }
    printf("nanos=%lu bytes=%lu count=%lu sum=%lu\n", now() - start, bytes, count, sum);
}

static void w1_limit(void) {
    dump(RTM_GETLINK, AF_UNSPEC, sizeof(struct ifinfomsg));
    receive_only();
}

static void w1_walk(void) {
    dump(RTM_GETLINK, AF_UNSPEC, sizeof(struct ifinfomsg));
    walk(link_sum);
}

static void w2_limit(void) {
    dump(RTM_GETROUTE, AF_INET, sizeof(struct rtmsg));
    receive_only();
}

static void w2_walk(void) {
    dump(RTM_GETROUTE, AF_INET, sizeof(struct rtmsg));
    walk(route_sum);
}

/* ---- W3: inserts */

static void w3_single(void) {
    long n = number("count");
    uint32_t device = number("device"), first = number("first");
    char out[256];
    uint64_t start = now();
    for (long i = 0; i < n; i++) {
        struct nlmsghdr *h = route_request(out, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL | NLM_F_ACK, first + i, device);
        transmit(h, h->nlmsg_len);
        await_ack();
    }
    printf("nanos=%lu count=%ld\n", now() - start, n);
}

/* Bytes that are ready before the clock starts, so many requests a datagram; only the last of a datagram asks for an answer. */
static void w3_prepared(void) {
    long n = number("count"), batch = number("batch");
    uint32_t device = number("device"), first = number("first");
    char *all = malloc(n * 64), *end = all;
    uint32_t length = 0;
    for (long i = 0; i < n; i++, end += length) {
        int last = (i + 1) % batch == 0 || i + 1 == n;
        length = route_request(end, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL | (last ? NLM_F_ACK : 0), first + i, device)->nlmsg_len;
    }
    uint32_t final_sequence = sequence;
    sequence -= n;
    uint64_t start = now();
    for (char *at = all; at < end; at += length * batch) {
        long left = (end - at) / length, size = left < batch ? left : batch;
        sequence += size;
        transmit(at, size * length);
        await_ack();
    }
    printf("nanos=%lu count=%ld\n", now() - start, n);
    sequence = final_sequence;
    free(all);
}

/* ---- W4: round trips */

static void w4(void) {
    long n = number("count");
    uint64_t *ns = malloc(n * sizeof *ns), start = now();
    int device = number("device");
    char out[64];
    sum = 0;
    for (long i = 0; i < n; i++) {
        uint64_t begin = now();
        struct nlmsghdr *h = request(out, RTM_GETLINK, 0, sizeof(struct ifinfomsg));
        ((struct ifinfomsg *)NLMSG_DATA(h))->ifi_index = device;
        transmit(h, h->nlmsg_len);
        receive();
        sum += link_sum((void *)buffer);
        ns[i] = now() - begin;
    }
    printf("nanos=%lu count=%ld sum=%lu", now() - start, n, sum);
    print_latencies(ns, n);
    puts("");
    free(ns);
}

/* ---- W5: macvtaps */

static void delete_link(const char *name, uint32_t group) {
    char out[256];
    struct nlmsghdr *h = request(out, RTM_DELLINK, NLM_F_ACK, sizeof(struct ifinfomsg));
    if (name) {
        put(h, IFLA_IFNAME, name, strlen(name) + 1);
    } else {
        put(h, IFLA_GROUP, &group, 4);
    }
    transmit(h, h->nlmsg_len);
    await_ack();
}

static void create_macvtap(const char *name, uint32_t group) {
    char out[256];
    struct nlmsghdr *h = macvtap_request(out, NLM_F_ACK, name, number("device"), 0, group);
    transmit(h, h->nlmsg_len);
    await_ack();
}

static void w5_single(void) {
    long n = number("count");
    uint64_t start = now(), deleting = 0;
    for (long i = 0; i < n; i++) {
        create_macvtap("mt0", 0);
        uint64_t begin = now();
        delete_link("mt0", 0);
        deleting += now() - begin;
    }
    printf("nanos=%lu delete=%lu count=%ld\n", now() - start, deleting / n, n);
}

static void w5_bulk(void) {
    long n = number("count");
    for (long i = 0; i < n; i++) {
        char name[32];
        snprintf(name, sizeof name, "mt%ld", i);
        create_macvtap(name, number("group"));
    }
    uint64_t start = now();
    delete_link(0, number("group"));
    printf("nanos=%lu count=%ld\n", now() - start, n);
}

/* ---- W6: messages without a socket */

static char message[65536];

static void load(void) {
    load_message(message, sizeof message);
}

static void w6_decode(void) {
    long n = number("count");
    uint64_t start = now();
    sum = 0;
    for (long i = 0; i < n; i++) {
        sum += link_sum((void *)message);
    }
    printf("nanos=%lu count=%ld sum=%lu\n", now() - start, n, sum);
}

static void w6_encode(void) {
    static const uint8_t mac[] = {0x52, 0x54, 0, 0xc7, 0x3e, 0xce};
    static char out[256];
    long n = number("count");
    uint32_t length = 0;
    uint64_t start = now();
    for (long i = 0; i < n; i++) {
        length = macvtap_request(out, NLM_F_ACK, "macvtap0", 3, mac, 0)->nlmsg_len;
        __asm__ volatile("" ::"r"(out) : "memory"); /* each message is made */
    }
    printf("nanos=%lu count=%ld ", now() - start, n);
    print_hex(out, length);
}

/* ---- W7: events */

static void w7(void) {
    uint64_t first = 0, last = 0, overruns = 0, sentinel = number("sentinel") + number("device");
    open_socket();
    listen_to_routes(fd);
    count = 0;
    for (int done = 0; !done;) {
        int n = recv(fd, buffer, sizeof buffer, 0);
        if (n < 0 && errno == ENOBUFS) {
            overruns++;
            continue;
        }
        if (n < 0) {
            die("recv");
        }
        for (struct nlmsghdr *h = (void *)buffer; NLMSG_OK(h, n); h = NLMSG_NEXT(h, n)) {
            if (route_sum(h) == sentinel) {
                done = 1;
            } else {
                last = now();
                first = first ? first : last;
                count++;
            }
        }
    }
    close(fd);
    printf("nanos=%lu seen=%lu overruns=%lu\n", last - first, count, overruns);
}

/* ---- W10: frames */

static int tap(const char *path) {
    struct ifreq ifr = {.ifr_flags = IFF_TAP | IFF_NO_PI};
    int tap_fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (tap_fd < 0 || ioctl(tap_fd, TUNSETIFF, &ifr) < 0) {
        die(path);
    }
    return tap_fd;
}

static int from, to;

static void open_taps(void) {
    from = tap(text("from"));
    to = tap(text("to"));
}

/* A burst is written to one tap and read from the other. */
static void w10(void) {
    long n = number("count"), size = number("size"), burst = number("burst");
    uint8_t frame[2048] = {0}, in[2048];
    for (int i = 0; i < 12; i++) {
        sscanf(text("addresses") + 2 * i, "%2hhx", &frame[i]);
    }
    frame[12] = 0x88;
    frame[13] = 0xb5;
    uint64_t start = now();
    sum = 0;
    for (long i = 0; i < n; i += burst) {
        for (long j = 0; j < burst; j++) {
            if (write(from, frame, size) != size) {
                die("write");
            }
        }
        for (long j = 0; j < burst;) {
            ssize_t got = read(to, in, sizeof in);
            if (got > 0) {
                sum += got;
                j++;
            } else if (errno != EAGAIN) {
                die("read");
            }
        }
    }
    printf("nanos=%lu count=%ld sum=%lu\n", now() - start, n, sum);
}

/* ---- W8: start to answer */

static void w8(void) {
    char out[64];
    struct nlmsghdr *h = request(out, RTM_GETLINK, 0, sizeof(struct ifinfomsg));
    ((struct ifinfomsg *)NLMSG_DATA(h))->ifi_index = 1;
    open_socket();
    transmit(h, h->nlmsg_len);
    receive();
    printf("%lu\n", link_sum((void *)buffer));
    exit(0);
}

static const struct subject SUBJECTS[] = {
    {"W1.limit", open_socket, w1_limit}, {"W1", open_socket, w1_walk}, {"W2.limit", open_socket, w2_limit},
    {"W2", open_socket, w2_walk}, {"W3", open_socket, w3_single}, {"W3.prepared", open_socket, w3_prepared},
    {"W4", open_socket, w4}, {"W5", open_socket, w5_single}, {"W5.bulk", open_socket, w5_bulk},
    {"W6.decode", load, w6_decode}, {"W6.encode", none, w6_encode}, {"W7", none, w7}, {"W8", w8, none},
    {"W10", open_taps, w10}, {0, 0, 0}};

int main(int argc, char **argv) {
    return serve(SUBJECTS, argc, argv);
}
