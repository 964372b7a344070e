"""W9: many virtual threads that share a client."""
from harness.model import EACH, Part, Subject, Target

from .w2_routes import DEVICE, delete_device, make_device

ONE = "one thread, its own client"
MANY = "1,000 virtual threads, one client"


class Sharing(Part):
    workload = "W9"
    title = "gets of a link by virtual threads that share a client"
    measures = (EACH,)

    def count(self):
        return 20_000 if self.quick else 100_000

    def about(self):
        return f"{self.count()} gets a round; time a get"

    def subjects(self):
        parameters = {"device": DEVICE, "count": self.count(), "threads": 1000}
        return Subject(ONE, "netlink4j", "W9", parameters), Subject(MANY, "netlink4j", "W9.shared", parameters)

    def targets(self):
        return (Target("throughput at least that of one thread (time at most 1.0 x)", MANY, 1.0, base=ONE),)

    def set_up(self):
        make_device()

    def tear_down(self):
        delete_device()


PARTS = (Sharing,)
