/*
 * Preloaded into dcb, which asks before it sets: answers for a device without data centre bridging. Its objects of IEEE are the octets
 * that DCB_IEEE has in hexadecimal, else all, all zero; its mode of DCBX is the decimal number DCB_DCBX.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <linux/dcbnl.h>
#include <linux/rtnetlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static char *put(char *to, int type, const void *data, size_t length)
{
	struct rtattr *attribute = (struct rtattr *)to;

	memset(to, 0, RTA_SPACE(length));
	attribute->rta_type = type;
	attribute->rta_len = RTA_LENGTH(length);
	memcpy(RTA_DATA(attribute), data, length);
	return to + RTA_SPACE(length);
}

static char *ieee(char *to)
{
	static const char zero[512];
	const char *text = getenv("DCB_IEEE");
	char objects[4096], *end = objects;
	unsigned int octet;

	if (text) {
		for (; end < objects + sizeof(objects) && sscanf(text, "%2x", &octet) == 1; text += 2)
			*end++ = octet;
	} else {
		end = put(end, DCB_ATTR_IEEE_ETS, zero, sizeof(struct ieee_ets));
		end = put(end, DCB_ATTR_IEEE_PFC, zero, sizeof(struct ieee_pfc));
		end = put(end, DCB_ATTR_IEEE_MAXRATE, zero, sizeof(struct ieee_maxrate));
		end = put(end, DCB_ATTR_DCB_BUFFER, zero, sizeof(struct dcbnl_buffer));
		end = put(end, DCB_ATTR_IEEE_APP_TABLE, zero, 0);
	}
	return put(to, DCB_ATTR_IEEE | NLA_F_NESTED, objects, end - objects);
}

static char *dcbx(char *to)
{
	const char *text = getenv("DCB_DCBX");
	char mode = text ? atoi(text) : 0;

	return put(to, DCB_ATTR_DCBX, &mode, sizeof(mode));
}

ssize_t recvmsg(int socket, struct msghdr *message, int flags)
{
	ssize_t (*next)(int, struct msghdr *, int) = dlsym(RTLD_NEXT, "recvmsg");
	ssize_t length = next(socket, message, flags);
	char *begin = message->msg_iov[0].iov_base, *end = begin + NLMSG_LENGTH(sizeof(struct dcbmsg));
	struct dcbmsg dcb = { .cmd = DCB_CMD_IEEE_GET };
	struct nlmsghdr header;
	struct nlmsgerr error;

	if (length < (ssize_t)NLMSG_LENGTH(sizeof(error)))
		return length;
	memcpy(&header, begin, sizeof(header));
	memcpy(&error, begin + NLMSG_HDRLEN, sizeof(error));
	if (header.nlmsg_type != NLMSG_ERROR || error.error != -EOPNOTSUPP || error.msg.nlmsg_type != RTM_GETDCB)
		return length;

	end = dcbx(ieee(end));
	header.nlmsg_type = RTM_GETDCB;
	header.nlmsg_flags = 0;
	header.nlmsg_len = end - begin;
	memcpy(begin, &header, sizeof(header));
	memcpy(begin + NLMSG_HDRLEN, &dcb, sizeof(dcb));

	header.nlmsg_type = NLMSG_ERROR; /* the acknowledgement */
	header.nlmsg_len = NLMSG_LENGTH(sizeof(error));
	error.error = 0;
	memcpy(end, &header, sizeof(header));
	memcpy(end + NLMSG_HDRLEN, &error, sizeof(error));
	return end + NLMSG_LENGTH(sizeof(error)) - begin;
}
