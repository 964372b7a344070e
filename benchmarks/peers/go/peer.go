// Go's vishvananda/netlink.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
	"unsafe"

	"github.com/vishvananda/netlink"
	"github.com/vishvananda/netlink/nl"
	"golang.org/x/sys/unix"
)

var parameters = map[string]string{}

func number(name string) int {
	n, err := strconv.Atoi(parameters[name])
	check(err)
	return n
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func linkSum(link netlink.Link) int64 {
	a := link.Attrs()
	sum := int64(a.Index) + int64(len(a.Name)) + int64(a.MTU)
	for _, octet := range a.HardwareAddr {
		sum += int64(octet)
	}
	return sum
}

func routeSum(route *netlink.Route) int64 {
	return int64(binary.BigEndian.Uint32(route.Dst.IP.To4())) + int64(route.LinkIndex)
}

func address(n int) *net.IPNet {
	ip := make(net.IP, 4)
	binary.BigEndian.PutUint32(ip, uint32(n))
	return &net.IPNet{IP: ip, Mask: net.CIDRMask(32, 32)}
}

func w1() string {
	start := time.Now()
	links, err := netlink.LinkList()
	check(err)
	var sum int64
	for _, link := range links {
		sum += linkSum(link)
	}
	return fmt.Sprintf("nanos=%d count=%d sum=%d", time.Since(start), len(links), sum)
}

func w2() string {
	start := time.Now()
	routes, err := netlink.RouteList(nil, netlink.FAMILY_V4)
	check(err)
	var sum int64
	for i := range routes {
		sum += routeSum(&routes[i])
	}
	return fmt.Sprintf("nanos=%d count=%d sum=%d", time.Since(start), len(routes), sum)
}

func w3() string {
	first, count, device := number("first"), number("count"), number("device")
	handle, err := netlink.NewHandle(unix.NETLINK_ROUTE)
	check(err)
	defer handle.Close()
	start := time.Now()
	for i := first; i < first+count; i++ {
		check(handle.RouteAdd(&netlink.Route{LinkIndex: device, Dst: address(i), Scope: netlink.SCOPE_LINK}))
	}
	return fmt.Sprintf("nanos=%d count=%d", time.Since(start), count)
}

func w4() string {
	count, device := number("count"), number("device")
	handle, err := netlink.NewHandle(unix.NETLINK_ROUTE)
	check(err)
	defer handle.Close()
	nanos := make([]int, count)
	var sum int64
	start := time.Now()
	for i := range nanos {
		begin := time.Now()
		link, err := handle.LinkByIndex(device)
		check(err)
		sum += linkSum(link)
		nanos[i] = int(time.Since(begin))
	}
	took := time.Since(start)
	sort.Ints(nanos)
	return fmt.Sprintf("nanos=%d count=%d sum=%d p50=%d p99=%d", took, count, sum, nanos[count/2], nanos[count*99/100])
}

func w5() string {
	count, device := number("count"), number("device")
	start := time.Now()
	for i := 0; i < count; i++ {
		attributes := netlink.NewLinkAttrs()
		attributes.Name, attributes.ParentIndex = "mt0", device
		link := &netlink.Macvtap{Macvlan: netlink.Macvlan{LinkAttrs: attributes, Mode: netlink.MACVLAN_MODE_VEPA}}
		check(netlink.LinkAdd(link))
		check(netlink.LinkDel(link))
	}
	return fmt.Sprintf("nanos=%d count=%d", time.Since(start), count)
}

func w6Decode() string {
	message, err := os.ReadFile(parameters["message"])
	check(err)
	count := number("count")
	header := (*unix.NlMsghdr)(unsafe.Pointer(&message[0]))
	var sum int64
	start := time.Now()
	for i := 0; i < count; i++ {
		link, err := netlink.LinkDeserialize(header, message[unix.SizeofNlMsghdr:])
		check(err)
		sum += linkSum(link)
	}
	return fmt.Sprintf("nanos=%d count=%d sum=%d", time.Since(start), count, sum)
}

// The library encodes only what it sends, so this is what its LinkAdd does before that.
func w6Encode() string {
	count := number("count")
	mac := net.HardwareAddr{0x52, 0x54, 0, 0xc7, 0x3e, 0xce}
	var encoded []byte
	start := time.Now()
	for i := 0; i < count; i++ {
		request := nl.NewNetlinkRequest(unix.RTM_NEWLINK, unix.NLM_F_CREATE|unix.NLM_F_EXCL|unix.NLM_F_ACK)
		request.AddData(nl.NewIfInfomsg(unix.AF_UNSPEC))
		request.AddData(nl.NewRtAttr(unix.IFLA_LINK, nl.Uint32Attr(3)))
		request.AddData(nl.NewRtAttr(unix.IFLA_IFNAME, nl.ZeroTerminated("macvtap0")))
		request.AddData(nl.NewRtAttr(unix.IFLA_ADDRESS, []byte(mac)))
		info := nl.NewRtAttr(unix.IFLA_LINKINFO, nil)
		info.AddRtAttr(nl.IFLA_INFO_KIND, nl.NonZeroTerminated("macvtap"))
		data := info.AddRtAttr(nl.IFLA_INFO_DATA, nil)
		data.AddRtAttr(nl.IFLA_MACVLAN_MODE, nl.Uint32Attr(nl.MACVLAN_MODE_VEPA))
		request.AddData(info)
		encoded = request.Serialize()
	}
	return fmt.Sprintf("nanos=%d count=%d hex=%s", time.Since(start), count, hex.EncodeToString(encoded))
}

// The library ends a subscription at the first overrun, and cannot be given a buffer.
func w7() string {
	sentinel := int64(number("sentinel") + number("device"))
	updates, done := make(chan netlink.RouteUpdate, 1024), make(chan struct{})
	var overruns int32
	check(netlink.RouteSubscribeWithOptions(updates, done, netlink.RouteSubscribeOptions{
		ErrorCallback: func(error) { atomic.AddInt32(&overruns, 1) }}))
	fmt.Println("listening")
	var first, last time.Time
	seen := 0
	for update := range updates {
		if routeSum(&update.Route) == sentinel {
			break
		}
		last = time.Now()
		if seen == 0 {
			first = last
		}
		seen++
	}
	result := fmt.Sprintf("nanos=%d seen=%d overruns=%d", last.Sub(first), seen, atomic.LoadInt32(&overruns))
	close(done)
	go func() {
		for range updates {
		}
	}()
	return result
}

func main() {
	for _, word := range os.Args[2:] {
		pair := strings.SplitN(word, "=", 2)
		parameters[pair[0]] = pair[1]
	}
	if os.Args[1] == "W8" {
		link, err := netlink.LinkByIndex(1)
		check(err)
		fmt.Println(linkSum(link))
		return
	}
	round := map[string]func() string{"W1": w1, "W2": w2, "W3": w3, "W4": w4, "W5": w5, "W6.decode": w6Decode, "W6.encode": w6Encode,
		"W7": w7}[os.Args[1]]
	fmt.Println("ready")
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		fmt.Println(round())
	}
}
