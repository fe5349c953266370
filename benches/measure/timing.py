"""Times jobs by turns: what makes the machine slow for a while does so for all of them, and the middle of the runs counts."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
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

    @property
    def wall(self):
        return statistics.median(self.walls)

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


def once(job, steps=None):
    """Runs a job; seconds by the clock and of the processor."""
    if job.before:
        job.before()
    env, waiting, busy, cpu = environment(job.env), list(reversed(steps or job.steps)), 0, 0.0
    LOG.truncate(0)
    LOG.seek(0)
    # Who brings its own work to the disk would have to bring what the job before left waiting there too.
    os.sync()
    os.sched_setaffinity(0, cores(job.cores))
    began = time.perf_counter()
    while waiting or busy:
        while waiting and busy < job.at_once:
            start(waiting.pop(), env, LOG.fileno())
            busy += 1
        _, status, usage = os.wait4(-1, 0)
        busy, cpu = busy - 1, cpu + usage.ru_utime + usage.ru_stime
        if os.waitstatus_to_exitcode(status) != 0:
            LOG.seek(0)
            told = LOG.read().decode("utf-8", "replace")[-1500:]
            raise Failed(f"{job.name} stopped with {os.waitstatus_to_exitcode(status)}: {told}")
    return time.perf_counter() - began, cpu


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


def together():
    """The memory of all programs that this one started, and that these started, in MiB; shared pages count for each."""
    pages, waiting = 0, [os.getpid()]
    while waiting:
        parent = waiting.pop()
        try:
            for task in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{task}/children", encoding="ascii") as children:
                    waiting += [int(child) for child in children.read().split()]
            if parent != os.getpid():
                with open(f"/proc/{parent}/statm", encoding="ascii") as sizes:
                    pages += int(sizes.read().split()[1])
        except (FileNotFoundError, ProcessLookupError):
            pass  # It has just ended.
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def with_memory(job):
    """One run of a command that takes long: its Timing, with the most memory that all its programs took at one time."""
    ended, most = threading.Event(), [0.0]

    def watch():
        # To look takes a third of a millisecond of the processors that are measured.
        while not ended.wait(0.2):
            most[0] = max(most[0], together())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        wall, cpu = once(job)
    finally:
        ended.set()
        watcher.join()
    return Timing([wall], [cpu], most[0]), most[0]


def by_turns(jobs, runs=None, memory=True):
    """Times the jobs, each once a round, after a round that does not count; a Timing by the name of each."""
    timings = {job.name: Timing() for job in jobs}
    longest = max(once(job)[0] for job in jobs)
    rounds = runs or max(FEWEST, min(MOST, round(SECONDS / longest)))
    for number in range(rounds):
        for job in jobs if number % 2 == 0 else reversed(jobs):
            wall, cpu = once(job)
            timings[job.name].walls.append(wall)
            timings[job.name].cpus.append(cpu)
    for job in jobs if memory else []:
        timings[job.name].peak = peak(job)
    print(f"  {', '.join(timings)}: {rounds} rounds", file=sys.stderr)
    return timings
