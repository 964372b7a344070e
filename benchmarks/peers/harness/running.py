"""A program that does the rounds of a subject. README.md tells the protocol."""
import subprocess
import time

from . import namespace


class Failed(Exception):
    """The program did not do its work."""


def parse(line):
    result = {}
    for word in line.split():
        name, _, value = word.partition("=")
        result[name] = value if name == "hex" else float(value) if "." in value else int(value)
    return result


def command(peer_command, subject):
    return [*peer_command, subject.name, *(f"{name}={value}" for name, value in subject.parameters.items())]


class Running:
    def __init__(self, peer_command, subject):
        self.subject = subject
        self.process = subprocess.Popen(
            command(peer_command, subject), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.spent = 0.0
        try:
            self.expect("ready")
            namespace.refuse_host(self.process.pid)
        except BaseException:
            self.stop()
            raise

    def line(self):
        line = self.process.stdout.readline()
        if not line:
            raise Failed(f"ended with {self.process.wait()}")
        return line.strip()

    def expect(self, word):
        line = self.line()
        if line != word:
            raise Failed(f'said "{line}" instead of "{word}"')

    def go(self):
        try:
            self.process.stdin.write("go\n")
        except BrokenPipeError:
            raise Failed(f"ended with {self.process.wait()}") from None

    def round(self):
        begin = time.monotonic()
        self.go()
        result = parse(self.line())
        self.spent += time.monotonic() - begin
        return result

    def stop(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # it ended before it read its last word
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
