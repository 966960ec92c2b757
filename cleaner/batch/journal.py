"""What a run has done so far, kept so that it can be killed at any moment: rows, manifest, checkpoint.

At a checkpoint the rows are written, then the lines of the manifest, then, by renaming a file, how long both are and
how many inputs that makes. What stands beyond these lengths was written by a run that came no further, and is cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from cleaner.batch.output import Output
from cleaner.batch.record import Record, Result
from cleaner.errors import CleanerError


class ResumeError(CleanerError):
    """A run cannot go on where another ended: it is not the same run."""


@dataclass(slots=True)
class State:
    """The last checkpoint, and what came after it. Replaced as a whole, so that no interrupt sees half of it."""

    done: int = 0  # inputs
    rows: int = 0  # bytes
    manifest: int = 0  # bytes
    finished: bool = False
    held: list[tuple[bytes, bytes]] = field(default_factory=list)  # body and manifest line of each input since


class Journal:
    """The files of one run beside its output `out`: `out.manifest.jsonl`, `out.part`, `out.checkpoint`."""

    def __init__(self, out: str, output: Output, options: Mapping[str, object]) -> None:
        self.out = out
        self.output = output
        self.options = dict(options)
        self.manifest_name = f"{out}.manifest.jsonl"
        self.part_name = f"{out}.part"
        self.checkpoint_name = f"{out}.checkpoint"
        self.state = State()
        self.held_bytes = 0
        self.rows = self.manifest = -1  # file descriptors

    def open(self, *, resume: bool) -> None:
        """Begin anew, or where the last checkpoint of an earlier run stands, if there is one."""
        self.state = self.earlier() if resume else State()
        if self.state.finished:
            return
        if not self.state.done:  # before anything of an earlier run is cut off
            self.note(self.state)
        self.rows = opened(self.part_name, self.state.rows)
        self.manifest = opened(self.manifest_name, self.state.manifest)

    def earlier(self) -> State:
        """The state in which an earlier run left its files."""
        try:
            with open(self.checkpoint_name, "rb") as file:
                known = json.load(file)
        except FileNotFoundError:
            if not os.path.exists(self.manifest_name) or not os.path.exists(self.out):
                return State()
            with open(self.manifest_name, "rb") as lines:  # it has finished: a manifest without a checkpoint is whole
                return State(sum(1 for _ in lines), finished=True)
        options = json.loads(json.dumps(self.options))
        changed = sorted(name for name, value in options.items() if known["options"].get(name) != value)
        if changed:
            raise ResumeError(
                f"not the run that was begun: other {', '.join(changed)}; without --resume it begins anew"
            )
        return State(known["done"], known["rows"], known["manifest"], known["finished"])

    def earlier_lines(self) -> Iterator[bytes]:
        """The manifest's lines up to the checkpoint."""
        with open(self.manifest_name, "rb") as lines:
            for _, line in zip(range(self.state.done), lines, strict=False):
                yield line

    def add(self, record: Record, result: Result, line: bytes) -> None:
        """Note one input; it counts from the next checkpoint on."""
        self.state.held.append((result.body if self.output.form == "row" else b"", line))
        self.held_bytes += len(result.body) + len(line)

    def checkpoint(self, *, finished: bool = False) -> None:
        """Write what is held, and then that it is written. OSError leaves the last checkpoint as it was."""
        state = self.state
        held = state.held
        if not held and not finished:
            return
        rows = written(self.rows, state.rows, self.output.pack(body for body, _ in held))
        manifest = written(self.manifest, state.manifest, b"".join(line for _, line in held))
        made = State(state.done + len(held), rows, manifest, finished)
        self.note(made)
        self.state = made
        self.held_bytes = 0

    def note(self, state: State) -> None:
        """Make the checkpoint say this."""
        known = {name: getattr(state, name) for name in ("done", "rows", "manifest", "finished")}
        replace(self.checkpoint_name, json.dumps({**known, "options": self.options}).encode())

    def finish(self) -> None:
        """All inputs are dealt with: put the output in its place and forget the checkpoint."""
        if not self.state.finished:
            self.checkpoint(finished=True)
        self.close()
        self.output.finish(self.part_name)
        with suppress(FileNotFoundError):
            os.unlink(self.checkpoint_name)

    def close(self) -> None:
        """Close the files; what is held is not written."""
        for descriptor in (self.rows, self.manifest):
            if descriptor >= 0:
                os.close(descriptor)
        self.rows = self.manifest = -1


def opened(name: str, size: int) -> int:
    """A file's descriptor, to write, the file cut to a size; it must have at least that."""
    descriptor = os.open(name, os.O_RDWR | os.O_CREAT, 0o666)
    if os.fstat(descriptor).st_size < size:
        os.close(descriptor)
        raise ResumeError(f"{name} is shorter than it was: without --resume the run begins anew")
    os.ftruncate(descriptor, size)
    return descriptor


def written(descriptor: int, at: int, data: bytes) -> int:
    """Write data at a place, the last of its file, through to the disk; where it ends."""
    os.ftruncate(descriptor, at)
    os.lseek(descriptor, at, os.SEEK_SET)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)
    return at + len(data)


def replace(name: str, data: bytes) -> None:
    """Make a small file hold this and nothing less."""
    beside = f"{name}.tmp"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        written(descriptor, 0, data)
    finally:
        os.close(descriptor)
    os.replace(beside, name)
