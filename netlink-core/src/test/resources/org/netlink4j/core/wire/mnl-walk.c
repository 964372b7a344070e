/* Walks byte sequences as libmnl does: mnl-walk FILE, in which each stands behind its length, a u32 in host byte order. */
#include <libmnl/libmnl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_DEPTH 16

static void attributes(const char *payload, size_t size, int depth)
{
	const struct nlattr *attr = (const struct nlattr *) payload;

	for (; mnl_attr_ok(attr, payload + size - (const char *) attr); attr = mnl_attr_next(attr)) {
		printf("a %d %u %u\n", depth, attr->nla_type, mnl_attr_get_payload_len(attr));
		if ((attr->nla_type & NLA_F_NESTED) && depth < MAX_DEPTH)
			attributes(mnl_attr_get_payload(attr), mnl_attr_get_payload_len(attr), depth + 1);
	}
	if (payload + size - (const char *) attr >= (long) sizeof(struct nlattr))
		puts("rejected");
}

static void messages(const void *bytes, int left)
{
	const struct nlmsghdr *message = bytes;

	while (mnl_nlmsg_ok(message, left)) {
		if (message->nlmsg_len > INT32_MAX) /* which libmnl takes for negative, and so for small */
			break;
		printf("m %u %u %u %u %u\n", message->nlmsg_len, message->nlmsg_type, message->nlmsg_flags, message->nlmsg_seq,
		       message->nlmsg_pid);
		attributes(mnl_nlmsg_get_payload(message), mnl_nlmsg_get_payload_len(message), 0);
		message = mnl_nlmsg_next(message, &left);
	}
	if (left > 0)
		puts("rejected");
	puts("end");
}

int main(int argc, char **argv)
{
	FILE *in = argc == 2 ? fopen(argv[1], "rb") : NULL;
	uint32_t length;

	if (!in)
		return 2;
	while (fread(&length, sizeof(length), 1, in) == 1) {
		char *bytes = malloc(length + 1);

		if (!bytes || fread(bytes, 1, length, in) != length)
			return 1;
		messages(bytes, length);
		free(bytes);
	}
	return 0;
}
