/* libnl-route: objects, and caches of them. */
#include "peer.h"

#include <arpa/inet.h>
#include <netlink/cache.h>
#include <netlink/msg.h>
#include <netlink/netlink.h>
#include <netlink/route/link.h>
#include <netlink/route/link/macvtap.h>
#include <netlink/route/nexthop.h>
#include <netlink/route/route.h>

static struct nl_sock *nl;
static uint64_t count, sum;

static int checked(int result) {
    if (result < 0) {
        nl_perror(result, "libnl");
        exit(1);
    }
    return result;
}

static void open_socket(void) {
    nl = nl_socket_alloc();
    checked(nl_connect(nl, NETLINK_ROUTE));
    checked(nl_socket_set_msg_buf_size(nl, 32768));
}

static uint64_t link_sum(struct rtnl_link *link) {
    return rtnl_link_get_ifindex(link) + strlen(rtnl_link_get_name(link)) + rtnl_link_get_mtu(link)
           + mac_sum(nl_addr_get_binary_addr(rtnl_link_get_addr(link)));
}

static uint64_t route_sum(struct rtnl_route *route) {
    return (uint64_t)ntohl(*(uint32_t *)nl_addr_get_binary_addr(rtnl_route_get_dst(route)))
           + rtnl_route_nh_get_ifindex(rtnl_route_nexthop_n(route, 0));
}

static void see_link(struct nl_object *object, void *data) {
    (void)data;
    count++;
    sum += link_sum((struct rtnl_link *)object);
}

static void see_route(struct nl_object *object, void *data) {
    (void)data;
    count++;
    sum += route_sum((struct rtnl_route *)object);
}

/* ---- W1 */

static void w1(void) {
    struct nl_cache *cache;
    uint64_t start = now();
    count = sum = 0;
    checked(rtnl_link_alloc_cache(nl, AF_UNSPEC, &cache));
    nl_cache_foreach(cache, see_link, NULL);
    nl_cache_free(cache);
    printf("nanos=%lu count=%lu sum=%lu\n", now() - start, count, sum);
}

/* ---- W2: a cache of so many routes takes minutes */

static int parse_route(struct nl_msg *msg, void *data) {
    checked(nl_msg_parse(msg, see_route, data));
    return NL_OK;
}

static void w2(void) {
    uint64_t start = now();
    struct rtmsg all = {.rtm_family = AF_INET};
    count = sum = 0;
    nl_socket_modify_cb(nl, NL_CB_VALID, NL_CB_CUSTOM, parse_route, NULL);
    checked(nl_send_simple(nl, RTM_GETROUTE, NLM_F_DUMP, &all, sizeof all));
    checked(nl_recvmsgs_default(nl));
    printf("nanos=%lu count=%lu sum=%lu\n", now() - start, count, sum);
}

/* ---- W3 */

static void insert(uint32_t i) {
    uint32_t be = htonl(first + i);
    struct nl_addr *to = nl_addr_build(AF_INET, &be, 4);
    struct rtnl_route *route = rtnl_route_alloc();
    struct rtnl_nexthop *hop = rtnl_route_nh_alloc();
    rtnl_route_set_family(route, AF_INET);
    rtnl_route_set_table(route, RT_TABLE_MAIN);
    rtnl_route_set_scope(route, RT_SCOPE_LINK);
    rtnl_route_set_protocol(route, RTPROT_BOOT);
    checked(rtnl_route_set_dst(route, to));
    rtnl_route_nh_set_ifindex(hop, device);
    rtnl_route_add_nexthop(route, hop);
    checked(rtnl_route_add(nl, route, NLM_F_EXCL));
    rtnl_route_put(route);
    nl_addr_put(to);
}

static void w3(void) {
    repeat(insert);
    puts("");
}

/* ---- W4 */

static uint64_t get(void) {
    struct rtnl_link *link;
    checked(rtnl_link_get_kernel(nl, device, NULL, &link));
    uint64_t found = link_sum(link);
    rtnl_link_put(link);
    return found;
}

static void w4(void) {
    repeat_gets(get);
}

/* ---- W5 */

static struct rtnl_link *macvtap(const char *name, int lower) {
    struct rtnl_link *link = rtnl_link_macvtap_alloc();
    rtnl_link_set_name(link, name);
    rtnl_link_set_link(link, lower);
    checked(rtnl_link_macvtap_set_mode(link, rtnl_link_macvtap_str2mode("vepa")));
    return link;
}

static void create_and_delete(uint32_t i) {
    (void)i;
    struct rtnl_link *link = macvtap("mt0", device), *which = rtnl_link_alloc();
    checked(rtnl_link_add(nl, link, NLM_F_CREATE | NLM_F_EXCL));
    rtnl_link_set_name(which, "mt0");
    checked(rtnl_link_delete(nl, which));
    rtnl_link_put(link);
    rtnl_link_put(which);
}

static void w5(void) {
    repeat(create_and_delete);
    puts("");
}

/* ---- W6 */

static void decode(uint32_t i) {
    (void)i;
    struct nl_msg *msg = nlmsg_convert((struct nlmsghdr *)message);
    nlmsg_set_proto(msg, NETLINK_ROUTE);
    checked(nl_msg_parse(msg, see_link, NULL));
    nlmsg_free(msg);
}

static void w6_decode(void) {
    sum = 0;
    repeat(decode);
    printf(" sum=%lu\n", sum);
}

static struct nl_msg *encoded;
static struct nl_addr *address;

static void encode(uint32_t i) {
    (void)i;
    struct rtnl_link *link = macvtap("macvtap0", 3);
    rtnl_link_set_addr(link, address);
    nlmsg_free(encoded);
    checked(rtnl_link_build_add_request(link, NLM_F_CREATE | NLM_F_EXCL, &encoded));
    rtnl_link_put(link);
}

static void w6_encode(void) {
    address = nl_addr_build(AF_LLC, MAC, sizeof MAC);
    repeat(encode);
    print_hex(nlmsg_hdr(encoded), nlmsg_hdr(encoded)->nlmsg_len);
    nl_addr_put(address);
}

/* ---- W7 */

static void see_event(struct nl_object *object, void *data) {
    (void)data;
    hear(route_sum((struct rtnl_route *)object));
}

static int parse_event(struct nl_msg *msg, void *data) {
    checked(nl_msg_parse(msg, see_event, data));
    return NL_OK;
}

static void w7(void) {
    open_socket();
    nl_socket_disable_seq_check(nl);
    nl_socket_modify_cb(nl, NL_CB_VALID, NL_CB_CUSTOM, parse_event, NULL);
    begin_to_listen(nl_socket_get_fd(nl));
    while (!heard.done) {
        int result = nl_recvmsgs_default(nl);
        if (result == -NLE_NOMEM) {
            heard.overruns++;
        } else {
            checked(result);
        }
    }
    nl_socket_free(nl);
    print_heard();
}

static const struct subject SUBJECTS[] = {
    {"W1", open_socket, w1}, {"W2", open_socket, w2}, {"W3", open_socket, w3}, {"W4", open_socket, w4}, {"W5", open_socket, w5},
    {"W6.decode", load, w6_decode}, {"W6.encode", none, w6_encode}, {"W7", none, w7}, {0, 0, 0}};

int main(int argc, char **argv) {
    return serve(SUBJECTS, argc, argv);
}
