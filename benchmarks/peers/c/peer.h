/*
 * What the peers written in C share: the protocol (see ../README.md), the clock, and the checksums that prove the work.
 * A program is called as: peer SUBJECT [NAME=VALUE...]. It prints "ready", and for each line that it reads does one round and
 * prints a line of NAME=VALUE.
 */
#ifndef PEER_H
#define PEER_H

#include <errno.h>
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* Inlined, and with it the step that it is given: a limit has no call through a pointer. */
#define INLINE static inline __attribute__((always_inline))

static int parameters;
static char **parameter;
static uint32_t device, first; /* parameters of most subjects: the index of a device, and the first address in host byte order */

static inline void die(const char *what) {
    perror(what);
    exit(1);
}

static inline const char *optional_text(const char *name, const char *otherwise) {
    for (int i = 0; i < parameters; i++) {
        if (!strncmp(parameter[i], name, strlen(name)) && parameter[i][strlen(name)] == '=') {
            return parameter[i] + strlen(name) + 1;
        }
    }
    return otherwise;
}

static inline const char *text(const char *name) {
    const char *value = optional_text(name, NULL);
    if (!value) {
        fprintf(stderr, "no parameter %s\n", name);
        exit(1);
    }
    return value;
}

static inline long number(const char *name) {
    return atol(text(name));
}

static inline uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ULL + t.tv_nsec;
}

struct subject {
    const char *name;
    void (*prepare)(void);
    void (*round)(void);
};

/* Serves the subject that the command line names; the table ends with a null name. */
static inline int serve(const struct subject *subjects, int argc, char **argv) {
    parameters = argc - 2;
    parameter = argv + 2;
    device = atol(optional_text("device", "0"));
    first = atol(optional_text("first", "0"));
    for (const struct subject *s = subjects; argc > 1 && s->name; s++) {
        if (!strcmp(s->name, argv[1])) {
            s->prepare();
            puts("ready");
            fflush(stdout);
            char line[64];
            while (fgets(line, sizeof line, stdin)) {
                s->round();
                fflush(stdout);
            }
            return 0;
        }
    }
    fprintf(stderr, "no such subject\n");
    return 2;
}

static inline uint64_t mac_sum(const uint8_t *mac) {
    return mac[0] + mac[1] + mac[2] + mac[3] + mac[4] + mac[5];
}

static inline int ascending(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Does a step so many times, and prints how long that took. */
INLINE void repeat(void (*step)(uint32_t number)) {
    long n = number("count");
    uint64_t start = now();
    for (long i = 0; i < n; i++) {
        step(i);
    }
    printf("nanos=%lu count=%ld", now() - start, n);
}

/* W4: gets the device so many times, and prints the median and the 99th percentile of the latencies. */
INLINE void repeat_gets(uint64_t (*get)(void)) {
    long n = number("count");
    uint64_t *ns = malloc(n * sizeof *ns), sum = 0, start = now();
    for (long i = 0; i < n; i++) {
        uint64_t begin = now();
        sum += get();
        ns[i] = now() - begin;
    }
    printf("nanos=%lu count=%ld sum=%lu", now() - start, n, sum);
    qsort(ns, n, sizeof *ns, ascending);
    printf(" p50=%lu p99=%lu\n", ns[n / 2], ns[n * 99 / 100]);
    free(ns);
}

/* W5: makes macvtaps of a group, and then deletes all of them at once. */
static inline void delete_in_bulk(void (*create)(const char *name, uint32_t group), void (*delete_group)(uint32_t group)) {
    long n = number("count"), group = number("group");
    for (long i = 0; i < n; i++) {
        char name[32];
        snprintf(name, sizeof name, "mt%ld", i);
        create(name, group);
    }
    uint64_t start = now();
    delete_group(group);
    printf("nanos=%lu count=%ld\n", now() - start, n);
}

/* W6: what every subject encodes and decodes. */
static const uint8_t MAC[] = {0x52, 0x54, 0, 0xc7, 0x3e, 0xce};
static char message[65536];

static inline void load(void) {
    FILE *f = fopen(text("message"), "rb");
    if (!f || !fread(message, 1, sizeof message, f)) {
        die("message");
    }
    fclose(f);
}

static inline void none(void) {}

/* Prints the bytes of an encoded message, which are its proof, and ends the line. */
static inline void print_hex(const void *bytes, uint32_t length) {
    printf(" hex=");
    for (uint32_t i = 0; i < length; i++) {
        printf("%02x", ((const uint8_t *)bytes)[i]);
    }
    puts("");
}

/* A socket that hears of changes of IPv4 routes, with a buffer of so many bytes, 0 for the default; then says so. */
static inline void listen_to_routes(int fd) {
    int size = number("buffer"), group = RTNLGRP_IPV4_ROUTE;
    if (size && setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size) < 0) {
        die("SO_RCVBUFFORCE");
    }
    if (setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) < 0) {
        die("NETLINK_ADD_MEMBERSHIP");
    }
    puts("listening");
    fflush(stdout);
}

/* W7: what was heard, and how long from the first to the last of it. */
static struct {
    uint64_t sentinel, first, last, seen, overruns;
    int done;
} heard;

static inline void begin_to_listen(int fd) {
    memset(&heard, 0, sizeof heard);
    heard.sentinel = number("sentinel") + device;
    listen_to_routes(fd);
}

static inline void hear(uint64_t route) {
    if (route == heard.sentinel) {
        heard.done = 1;
    } else if (!heard.done) {
        heard.last = now();
        heard.first = heard.first ? heard.first : heard.last;
        heard.seen++;
    }
}

static inline void print_heard(void) {
    printf("nanos=%lu seen=%lu overruns=%lu\n", heard.last - heard.first, heard.seen, heard.overruns);
}

#endif
