"""Times jobs by turns: what makes the machine slow for a while does so for all of them, and the middle of the runs counts."""

import contextlib
import os
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field

TIME = "/usr/bin/time"
# What jobs say. One for all of them: for every new file ext4 looks past the places of all that were removed in the last five
# minutes, so that a file for each of a thousand runs would make whoever writes many files slower than they are.
LOG = tempfile.TemporaryFile(buffering=0)
# Each round runs every job once. Rounds go on until a job has had so many seconds, or so many rounds: of five rounds the middle
# was a tenth off now and then, on virtual machines.
SECONDS, FEWEST, MOST = 20.0, 3, 200


@dataclass
class Job:
    """Work that is timed as one: steps that run after each other, or `at_once` at the same time.

    A step is a command, or a function that runs in a fork of this process: a program that has started already.
    """
    name: str
    steps: list
    before: object = None
    at_once: int = 1
    env: dict = field(default_factory=dict)
    cores: int = 2

    def __post_init__(self):
        self.steps = [step if callable(step) else [str(part) for part in step] for step in self.steps]


@dataclass
class Timing:
    walls: list = field(default_factory=list)
    cpus: list = field(default_factory=list)
    peak: float = 0.0

    def add(self, job):
        wall, cpu = once(job)
        self.walls.append(wall)
        self.cpus.append(cpu)

    def include(self, more):
        """Takes in what was measured of the same job later."""
        self.walls += more.walls
        self.cpus += more.cpus
        self.peak = more.peak

    @property
    def wall(self):
        return statistics.median(self.walls)

    @property
    def mean(self):
        """What many such runs take each: beside a run that is long, good and bad moments count."""
        return statistics.fmean(self.walls)

    @property
    def cpu(self):
        return statistics.median(self.cpus)


class Failed(Exception):
    """A job that did not do its work: its time means nothing."""


def cores(count=2):
    """The cores that everything is measured on: the same ones for all."""
    return sorted(ALLOWED)[:count]


ALLOWED = os.sched_getaffinity(0)


def environment(extra):
    kept = {name: value for name, value in os.environ.items() if name not in ("RAYON_NUM_THREADS", "PYTHONPATH")}
    return {**kept, "LC_ALL": "C.UTF-8", **{name: str(value) for name, value in extra.items()}}


def start(step, env, log):
    """Starts one step and gives its process."""
    if callable(step):
        pid = os.fork()
        if pid == 0:
            try:
                step()
                os._exit(0)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        return pid
    program = shutil.which(step[0]) or step[0]
    quiet = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
             (os.POSIX_SPAWN_DUP2, log, 2)]
    return os.posix_spawn(program, step, env, file_actions=quiet)


def get_ready(job):
    """What is done before the clock begins."""
    if job.before:
        job.before()
    LOG.truncate(0)
    LOG.seek(0)
    # Who brings its own work to the disk would have to bring what the job before left waiting there too.
    os.sync()
    os.sched_setaffinity(0, cores(job.cores))


def once(job, steps=None):
    """Runs a job; seconds by the clock and of the processor."""
    env, waiting, busy, cpu = environment(job.env), list(reversed(steps or job.steps)), 0, 0.0
    get_ready(job)
    began = time.perf_counter()
    while waiting or busy:
        while waiting and busy < job.at_once:
            start(waiting.pop(), env, LOG.fileno())
            busy += 1
        _, status, usage = os.wait4(-1, 0)
        busy, cpu = busy - 1, cpu + usage.ru_utime + usage.ru_stime
        check(job, status)
    return time.perf_counter() - began, cpu


def check(job, status):
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        LOG.seek(0)
        raise Failed(f"{job.name} stopped with {code}: {LOG.read().decode('utf-8', 'replace')[-1500:]}")


def peak(job):
    """The most memory that one process of the job took, in MiB. GNU time, since a fork of Python starts with Python's own."""
    if any(callable(step) for step in job.steps) or not os.access(TIME, os.X_OK):
        return 0.0
    if job.before:
        job.before()
    most = 0
    with tempfile.NamedTemporaryFile("r") as report:
        for step in job.steps:
            command = [TIME, "-f", "%M", "-o", report.name, *step]
            subprocess.run(command, env=environment(job.env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           check=True)
            report.seek(0)
            most = max(most, int(report.read().split()[-1]))
    return most / 1024


def started():
    """The programs that this one started, and that these started: whoever started comes before what was started."""
    found, waiting = [], [os.getpid()]
    while waiting:
        parent = waiting.pop(0)
        try:
            for task in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{task}/children", encoding="ascii") as children:
                    waiting += [int(child) for child in children.read().split()]
        except (FileNotFoundError, ProcessLookupError):
            continue  # It has just ended.
        found.append(parent)
    return found[1:]


def together():
    """The memory of all of them in MiB; shared pages count for each."""
    pages = 0
    for pid in started():
        try:
            with open(f"/proc/{pid}/statm", encoding="ascii") as sizes:
                pages += int(sizes.read().split()[1])
        except (FileNotFoundError, ProcessLookupError):
            pass
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def long_run(job, aside=(), every=20.0):
    """One run of a command that takes minutes: its Timing, with the most memory that all its programs took at one time.

    In minutes a virtual machine becomes another one. So it has to stand still every so many seconds while each job `aside`
    runs once; that time does not count. Their Timings come by name.
    """
    beside, most, still = {other.name: Timing() for other in aside}, 0.0, 0.0
    get_ready(job)
    began = time.perf_counter()
    pid = start(job.steps[0], environment(job.env), LOG.fileno())
    ended, pause = os.pidfd_open(pid), every
    try:
        # To look takes a third of a millisecond of the processors that are measured.
        while not select.select([ended], [], [], 0.2)[0]:
            most = max(most, together())
            now = time.perf_counter()
            if aside and now - began - still >= pause and stopped(pid):
                pause += every
                # What comes first finds the caches full of something else: it takes 1.06 of the time, and does not count.
                once(aside[0])
                for other in aside:
                    beside[other.name].add(other)
                tell(signal.SIGCONT)
                still += time.perf_counter() - now
    except BaseException:
        # It must not go on beside what is measured next.
        tell(signal.SIGKILL)
        os.wait4(pid, 0)
        raise
    wall = time.perf_counter() - began - still
    _, status, usage = os.wait4(pid, 0)
    os.close(ended)
    check(job, status)
    return Timing([wall], [usage.ru_utime + usage.ru_stime], most), beside


def tell(sign):
    """Sends a signal to the programs that this one started, and that these started."""
    for pid in started():
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sign)


def stopped(pid):
    """Makes a program stand still, with what it started; not when it has just ended."""
    tell(signal.SIGSTOP)
    return os.waitid(os.P_PID, pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT).si_code == os.CLD_STOPPED


def by_turns(jobs, runs=None):
    """Times the jobs, each once a round, after a round that does not count; a Timing by the name of each."""
    timings = {job.name: Timing() for job in jobs}
    longest = max(once(job)[0] for job in jobs)
    rounds = runs or max(FEWEST, min(MOST, round(SECONDS / longest)))
    for number in range(rounds):
        for job in jobs if number % 2 == 0 else reversed(jobs):
            timings[job.name].add(job)
    for job in jobs:
        timings[job.name].peak = peak(job)
    print(f"  {', '.join(timings)}: {rounds} rounds", file=sys.stderr)
    return timings
