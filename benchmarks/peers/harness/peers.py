"""The table of peers: how each is built and called. Nothing is downloaded: all come from packages of the distribution."""
import os
import pathlib
import shutil
import subprocess
import sys
from dataclasses import dataclass

from .model import Unavailable

SOURCES = pathlib.Path(__file__).resolve().parents[1]
OUT = SOURCES.parent / "target" / "peers"
CRATES = pathlib.Path("/usr/share/cargo/registry")
GO_PATH = "/usr/share/gocode"
JAVA_FLAGS = ["-Xmx64m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"]
JAVA_MAIN = "org.netlink4j.benchmarks.workload.Main"


def run(*words, **options):
    """Runs a command; its last lines are the reason if it fails."""
    if shutil.which(words[0]) is None:
        raise Unavailable(f"{words[0]} is not installed")
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        raise Unavailable(f"{words[0]} failed: " + " | ".join(done.stdout.strip().splitlines()[-3:]))
    return done.stdout.strip()


def first(*words):
    return run(*words).splitlines()[0]


def compile_c(source, program, *packages):
    flags = []
    for package in packages:
        flags += run("pkg-config", "--cflags", "--libs", package).split()
    run("cc", "-O2", "-Wall", "-Wextra", "-I", str(SOURCES / "c"), "-o", str(OUT / program), str(SOURCES / source), *flags)
    return [str(OUT / program)]


def versions(*packages):
    return ", ".join(f"{package} {run('pkg-config', '--modversion', package)}" for package in packages)


def build_c():
    compile_c("c/tool.c", "tool")
    return compile_c("c/peer.c", "c"), first("cc", "--version") + " -O2"


def build_libmnl():
    return compile_c("libmnl/peer.c", "libmnl", "libmnl"), versions("libmnl")


def build_libnl():
    return compile_c("libnl/peer.c", "libnl", "libnl-route-3.0"), versions("libnl-route-3.0")


def build_iproute2():
    return [sys.executable, str(SOURCES / "iproute2" / "peer.py")], first("ip", "-Version")


def build_pyroute2():
    for python in ("python3", "/usr/bin/python3"):
        told = subprocess.run(
            [python, "-I", "-c", "import pyroute2, sys; print(sys.version.split()[0])"], capture_output=True, text=True)
        if told.returncode == 0:
            version = first("dpkg-query", "-W", "-f", "${Version}", "python3-pyroute2")
            return [python, str(SOURCES / "pyroute2" / "peer.py")], f"pyroute2 {version}, Python {told.stdout.strip()}"
    raise Unavailable("no Python here has pyroute2 (Debian: python3-pyroute2)")


def build_go():
    environment = {**os.environ, "GO111MODULE": "off", "GOPATH": GO_PATH, "GOFLAGS": "", "GOPROXY": "off"}
    run("go", "build", "-o", str(OUT / "go"), "peer.go", cwd=SOURCES / "go", env=environment)
    library = first("dpkg-query", "-W", "-f", "${Version}", "golang-github-vishvananda-netlink-dev")
    return [str(OUT / "go")], f"vishvananda/netlink {library}, " + first("go", "version")


def build_rust():
    crates = {name: sorted(CRATES.glob(f"{name}-[0-9]*")) for name in ("netlink-packet-route", "rtnetlink", "tokio")}
    if not all(crates.values()):
        raise Unavailable(f"no crates in {CRATES} (Debian: librust-netlink-packet-route-dev, librust-rtnetlink-dev)")
    cargo = shutil.which("cargo") or os.path.expanduser("~/.cargo/bin/cargo")
    work = OUT / "rust"
    shutil.copytree(SOURCES / "rust", work, dirs_exist_ok=True)  # so that the lock file, which depends on the crates, is no source
    source = ["--config", 'source.crates-io.replace-with="distribution"',
              "--config", f'source.distribution.directory="{CRATES}"']
    run(cargo, *source, "build", "--release", "--offline", "--quiet", cwd=work)
    return [str(work / "target" / "release" / "peer")], ", ".join(found[-1].name for found in crates.values()) + ", " + first(
        os.path.join(os.path.dirname(cargo), "rustc"), "--version")


@dataclass(frozen=True)
class Peer:
    title: str
    build: callable
    warm_up: float = 0  # seconds of rounds that do not count; at least one round never counts


def table(java, class_path):
    """All peers by their key. netlink4j is one of them."""

    def build_netlink4j():
        version = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.splitlines()[1]
        return [java, *JAVA_FLAGS, "-cp", class_path, JAVA_MAIN], f"{version}; {' '.join(JAVA_FLAGS)}"

    return {
        "netlink4j": Peer("netlink4j", build_netlink4j, 4),
        "c": Peer("system calls in C", build_c),
        "libmnl": Peer("libmnl", build_libmnl),
        "libnl": Peer("libnl-route", build_libnl),
        "iproute2": Peer("iproute2", build_iproute2),
        "pyroute2": Peer("pyroute2", build_pyroute2),
        "go": Peer("Go vishvananda/netlink", build_go),
        "rust": Peer("Rust netlink-packet-route, rtnetlink", build_rust),
    }


class Programs:
    """The peers that could be built, and why the others could not."""

    def __init__(self, peers, say):
        OUT.mkdir(parents=True, exist_ok=True)
        self.peers, self.commands, self.versions, self.missing = peers, {}, {}, {}
        for key, peer in peers.items():
            try:
                say(f"building {key}")
                self.commands[key], self.versions[key] = peer.build()
            except Unavailable as reason:
                self.missing[key] = str(reason)
                say(f"no {key}: {reason}")

    def tool(self, name, **parameters):
        return [str(OUT / "tool"), name, *(f"{key}={value}" for key, value in parameters.items())]
