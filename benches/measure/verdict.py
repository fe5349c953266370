"""What is measured against what, how it ends, and how that is told."""

from dataclasses import dataclass, field


@dataclass
class Target:
    """One ratio of the list: of the time of wep to that of a peer (at most), or the other way round (at least)."""
    name: str
    ratio: float
    limit: float
    faster: bool
    without: str = ""

    @property
    def reached(self):
        if self.without:
            return False
        return self.ratio >= self.limit if self.faster else self.ratio <= self.limit

    def told(self):
        sign = "≥" if self.faster else "≤"
        end = "reached" if self.reached else f"NOT reached{f' ({self.without})' if self.without else ''}"
        return f"| {self.name} | {self.ratio:.2f} | {sign} {self.limit:g} | {end} |"


@dataclass
class Section:
    """A target or some that are alike: what was timed, what was checked, what came of it."""
    title: str
    timings: dict = field(default_factory=dict)
    targets: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def faster(self, name, ours, theirs, limit):
        """Ours has to be so many times as fast."""
        self.targets.append(Target(name, self.timings[theirs].wall / self.timings[ours].wall, limit, True))

    def within(self, name, ours, theirs, limit):
        """Ours may take so many times as long."""
        self.targets.append(Target(name, self.timings[ours].wall / self.timings[theirs].wall, limit, False))

    def ratio(self, name, value, limit):
        self.targets.append(Target(name, value, limit, False))

    def fault(self, why):
        """What was compared is not the same work: no ratio of it counts."""
        self.notes.append(f"NOT THE SAME WORK: {why}")
        for target in self.targets:
            target.without = "not the same work"

    def same_words(self, what, share, enough):
        if share >= enough:
            self.notes.append(f"{what}: {share:.1%} of the words of wep's own Markdown")
        else:
            self.fault(f"{what} has {share:.1%} of the words of wep's own Markdown")

    def told(self):
        lines = [f"\n## {self.title}\n", "| | time (ms) | processor (ms) | peak (MiB) |", "|---|--:|--:|--:|"]
        for name, timing in self.timings.items():
            memory = f"{timing.peak:.0f}" if timing.peak else ""
            lines.append(f"| {name} | {timing.wall * 1000:.1f} | {timing.cpu * 1000:.1f} | {memory} |")
        if self.targets:
            lines += ["", "| ratio | measured | target | |", "|---|--:|--:|---|"]
            lines += [target.told() for target in self.targets]
        return "\n".join(lines + [f"\n{note}" for note in self.notes])

    def data(self):
        return {
            "title": self.title,
            "timings": {name: {"seconds": one.wall, "processor": one.cpu, "mebibytes": one.peak, "runs": one.walls}
                        for name, one in self.timings.items()},
            "targets": [{"name": one.name, "ratio": one.ratio, "limit": one.limit, "at_least": one.faster,
                         "reached": one.reached} for one in self.targets],
            "notes": self.notes,
        }
