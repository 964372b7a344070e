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

static int parameters;
static char **parameter;

static inline void die(const char *what) {
    perror(what);
    exit(1);
}

static inline const char *text(const char *name) {
    for (int i = 0; i < parameters; i++) {
        if (!strncmp(parameter[i], name, strlen(name)) && parameter[i][strlen(name)] == '=') {
            return parameter[i] + strlen(name) + 1;
        }
    }
    fprintf(stderr, "no parameter %s\n", name);
    exit(1);
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

/* Prints the median and the 99th percentile of latencies, which it sorts. */
static inline void print_latencies(uint64_t *ns, int n) {
    qsort(ns, n, sizeof *ns, ascending);
    printf(" p50=%lu p99=%lu", ns[n / 2], ns[(long)n * 99 / 100]);
}

/* Prints the bytes of an encoded message, which are its proof, and ends the line. */
static inline void print_hex(const void *bytes, uint32_t length) {
    printf("hex=");
    for (uint32_t i = 0; i < length; i++) {
        printf("%02x", ((const uint8_t *)bytes)[i]);
    }
    puts("");
}

/* Reads a file into memory that is large enough. */
static inline void load_message(char *into, size_t room) {
    FILE *f = fopen(text("message"), "rb");
    if (!f || !fread(into, 1, room, f)) {
        die("message");
    }
    fclose(f);
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

#endif
