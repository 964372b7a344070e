/* libmnl, as its examples use it: attributes are validated and gathered in a table. */
#include "peer.h"

#include <arpa/inet.h>
#include <libmnl/libmnl.h>

static struct mnl_socket *nl;
static unsigned int port, sequence;
static char buffer[32768];
static uint64_t count, sum;

static void open_socket(void) {
    nl = mnl_socket_open(NETLINK_ROUTE);
    if (!nl || mnl_socket_bind(nl, 0, MNL_SOCKET_AUTOPID) < 0) {
        die("mnl_socket_open");
    }
    port = mnl_socket_get_portid(nl);
}

static struct nlmsghdr *begin(void *at, int type, int flags) {
    struct nlmsghdr *h = mnl_nlmsg_put_header(at);
    h->nlmsg_type = type;
    h->nlmsg_flags = NLM_F_REQUEST | flags;
    h->nlmsg_seq = ++sequence;
    return h;
}

static void transmit(const void *data, size_t length) {
    if (mnl_socket_sendto(nl, data, length) < 0) {
        die("mnl_socket_sendto");
    }
}

/* Receives until the end of the answer. */
static void converse(const struct nlmsghdr *h, mnl_cb_t callback) {
    transmit(h, h->nlmsg_len);
    int more = 1;
    while (more > 0) {
        ssize_t n = mnl_socket_recvfrom(nl, buffer, sizeof buffer);
        more = n < 0 ? -1 : mnl_cb_run(buffer, n, sequence, port, callback, NULL);
    }
    if (more < 0) {
        die("libmnl");
    }
}

static int link_attribute(const struct nlattr *a, void *data) {
    static const enum mnl_attr_data_type TYPES[IFLA_MAX + 1] = {
        [IFLA_MTU] = MNL_TYPE_U32, [IFLA_IFNAME] = MNL_TYPE_NUL_STRING, [IFLA_ADDRESS] = MNL_TYPE_BINARY,
        [IFLA_LINKINFO] = MNL_TYPE_NESTED, [IFLA_AF_SPEC] = MNL_TYPE_NESTED};
    if (mnl_attr_type_valid(a, IFLA_MAX) > 0) {
        int type = mnl_attr_get_type(a);
        if (TYPES[type] && mnl_attr_validate(a, TYPES[type]) < 0) {
            return MNL_CB_ERROR;
        }
        ((const struct nlattr **)data)[type] = a;
    }
    return MNL_CB_OK;
}

static int info_attribute(const struct nlattr *a, void *data) {
    if (mnl_attr_type_valid(a, IFLA_INFO_MAX) > 0) {
        ((const struct nlattr **)data)[mnl_attr_get_type(a)] = a;
    }
    return MNL_CB_OK;
}

static uint64_t unproven;

static int see_link(const struct nlmsghdr *h, void *data) {
    (void)data;
    const struct ifinfomsg *link = mnl_nlmsg_get_payload(h);
    const struct nlattr *a[IFLA_MAX + 1] = {0}, *info[IFLA_INFO_MAX + 1] = {0}, *at, *inner;
    mnl_attr_parse(h, sizeof *link, link_attribute, a);
    if (a[IFLA_LINKINFO]) {
        mnl_attr_parse_nested(a[IFLA_LINKINFO], info_attribute, info);
    }
    if (info[IFLA_INFO_DATA]) {
        mnl_attr_for_each_nested(at, info[IFLA_INFO_DATA]) {
            unproven += mnl_attr_get_len(at);
        }
    }
    if (a[IFLA_AF_SPEC]) {
        mnl_attr_for_each_nested(at, a[IFLA_AF_SPEC]) {
            mnl_attr_for_each_nested(inner, at) {
                unproven += mnl_attr_get_len(inner);
            }
        }
    }
    count++;
    sum += link->ifi_index + strlen(mnl_attr_get_str(a[IFLA_IFNAME])) + mnl_attr_get_u32(a[IFLA_MTU])
           + mac_sum(mnl_attr_get_payload(a[IFLA_ADDRESS]));
    return MNL_CB_OK;
}

static int route_attribute(const struct nlattr *a, void *data) {
    static const enum mnl_attr_data_type TYPES[RTA_MAX + 1] = {
        [RTA_DST] = MNL_TYPE_U32, [RTA_OIF] = MNL_TYPE_U32, [RTA_TABLE] = MNL_TYPE_U32};
    if (mnl_attr_type_valid(a, RTA_MAX) > 0) {
        int type = mnl_attr_get_type(a);
        if (TYPES[type] && mnl_attr_validate(a, TYPES[type]) < 0) {
            return MNL_CB_ERROR;
        }
        ((const struct nlattr **)data)[type] = a;
    }
    return MNL_CB_OK;
}

static uint64_t route_sum(const struct nlmsghdr *h) {
    const struct nlattr *a[RTA_MAX + 1] = {0};
    mnl_attr_parse(h, sizeof(struct rtmsg), route_attribute, a);
    return (uint64_t)ntohl(mnl_attr_get_u32(a[RTA_DST])) + mnl_attr_get_u32(a[RTA_OIF]);
}

static int see_route(const struct nlmsghdr *h, void *data) {
    (void)data;
    count++;
    sum += route_sum(h);
    return MNL_CB_OK;
}

/* ---- W1, W2 */

static void dump(int type, int family, int header, mnl_cb_t callback) {
    char out[64];
    uint64_t start = now();
    struct nlmsghdr *h = begin(out, type, NLM_F_DUMP);
    *(uint8_t *)mnl_nlmsg_put_extra_header(h, header) = family;
    count = sum = 0;
    converse(h, callback);
    printf("nanos=%lu count=%lu sum=%lu\n", now() - start, count, sum);
}

static void w1(void) {
    dump(RTM_GETLINK, AF_UNSPEC, sizeof(struct ifinfomsg), see_link);
}

static void w2(void) {
    dump(RTM_GETROUTE, AF_INET, sizeof(struct rtmsg), see_route);
}

/* ---- W3 */

static struct nlmsghdr *route_request(void *at, int flags, uint32_t address) {
    struct nlmsghdr *h = begin(at, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL | flags);
    struct rtmsg *r = mnl_nlmsg_put_extra_header(h, sizeof *r);
    r->rtm_family = AF_INET;
    r->rtm_dst_len = 32;
    r->rtm_table = RT_TABLE_MAIN;
    r->rtm_protocol = RTPROT_BOOT;
    r->rtm_scope = RT_SCOPE_LINK;
    r->rtm_type = RTN_UNICAST;
    mnl_attr_put_u32(h, RTA_DST, htonl(address));
    mnl_attr_put_u32(h, RTA_OIF, device);
    return h;
}

static void insert(uint32_t i) {
    char out[256];
    converse(route_request(out, NLM_F_ACK, first + i), NULL);
}

static void w3(void) {
    repeat(insert);
    puts("");
}

/* A batch of libmnl, whose last request asks for an answer. */
static void w3_batch(void) {
    long n = number("count"), size = number("batch");
    static char room[65536];
    uint64_t start = now();
    for (long i = 0; i < n;) {
        struct mnl_nlmsg_batch *batch = mnl_nlmsg_batch_start(room, sizeof room);
        long end = i + size < n ? i + size : n;
        for (; i < end; i++) {
            route_request(mnl_nlmsg_batch_current(batch), i + 1 == end ? NLM_F_ACK : 0, first + i);
            mnl_nlmsg_batch_next(batch);
        }
        transmit(mnl_nlmsg_batch_head(batch), mnl_nlmsg_batch_size(batch));
        ssize_t got = mnl_socket_recvfrom(nl, buffer, sizeof buffer);
        if (got < 0 || mnl_cb_run(buffer, got, sequence, port, NULL, NULL) < 0) {
            die("libmnl batch");
        }
        mnl_nlmsg_batch_stop(batch);
    }
    printf("nanos=%lu count=%ld\n", now() - start, n);
}

/* ---- W4 */

static uint64_t get(void) {
    char out[64];
    struct nlmsghdr *h = begin(out, RTM_GETLINK, 0);
    ((struct ifinfomsg *)mnl_nlmsg_put_extra_header(h, sizeof(struct ifinfomsg)))->ifi_index = device;
    transmit(h, h->nlmsg_len);
    sum = 0;
    ssize_t got = mnl_socket_recvfrom(nl, buffer, sizeof buffer);
    if (got < 0 || mnl_cb_run(buffer, got, sequence, port, see_link, NULL) < 0) {
        die("libmnl get");
    }
    return sum;
}

static void w4(void) {
    repeat_gets(get);
}

/* ---- W5 */

static struct nlmsghdr *macvtap_request(
        void *at, int flags, const char *name, uint32_t lower, const uint8_t *mac, uint32_t group) {
    struct nlmsghdr *h = begin(at, RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL | flags);
    mnl_nlmsg_put_extra_header(h, sizeof(struct ifinfomsg));
    mnl_attr_put_strz(h, IFLA_IFNAME, name);
    struct nlattr *info = mnl_attr_nest_start(h, IFLA_LINKINFO);
    mnl_attr_put_strz(h, IFLA_INFO_KIND, "macvtap");
    struct nlattr *data = mnl_attr_nest_start(h, IFLA_INFO_DATA);
    mnl_attr_put_u32(h, IFLA_MACVLAN_MODE, MACVLAN_MODE_VEPA);
    mnl_attr_nest_end(h, data);
    mnl_attr_nest_end(h, info);
    mnl_attr_put_u32(h, IFLA_LINK, lower);
    if (mac) {
        mnl_attr_put(h, IFLA_ADDRESS, 6, mac);
    }
    if (group) {
        mnl_attr_put_u32(h, IFLA_GROUP, group);
    }
    return h;
}

static void create(const char *name, uint32_t group) {
    char out[512];
    converse(macvtap_request(out, NLM_F_ACK, name, device, NULL, group), NULL);
}

static struct nlmsghdr *deletion(void *at) {
    struct nlmsghdr *h = begin(at, RTM_DELLINK, NLM_F_ACK);
    mnl_nlmsg_put_extra_header(h, sizeof(struct ifinfomsg));
    return h;
}

static void delete_group(uint32_t group) {
    char out[256];
    struct nlmsghdr *h = deletion(out);
    mnl_attr_put_u32(h, IFLA_GROUP, group);
    converse(h, NULL);
}

static void create_and_delete(uint32_t i) {
    (void)i;
    char out[256];
    create("mt0", 0);
    struct nlmsghdr *h = deletion(out);
    mnl_attr_put_strz(h, IFLA_IFNAME, "mt0");
    converse(h, NULL);
}

static void w5(void) {
    repeat(create_and_delete);
    puts("");
}

static void w5_bulk(void) {
    delete_in_bulk(create, delete_group);
}

/* ---- W6 */

static void decode(uint32_t i) {
    (void)i;
    see_link((void *)message, NULL);
}

static void w6_decode(void) {
    sum = 0;
    repeat(decode);
    printf(" sum=%lu\n", sum);
}

static char out[512];
static uint32_t length;

static void encode(uint32_t i) {
    (void)i;
    length = macvtap_request(out, NLM_F_ACK, "macvtap0", 3, MAC, 0)->nlmsg_len;
}

static void w6_encode(void) {
    repeat(encode);
    print_hex(out, length);
}

/* ---- W7 */

static int see_event(const struct nlmsghdr *h, void *data) {
    (void)data;
    hear(route_sum(h));
    return MNL_CB_OK;
}

static void w7(void) {
    open_socket();
    begin_to_listen(mnl_socket_get_fd(nl));
    while (!heard.done) {
        ssize_t n = mnl_socket_recvfrom(nl, buffer, sizeof buffer);
        if (n < 0 && errno == ENOBUFS) {
            heard.overruns++;
        } else if (n < 0 || mnl_cb_run(buffer, n, 0, 0, see_event, NULL) < 0) {
            die("libmnl");
        }
    }
    mnl_socket_close(nl);
    print_heard();
}

static const struct subject SUBJECTS[] = {
    {"W1", open_socket, w1}, {"W2", open_socket, w2}, {"W3", open_socket, w3}, {"W3.batch", open_socket, w3_batch},
    {"W4", open_socket, w4}, {"W5", open_socket, w5}, {"W5.bulk", open_socket, w5_bulk}, {"W6.decode", load, w6_decode},
    {"W6.encode", none, w6_encode}, {"W7", none, w7}, {0, 0, 0}};

int main(int argc, char **argv) {
    return serve(SUBJECTS, argc, argv);
}
