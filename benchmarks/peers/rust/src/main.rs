//! Rust: netlink-packet-route over netlink-sys, and rtnetlink over tokio.
use futures::stream::{StreamExt, TryStreamExt};
use netlink_packet_route::nlas::link::{Info, InfoData, InfoKind, InfoMacVtap, Nla as LinkNla};
use netlink_packet_route::nlas::route::Nla as RouteNla;
use netlink_packet_route::*;
use netlink_sys::{protocols::NETLINK_ROUTE, Socket, SocketAddr};
use std::collections::HashMap;
use std::fmt::Write;
use std::io::BufRead;
use std::net::Ipv4Addr;
use std::time::Instant;

type Message = NetlinkMessage<RtnlMessage>;

const RTNLGRP_IPV4_ROUTE: u32 = 7;
const VEPA: u32 = 2;
const ENOBUFS: i32 = 105;

struct Parameters(HashMap<String, String>);

impl Parameters {
    fn number(&self, name: &str) -> u64 {
        self.0[name].parse().unwrap()
    }
}

fn link_sum(link: &LinkMessage) -> u64 {
    let mut sum = link.header.index as u64;
    for nla in &link.nlas {
        match nla {
            LinkNla::IfName(name) => sum += name.len() as u64,
            LinkNla::Mtu(mtu) => sum += *mtu as u64,
            LinkNla::Address(mac) => sum += mac.iter().map(|&octet| octet as u64).sum::<u64>(),
            _ => {}
        }
    }
    sum
}

fn route_sum(route: &RouteMessage) -> u64 {
    let mut sum = 0;
    for nla in &route.nlas {
        match nla {
            RouteNla::Destination(ip) => sum += u32::from_be_bytes([ip[0], ip[1], ip[2], ip[3]]) as u64,
            RouteNla::Oif(device) => sum += *device as u64,
            _ => {}
        }
    }
    sum
}

/// A socket and its buffers.
struct Plain {
    socket: Socket,
    sequence: u32,
    out: Vec<u8>,
    buffer: Vec<u8>,
}

impl Plain {
    fn new() -> Self {
        let mut socket = Socket::new(NETLINK_ROUTE).unwrap();
        socket.bind_auto().unwrap();
        socket.connect(&SocketAddr::new(0, 0)).unwrap();
        Plain { socket, sequence: 0, out: vec![0; 4096], buffer: Vec::with_capacity(32768) }
    }

    fn send(&mut self, payload: RtnlMessage, flags: u16) {
        let mut message = NetlinkMessage { header: NetlinkHeader::default(), payload: NetlinkPayload::from(payload) };
        self.sequence += 1;
        message.header.sequence_number = self.sequence;
        message.header.flags = NLM_F_REQUEST | flags;
        message.finalize();
        message.serialize(&mut self.out);
        self.socket.send(&self.out[..message.buffer_len()], 0).unwrap();
    }

    /// Sees the messages of a datagram.
    fn receive(&mut self, mut see: impl FnMut(Message)) -> std::io::Result<()> {
        self.buffer.clear();
        let size = self.socket.recv(&mut self.buffer, 0)?;
        let mut at = 0;
        while at < size {
            let message = Message::deserialize(&self.buffer[at..size]).unwrap();
            at += (message.header.length as usize + 3) & !3;
            see(message);
        }
        Ok(())
    }

    fn dump(&mut self, payload: RtnlMessage, sum_of: fn(&RtnlMessage) -> u64) -> String {
        let start = Instant::now();
        let (mut count, mut sum, mut done) = (0u64, 0u64, false);
        self.send(payload, NLM_F_DUMP);
        while !done {
            self.receive(|message| match message.payload {
                NetlinkPayload::InnerMessage(inner) => {
                    count += 1;
                    sum += sum_of(&inner);
                }
                NetlinkPayload::Done => done = true,
                _ => panic!("no dump"),
            })
            .unwrap();
        }
        format!("nanos={} count={count} sum={sum}", start.elapsed().as_nanos())
    }

    fn await_ack(&mut self) {
        let mut done = false;
        while !done {
            self.receive(|message| match message.payload {
                NetlinkPayload::Ack(_) => done = true,
                NetlinkPayload::Error(error) => panic!("{error:?}"),
                _ => {}
            })
            .unwrap();
        }
    }
}

fn sum_of(message: &RtnlMessage) -> u64 {
    match message {
        RtnlMessage::NewLink(link) => link_sum(link),
        RtnlMessage::NewRoute(route) | RtnlMessage::DelRoute(route) => route_sum(route),
        _ => panic!("neither link nor route"),
    }
}

fn all_routes() -> RtnlMessage {
    let mut message = RouteMessage::default();
    message.header.address_family = 2;
    RtnlMessage::GetRoute(message)
}

fn route(address: u32, device: u32) -> RouteMessage {
    let mut message = RouteMessage::default();
    message.header.address_family = 2;
    message.header.destination_prefix_length = 32;
    message.header.table = RT_TABLE_MAIN;
    message.header.protocol = RTPROT_BOOT;
    message.header.scope = RT_SCOPE_LINK;
    message.header.kind = RTN_UNICAST;
    message.nlas.push(RouteNla::Destination(address.to_be_bytes().to_vec()));
    message.nlas.push(RouteNla::Oif(device));
    message
}

fn link_by_index(device: u32) -> LinkMessage {
    let mut message = LinkMessage::default();
    message.header.index = device;
    message
}

fn macvtap(name: &str, lower: u32, mac: Option<[u8; 6]>) -> LinkMessage {
    let mut message = LinkMessage::default();
    message.nlas.push(LinkNla::IfName(name.to_string()));
    message.nlas.push(LinkNla::Info(vec![
        Info::Kind(InfoKind::MacVtap),
        Info::Data(InfoData::MacVtap(vec![InfoMacVtap::Mode(VEPA)])),
    ]));
    message.nlas.push(LinkNla::Link(lower));
    if let Some(mac) = mac {
        message.nlas.push(LinkNla::Address(mac.to_vec()));
    }
    message
}

fn latencies(start: Instant, mut nanos: Vec<u64>, sum: u64) -> String {
    let took = start.elapsed().as_nanos();
    nanos.sort();
    let n = nanos.len();
    format!("nanos={took} count={n} sum={sum} p50={} p99={}", nanos[n / 2], nanos[n * 99 / 100])
}

fn w3(plain: &mut Plain, p: &Parameters) -> String {
    let (first, count, device) = (p.number("first") as u32, p.number("count") as u32, p.number("device") as u32);
    let start = Instant::now();
    for i in first..first + count {
        plain.send(RtnlMessage::NewRoute(route(i, device)), NLM_F_CREATE | NLM_F_EXCL | NLM_F_ACK);
        plain.await_ack();
    }
    format!("nanos={} count={count}", start.elapsed().as_nanos())
}

fn w4(plain: &mut Plain, p: &Parameters) -> String {
    let (device, mut nanos, mut sum) = (p.number("device") as u32, Vec::new(), 0);
    let start = Instant::now();
    for _ in 0..p.number("count") {
        let begin = Instant::now();
        plain.send(RtnlMessage::GetLink(link_by_index(device)), 0);
        plain
            .receive(|message| match message.payload {
                NetlinkPayload::InnerMessage(inner) => sum += sum_of(&inner),
                _ => panic!("no answer"),
            })
            .unwrap();
        nanos.push(begin.elapsed().as_nanos() as u64);
    }
    latencies(start, nanos, sum)
}

fn w5(plain: &mut Plain, p: &Parameters) -> String {
    let (device, count) = (p.number("device") as u32, p.number("count"));
    let start = Instant::now();
    for _ in 0..count {
        plain.send(RtnlMessage::NewLink(macvtap("mt0", device, None)), NLM_F_CREATE | NLM_F_EXCL | NLM_F_ACK);
        plain.await_ack();
        let mut which = LinkMessage::default();
        which.nlas.push(LinkNla::IfName("mt0".to_string()));
        plain.send(RtnlMessage::DelLink(which), NLM_F_ACK);
        plain.await_ack();
    }
    format!("nanos={} count={count}", start.elapsed().as_nanos())
}

fn w6_decode(message: &[u8], p: &Parameters) -> String {
    let (count, mut sum) = (p.number("count"), 0);
    let start = Instant::now();
    for _ in 0..count {
        match Message::deserialize(message).unwrap().payload {
            NetlinkPayload::InnerMessage(inner) => sum += sum_of(&inner),
            _ => panic!("no link"),
        }
    }
    format!("nanos={} count={count} sum={sum}", start.elapsed().as_nanos())
}

fn w6_encode(p: &Parameters) -> String {
    let (count, mut out, mut length) = (p.number("count"), vec![0; 4096], 0);
    let start = Instant::now();
    for _ in 0..count {
        let link = macvtap("macvtap0", 3, Some([0x52, 0x54, 0, 0xc7, 0x3e, 0xce]));
        let mut message = NetlinkMessage {
            header: NetlinkHeader::default(),
            payload: NetlinkPayload::from(RtnlMessage::NewLink(link)),
        };
        message.header.flags = NLM_F_REQUEST | NLM_F_CREATE | NLM_F_EXCL | NLM_F_ACK;
        message.finalize();
        message.serialize(&mut out);
        length = message.buffer_len();
        std::hint::black_box(&out);
    }
    let took = start.elapsed().as_nanos();
    let mut hex = String::new();
    out[..length].iter().for_each(|byte| write!(hex, "{byte:02x}").unwrap());
    format!("nanos={took} count={count} hex={hex}")
}

fn w7(p: &Parameters) -> String {
    let mut plain = Plain::new();
    plain.socket = Socket::new(NETLINK_ROUTE).unwrap();
    plain.socket.bind_auto().unwrap();
    if p.number("buffer") > 0 {
        set_receive_buffer(&plain.socket, p.number("buffer") as i32);
    }
    plain.socket.add_membership(RTNLGRP_IPV4_ROUTE).unwrap();
    println!("listening");
    let sentinel = p.number("sentinel") + p.number("device");
    let (mut seen, mut overruns, mut done) = (0u64, 0, false);
    let (mut first, mut last) = (Instant::now(), Instant::now());
    while !done {
        let result = plain.receive(|message| match message.payload {
            NetlinkPayload::InnerMessage(inner) if sum_of(&inner) == sentinel => done = true,
            NetlinkPayload::InnerMessage(_) => {
                last = Instant::now();
                first = if seen == 0 { last } else { first };
                seen += 1;
            }
            _ => {}
        });
        match result {
            Err(error) if error.raw_os_error() == Some(ENOBUFS) => overruns += 1,
            other => other.unwrap(),
        }
    }
    format!("nanos={} seen={seen} overruns={overruns}", last.duration_since(first).as_nanos())
}

/// The crate cannot: SO_RCVBUFFORCE by hand.
fn set_receive_buffer(socket: &Socket, bytes: i32) {
    use std::os::unix::io::AsRawFd;
    extern "C" {
        fn setsockopt(fd: i32, level: i32, name: i32, value: *const i32, length: u32) -> i32;
    }
    assert_eq!(unsafe { setsockopt(socket.as_raw_fd(), 1, 33, &bytes, 4) }, 0);
}

/// rtnetlink's way: all work is done by its connection, here on the same thread.
struct Tokio {
    runtime: tokio::runtime::Runtime,
    handle: rtnetlink::Handle,
}

impl Tokio {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        let handle = runtime.block_on(async {
            let (connection, handle, _) = rtnetlink::new_connection().unwrap();
            tokio::spawn(connection);
            handle
        });
        Tokio { runtime, handle }
    }

    fn w1(&self) -> String {
        self.runtime.block_on(async {
            let start = Instant::now();
            let links: Vec<LinkMessage> = self.handle.link().get().execute().try_collect().await.unwrap();
            let sum: u64 = links.iter().map(link_sum).sum();
            format!("nanos={} count={} sum={sum}", start.elapsed().as_nanos(), links.len())
        })
    }

    fn w2(&self) -> String {
        self.runtime.block_on(async {
            let (start, mut count, mut sum) = (Instant::now(), 0, 0);
            let mut routes = self.handle.route().get(rtnetlink::IpVersion::V4).execute().into_stream();
            while let Some(route) = routes.next().await {
                count += 1;
                sum += route_sum(&route.unwrap());
            }
            format!("nanos={} count={count} sum={sum}", start.elapsed().as_nanos())
        })
    }

    fn w3(&self, p: &Parameters) -> String {
        let (first, count, device) = (p.number("first") as u32, p.number("count") as u32, p.number("device") as u32);
        self.runtime.block_on(async {
            let start = Instant::now();
            for i in first..first + count {
                let add = self.handle.route().add().v4().destination_prefix(Ipv4Addr::from(i), 32);
                add.output_interface(device).scope(RT_SCOPE_LINK).execute().await.unwrap();
            }
            format!("nanos={} count={count}", start.elapsed().as_nanos())
        })
    }

    fn w4(&self, p: &Parameters) -> String {
        let (device, mut nanos, mut sum) = (p.number("device") as u32, Vec::new(), 0);
        self.runtime.block_on(async {
            let start = Instant::now();
            for _ in 0..p.number("count") {
                let begin = Instant::now();
                let link = self.handle.link().get().match_index(device).execute().try_next().await.unwrap();
                sum += link_sum(&link.unwrap());
                nanos.push(begin.elapsed().as_nanos() as u64);
            }
            latencies(start, nanos, sum)
        })
    }
}

type Round = Box<dyn FnMut() -> String>;

fn over_socket(p: Parameters, round: fn(&mut Plain, &Parameters) -> String) -> Round {
    let mut plain = Plain::new();
    Box::new(move || round(&mut plain, &p))
}

fn over_tokio(p: Parameters, round: fn(&Tokio, &Parameters) -> String) -> Round {
    let tokio = Tokio::new();
    Box::new(move || round(&tokio, &p))
}

fn subject(name: &str, p: Parameters) -> Round {
    match name {
        "W1" => over_socket(p, |plain, _| plain.dump(RtnlMessage::GetLink(LinkMessage::default()), sum_of)),
        "W1.rtnetlink" => over_tokio(p, |tokio, _| tokio.w1()),
        "W2" => over_socket(p, |plain, _| plain.dump(all_routes(), sum_of)),
        "W2.rtnetlink" => over_tokio(p, |tokio, _| tokio.w2()),
        "W3" => over_socket(p, w3),
        "W3.rtnetlink" => over_tokio(p, Tokio::w3),
        "W4" => over_socket(p, w4),
        "W4.rtnetlink" => over_tokio(p, Tokio::w4),
        "W5" => over_socket(p, w5),
        "W6.decode" => {
            let message = std::fs::read(&p.0["message"]).unwrap();
            Box::new(move || w6_decode(&message, &p))
        }
        "W6.encode" => Box::new(move || w6_encode(&p)),
        "W7" => Box::new(move || w7(&p)),
        _ => panic!("no subject {name}"),
    }
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let pairs = words[2..].iter().map(|word| word.split_once('=').unwrap());
    let p = Parameters(pairs.map(|(name, value)| (name.to_string(), value.to_string())).collect());
    if words[1] == "W8" {
        let mut plain = Plain::new();
        plain.send(RtnlMessage::GetLink(link_by_index(1)), 0);
        plain.receive(|message| if let NetlinkPayload::InnerMessage(inner) = message.payload { println!("{}", sum_of(&inner)) }).unwrap();
        return;
    }
    let mut round = subject(&words[1], p);
    println!("ready");
    for _ in std::io::stdin().lock().lines() {
        println!("{}", round());
    }
}
