"""The batch run behind `clean`: the command's options made a run, and the run's end made words and an exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import TypedDict

from cleaner.batch.formats import is_rows
from cleaner.batch.jsonl import Fields
from cleaner.batch.manifest import Tally
from cleaner.batch.output import FolderOutput, Output, RowsOutput
from cleaner.batch.record import PageOutcome, Record, Result
from cleaner.batch.run import Run
from cleaner.batch.settings import MAX_BYTES, MAX_MEMORY, TIMEOUT, Form, Settings
from cleaner.batch.sources import STANDARD_INPUT, Sources
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.many import Many, cores, is_folder, is_for_many, size_in_bytes
from cleaner.cli.options import Options
from cleaner.cli.output import open_output
from cleaner.cli.pages import page_bytes
from cleaner.cli.run_progress import Progress, closing_table
from cleaner.cli.selection import filters_of
from cleaner.cli.streams import Streams
from cleaner.errors import CleanerError, DataError, UnknownNameError, UnreadableError, trouble
from cleaner.write.control import one_line


def run_many(names: Sequence[str], options: Options, many: Many, streams: Streams | None = None) -> ExitCode:
    """The whole run, once its options are known; the exit code says how it ended."""
    streams = streams or Streams.of_process()
    wrong = contradiction(names, options, many)
    if wrong:
        streams.complain(wrong)
        return ExitCode.USAGE
    try:
        settings = settings_of(options, many)
        names = names if many.files0_from is None else listed(many.files0_from, streams)
    except (DataError, UnknownNameError, ValueError) as error:
        streams.complain(str(error))
        return ExitCode.USAGE
    except UnreadableError as error:
        streams.complain(f"{many.files0_from}: {error}")
        return ExitCode.UNREADABLE
    run = Run(sources_of(names, options, many, settings.max_bytes, streams), settings, many.jobs or cores())
    writes = bool(options.output and is_for_many(options.output))
    return (to_output if writes else to_stream)(run, options, many, streams)


def contradiction(names: Sequence[str], options: Options, many: Many) -> str:
    """What cannot be asked together, as a sentence; empty when all is well."""
    if os.name == "nt":
        return "a run over many pages needs a POSIX system (Linux, macOS, WSL)"
    if many.files0_from is not None and names:
        return f"--files0-from names the pages, so {names[0]!r} has no place"
    if many.files0_from is None and not names:
        return "no page: name files, folders or archives, or give their names with --files0-from"
    if options.url:
        return "--url is the address of one page; rows have theirs in the field of --url-field"
    if options.explain:
        return "--explain is for single pages; --decisions puts the decisions on many into their rows"
    if many.resume and not (options.output and is_for_many(options.output)):
        return "--resume goes on with what -o names: a folder or a file of rows"
    if many.decisions and not (options.output and is_rows(options.output) and not is_folder(options.output)):
        return "--decisions needs -o with a file of rows: .jsonl, .jsonl.gz, .jsonl.zst or .parquet"
    return ""


def settings_of(options: Options, many: Many) -> Settings:
    """How pages are cleaned. UnknownNameError for a filter, DataError for weights, ValueError for what is no size."""
    in_rows = bool(options.output and is_rows(options.output) and not is_folder(options.output))
    return Settings(
        kind=options.kind,
        strictness=options.strictness,
        filters=filters_of(options),
        form=Form.ROW if in_rows else Form.TEXT,
        title=options.title,
        decisions=many.decisions,
        **limits(many.timeout, many.max_memory, many.max_bytes),
    )


def listed(name: str, streams: Streams) -> list[str]:
    """The names in a file, each ended by a NUL; UnreadableError when it cannot be read."""
    return [os.fsdecode(each) for each in page_bytes(name, streams).split(b"\0") if each]


def sources_of(names: Sequence[str], options: Options, many: Many, max_bytes: int, streams: Streams) -> Sources:
    """What the run reads: all that is named, but for what the run itself writes."""
    fields = Fields()
    given = {"html": many.html_field, "id": many.id_field, "url": many.url_field}
    fields = fields._replace(**{name: value for name, value in given.items() if value})
    shunned: frozenset[str] = frozenset()
    if options.output:
        out = os.path.realpath(options.output)
        shunned = frozenset(f"{out}{end}" for end in ("", ".part", ".manifest.jsonl", ".checkpoint"))
    return Sources(tuple(names), fields, max_bytes, shunned, partial(page_bytes, STANDARD_INPUT, streams))


class Limits(TypedDict):
    """What a page may take, as the batch machinery has it."""

    timeout: float
    max_bytes: int
    max_memory: int | None


def limits(timeout: float | None, max_memory: str | None, max_bytes: str | None) -> Limits:
    """The limits that were asked for, else the library's. ValueError for a size that is none."""
    memory = size_in_bytes(max_memory) if max_memory else MAX_MEMORY
    return Limits(
        timeout=timeout or TIMEOUT,
        max_bytes=size_in_bytes(max_bytes) if max_bytes else MAX_BYTES,
        max_memory=memory or None,  # 0: as much as there is
    )


def to_output(run: Run, options: Options, many: Many, streams: Streams) -> ExitCode:
    """Write a folder of texts or a file of rows, with a manifest beside it."""
    out = os.path.realpath(str(options.output))
    code, wrong = ExitCode.ARTICLE, ""
    with Progress(run, streams, quiet=options.quiet) as progress:
        try:
            output: Output = FolderOutput(out) if is_folder(str(options.output)) else rows_output(out, many.decisions)
            run.write(out, output, identity(run, options), progress.tell, resume=many.resume)
        except KeyboardInterrupt:
            code = ExitCode.INTERRUPTED
        except OSError as error:
            code, wrong = ExitCode.UNREADABLE, f"cannot write {options.output}: {trouble(error)}"
        except CleanerError as error:
            code, wrong = ExitCode.UNREADABLE, str(error)
    manifest = f"{options.output.rstrip('/')}.manifest.jsonl" if options.output else ""
    code = ended(run, code, manifest, options, streams)
    if wrong:
        streams.complain(wrong)
    return code


def rows_output(out: str, decisions: bool) -> RowsOutput:
    """The file of rows; PermissionError where one stands that is write-protected."""
    if os.path.exists(out) and not os.access(out, os.W_OK):
        raise PermissionError(13, "permission denied")
    return RowsOutput(out, decisions=decisions)


def identity(run: Run, options: Options) -> dict[str, object]:
    """What a run that is resumed has in common with its beginning, by the names of the options."""
    settings = run.settings
    return {
        "inputs": list(run.sources.names),
        "fields": list(run.sources.fields),
        "--kind": settings.kind.value,
        "--strictness": settings.strictness.value,
        "filters": [step.name for step in settings.filters],
        "--weights": options.weights,
        "--title": settings.title,
        "--decisions": settings.decisions,
        "--max-bytes": settings.max_bytes,
    }


def to_stream(run: Run, options: Options, many: Many, streams: Streams) -> ExitCode:
    """Print the texts as pages named one by one are printed, on standard output or in one file."""
    output = open_output(options.output, streams)
    code = ExitCode.ARTICLE
    first = True

    def tell(record: Record, result: Result, tally: Tally) -> None:
        nonlocal first
        if result.outcome is PageOutcome.OK:
            header = "" if options.quiet else f"==> {one_line(record.id)} <==\n"
            output.write(f"{'' if first else chr(10)}{header}{result.body.decode()}")
            first = False
        else:
            streams.complain(f"{one_line(record.id)}: {result.reason}")
        progress.tell(record, result, tally)

    with Progress(run, streams, quiet=True) as progress:
        try:
            run.stream(tell)
            output.commit()
        except BrokenPipeError:
            streams.abandon_stdout()
        except KeyboardInterrupt:
            code = ExitCode.INTERRUPTED
        except OSError as error:
            streams.complain(f"cannot write {output.name}: {trouble(error)}")
            streams.abandon_stdout()
            code = ExitCode.UNREADABLE
        except CleanerError as error:
            streams.complain(str(error))
            code = ExitCode.UNREADABLE
        finally:
            output.discard()
    return ended(run, code, "", options, streams)


def ended(run: Run, code: ExitCode, manifest: str, options: Options, streams: Streams) -> ExitCode:
    """Say how the run ended, on standard error, and give its exit code."""
    tally = run.tally
    if code is ExitCode.ARTICLE and not tally.inputs:
        names = ", ".join(map(one_line, run.sources.names[:3])) or "the list"
        streams.complain(f"{names}: no page in it")
        return ExitCode.UNREADABLE
    if manifest and tally.inputs and not options.quiet:
        closing_table(run, streams)
    if code is ExitCode.INTERRUPTED and manifest:
        streams.complain(f"interrupted after {tally.inputs:,} inputs; --resume goes on from there")
    if code is ExitCode.ARTICLE and tally.failures:
        where = f", listed in {manifest}" if manifest else ""
        streams.complain(f"{tally.failures:,} of {tally.inputs:,} inputs failed{where}")
        return ExitCode.SOME_FAILED
    return code
