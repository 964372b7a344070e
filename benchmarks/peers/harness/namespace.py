"""Network namespaces for the workloads: this process moves to a new one, and what it starts is there, too."""
import ctypes
import os
import subprocess

CLONE_NEWNS, CLONE_NEWNET = 0x20000, 0x40000000
MS_REC, MS_SLAVE = 0x4000, 0x80000
_libc = ctypes.CDLL(None, use_errno=True)


def of(process="self"):
    return os.readlink(f"/proc/{process}/ns/net")


HOST = of()


def _check(result, what):
    if result != 0:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")


def enter_new():
    """Leaves the namespace for a new one, with a /sys that shows its devices. The old one is gone when nobody is in it."""
    _check(_libc.unshare(CLONE_NEWNS | CLONE_NEWNET), "unshare")
    _check(_libc.mount(b"none", b"/", None, MS_REC | MS_SLAVE, None), "mount")
    _check(_libc.mount(b"sysfs", b"/sys", b"sysfs", 0, None), "mount /sys")
    refuse_host("self")
    with open("/proc/sys/net/ipv6/conf/default/disable_ipv6", "w") as file:
        file.write("1")  # no router solicitations while something is measured


def refuse_host(process):
    """Refuses to go on if a process is where this program was started, or elsewhere than this program is now."""
    if of(process) == HOST or of(process) != of():
        raise RuntimeError(f"process {process} is in {of(process)}: the workloads run in namespaces of their own only")


def ip(*words, batch=None):
    """Runs ip, or a batch of its commands."""
    if batch is not None:
        subprocess.run(["ip", "-batch", "-"], input="\n".join(batch), text=True, check=True)
    else:
        subprocess.run(["ip", *map(str, words)], check=True)
