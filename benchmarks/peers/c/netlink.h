/* A netlink socket and messages by hand, for the programs that use no library. */
#ifndef NETLINK_H
#define NETLINK_H

#include "peer.h"

#define RECEIVE_BUFFER 32768

static int fd;
static uint32_t sequence;
static char buffer[RECEIVE_BUFFER];

static inline void open_socket(void) {
    struct sockaddr_nl local = {.nl_family = AF_NETLINK};
    fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    if (fd < 0 || bind(fd, (struct sockaddr *)&local, sizeof local) < 0) {
        die("socket");
    }
}

/* A request with a fixed header. */
static inline struct nlmsghdr *request(void *at, int type, int flags, int header) {
    struct nlmsghdr *h = at;
    memset(at, 0, NLMSG_SPACE(header));
    *h = (struct nlmsghdr){NLMSG_LENGTH(header), type, NLM_F_REQUEST | flags, ++sequence, 0};
    return h;
}

static inline struct rtattr *put(struct nlmsghdr *h, int type, const void *data, int length) {
    struct rtattr *a = (void *)((char *)h + NLMSG_ALIGN(h->nlmsg_len));
    a->rta_type = type;
    a->rta_len = RTA_LENGTH(length);
    if (length) {
        memcpy(RTA_DATA(a), data, length);
    }
    h->nlmsg_len = NLMSG_ALIGN(h->nlmsg_len) + RTA_ALIGN(a->rta_len);
    return a;
}

static inline void close_nest(struct nlmsghdr *h, struct rtattr *nest) {
    nest->rta_len = (char *)h + h->nlmsg_len - (char *)nest;
}

static inline void transmit(const void *data, size_t length) {
    if (send(fd, data, length, 0) != (ssize_t)length) {
        die("send");
    }
}

static inline ssize_t receive(void) {
    ssize_t n = recv(fd, buffer, sizeof buffer, 0);
    if (n < 0) {
        die("recv");
    }
    return n;
}

/* Receives until the acknowledgement of the last request. */
static inline void await_ack(void) {
    for (;;) {
        struct nlmsghdr *h = (void *)buffer;
        receive();
        if (h->nlmsg_type == NLMSG_ERROR) {
            struct nlmsgerr *e = NLMSG_DATA(h);
            if (e->error) {
                errno = -e->error;
                die("refused");
            }
            if (h->nlmsg_seq == sequence) {
                return;
            }
        }
    }
}

/* RTM_NEWROUTE or RTM_DELROUTE of a /32 of the main table to a device; the address in host byte order. */
static inline struct nlmsghdr *route_request(void *at, int type, int flags, uint32_t address) {
    struct nlmsghdr *h = request(at, type, flags, sizeof(struct rtmsg));
    struct rtmsg *r = NLMSG_DATA(h);
    uint32_t be = __builtin_bswap32(address);
    *r = (struct rtmsg){.rtm_family = AF_INET, .rtm_dst_len = 32, .rtm_table = RT_TABLE_MAIN, .rtm_protocol = RTPROT_BOOT,
                        .rtm_scope = RT_SCOPE_LINK, .rtm_type = RTN_UNICAST};
    put(h, RTA_DST, &be, 4);
    put(h, RTA_OIF, &device, 4);
    return h;
}

/* RTM_NEWLINK that makes a macvtap in VEPA mode. */
static inline struct nlmsghdr *macvtap_request(
        void *at, int flags, const char *name, uint32_t lower, const uint8_t *mac, uint32_t group) {
    uint32_t vepa = MACVLAN_MODE_VEPA;
    struct nlmsghdr *h = request(at, RTM_NEWLINK, flags | NLM_F_CREATE | NLM_F_EXCL, sizeof(struct ifinfomsg));
    put(h, IFLA_IFNAME, name, strlen(name) + 1);
    struct rtattr *info = put(h, IFLA_LINKINFO, 0, 0);
    put(h, IFLA_INFO_KIND, "macvtap", 8);
    struct rtattr *data = put(h, IFLA_INFO_DATA, 0, 0);
    put(h, IFLA_MACVLAN_MODE, &vepa, 4);
    close_nest(h, data);
    close_nest(h, info);
    put(h, IFLA_LINK, &lower, 4);
    if (mac) {
        put(h, IFLA_ADDRESS, mac, 6);
    }
    if (group) {
        put(h, IFLA_GROUP, &group, 4);
    }
    return h;
}

#endif
