/* The limit: system calls by hand. "limit" receives and does not look, "walk" reads every attribute. */
#include "netlink.h"

#include <fcntl.h>
#include <linux/if_tun.h>
#include <sys/ioctl.h>

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

static void insert(uint32_t i) {
    char out[256];
    struct nlmsghdr *h = route_request(out, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL | NLM_F_ACK, first + i);
    transmit(h, h->nlmsg_len);
    await_ack();
}

static void w3_single(void) {
    repeat(insert);
    puts("");
}

/* Bytes that are ready before the clock starts, so many requests a datagram; only the last of a datagram asks for an answer. */
static void w3_prepared(void) {
    long n = number("count"), batch = number("batch");
    char *all = malloc(n * 64), *end = all;
    uint32_t length = 0;
    for (long i = 0; i < n; i++, end += length) {
        int last = (i + 1) % batch == 0 || i + 1 == n;
        length = route_request(end, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL | (last ? NLM_F_ACK : 0), first + i)->nlmsg_len;
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

static uint64_t get(void) {
    char out[64];
    struct nlmsghdr *h = request(out, RTM_GETLINK, 0, sizeof(struct ifinfomsg));
    ((struct ifinfomsg *)NLMSG_DATA(h))->ifi_index = device;
    transmit(h, h->nlmsg_len);
    receive();
    return link_sum((void *)buffer);
}

static void w4(void) {
    repeat_gets(get);
}

/* ---- W5: macvtaps */

static void delete(int type, const void *value, int length) {
    char out[256];
    struct nlmsghdr *h = request(out, RTM_DELLINK, NLM_F_ACK, sizeof(struct ifinfomsg));
    put(h, type, value, length);
    transmit(h, h->nlmsg_len);
    await_ack();
}

static void delete_group(uint32_t group) {
    delete(IFLA_GROUP, &group, sizeof group);
}

static void create(const char *name, uint32_t group) {
    char out[256];
    struct nlmsghdr *h = macvtap_request(out, NLM_F_ACK, name, device, 0, group);
    transmit(h, h->nlmsg_len);
    await_ack();
}

static void create_and_delete(uint32_t i) {
    (void)i;
    create("mt0", 0);
    delete(IFLA_IFNAME, "mt0", 4);
}

static void w5_single(void) {
    repeat(create_and_delete);
    puts("");
}

static void w5_bulk(void) {
    delete_in_bulk(create, delete_group);
}

/* ---- W6: messages without a socket */

static void decode(uint32_t i) {
    (void)i;
    sum += link_sum((void *)message);
}

static void w6_decode(void) {
    sum = 0;
    repeat(decode);
    printf(" sum=%lu\n", sum);
}

static char out[256];
static uint32_t length;

static void encode(uint32_t i) {
    (void)i;
    length = macvtap_request(out, NLM_F_ACK, "macvtap0", 3, MAC, 0)->nlmsg_len;
    __asm__ volatile("" ::"r"(out) : "memory"); /* each message is made */
}

static void w6_encode(void) {
    repeat(encode);
    print_hex(out, length);
}

/* ---- W7: events */

static void w7(void) {
    open_socket();
    begin_to_listen(fd);
    while (!heard.done) {
        int n = recv(fd, buffer, sizeof buffer, 0);
        if (n < 0 && errno == ENOBUFS) {
            heard.overruns++;
        } else if (n < 0) {
            die("recv");
        }
        for (struct nlmsghdr *h = (void *)buffer; NLMSG_OK(h, n); h = NLMSG_NEXT(h, n)) {
            hear(route_sum(h));
        }
    }
    close(fd);
    print_heard();
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
    open_socket();
    device = 1;
    printf("%lu\n", get());
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
