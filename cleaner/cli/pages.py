"""Cleans the named pages one after another: reads, calls the library, writes, reports."""

from __future__ import annotations

import os
from collections.abc import Sequence

from cleaner import clean
from cleaner.cli.exit_codes import ExitCode, worst
from cleaner.cli.options import DEFAULTS, Explain, Options
from cleaner.cli.output import open_output
from cleaner.cli.selection import filters_of
from cleaner.cli.streams import Streams
from cleaner.errors import CleanerError, DataError, UnknownNameError, UnreadableError, trouble
from cleaner.model import Article
from cleaner.nothing import why_nothing
from cleaner.write.control import one_line
from cleaner.write.plain import with_title

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.protocol import Filter

STANDARD_INPUT = "-"
DEBUG = "CLEANER_DEBUG"  # the environment variable with which a bug shows its traceback


class Result:
    """What came of one page: its article, unless it could not be read, and the message about what went wrong."""

    __slots__ = ("name", "code", "article", "message")

    def __init__(self, name: str, code: ExitCode, article: Article | None = None, message: str = "") -> None:
        self.name = name
        self.code = code
        self.article = article
        self.message = message

    @property
    def label(self) -> str:
        """The page's name for a person, on one line."""
        return "standard input" if self.name == STANDARD_INPUT else one_line(self.name)


def run(names: Sequence[str], options: Options = DEFAULTS, streams: Streams | None = None) -> ExitCode:
    """The whole command, once its options are known; without names it cleans what is piped in."""
    streams = streams or Streams.of_process()
    if not names and streams.is_typed():
        streams.complain("no page: name one (clean page.html) or pipe one in; clean --help shows examples")
        return ExitCode.USAGE
    if options.url and len(names) > 1:
        streams.complain(f"--url is the address of one page, and there are {len(names)}")
        return ExitCode.USAGE
    try:
        filters = filters_of(options)
    except (UnknownNameError, DataError) as error:
        streams.complain(str(error))
        return ExitCode.USAGE
    return clean_pages(names or [STANDARD_INPUT], options, filters, streams)


def clean_pages(names: Sequence[str], options: Options, filters: Sequence[Filter], streams: Streams) -> ExitCode:
    """Print the articles of the named pages (`-`: standard input); the exit code is the worst of theirs.

    A page that fails does not stop those after it. When the reader of standard output goes away (`clean … | head`),
    the run ends without a word, with the code of the pages so far.
    """
    output = open_output(options.output, streams)
    codes: set[ExitCode] = set()
    several = len(names) > 1
    try:
        for name in names:
            result = clean_page(name, options, filters, streams)
            if result.code is ExitCode.ARTICLE:
                output.write(printed(result, options, several=several, first=ExitCode.ARTICLE not in codes))
            codes.add(result.code)
            report(result, options, streams)
        output.commit()
    except BrokenPipeError:
        streams.abandon_stdout()
    except OSError as error:
        streams.complain(f"cannot write {output.name}: {trouble(error)}")
        streams.abandon_stdout()
        codes.add(ExitCode.UNREADABLE)
    except KeyboardInterrupt:
        codes.add(ExitCode.INTERRUPTED)
    finally:
        output.discard()
    return worst(codes)


def clean_page(name: str, options: Options, filters: Sequence[Filter], streams: Streams) -> Result:
    """Clean one page. Whatever goes wrong with it is in the result; only CLEANER_DEBUG lets a bug raise."""
    try:
        source = page_bytes(name, streams)
        article = clean(source, url=options.url, kind=options.kind, filters=filters, strictness=options.strictness)
    except CleanerError as error:
        return Result(name, ExitCode.UNREADABLE, message=str(error))
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        fault = f"{type(error).__name__}: {error}"
        return Result(name, ExitCode.UNREADABLE, message=f"a bug in clean ({DEBUG}=1 shows where): {fault}")
    if article.text:
        return Result(name, ExitCode.ARTICLE, article)
    return Result(name, ExitCode.NO_ARTICLE, article, why_nothing(article, source))


def page_bytes(name: str, streams: Streams) -> bytes:
    """The bytes of a page by its name; UnreadableError when there are none to be had."""
    try:
        if name == STANDARD_INPUT:
            return streams.read()
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError:
        hint = "; fetch the page first: curl -s ADDRESS | clean" if "://" in name else ""
        raise UnreadableError(f"no such file{hint}") from None
    except OSError as error:
        raise UnreadableError(trouble(error)) from error


def printed(result: Result, options: Options, *, several: bool, first: bool) -> str:
    """What is printed for a page with an article: its name if there are `several`, its title if asked for, its text."""
    article = result.article
    assert article is not None, "a page with an article has one"
    text = with_title(article) if options.title else article.text
    before = "" if first else "\n"
    header = f"==> {result.label} <==\n" if several and not options.quiet else ""
    return f"{before}{header}{text}\n"


def print_text(text: str, streams: Streams | None = None) -> ExitCode:
    """Print a text that is no article (the version, the list of filters); a reader that has gone is no failure."""
    streams = streams or Streams.of_process()
    try:
        streams.write(text)
    except BrokenPipeError:
        streams.abandon_stdout()
    except OSError as error:
        streams.complain(f"cannot write standard output: {trouble(error)}")
        streams.abandon_stdout()
        return ExitCode.UNREADABLE
    return ExitCode.ARTICLE


def report(result: Result, options: Options, streams: Streams) -> None:
    """Say on standard error what went wrong with a page and, if asked for, what was decided on each block."""
    if options.explain is Explain.JSON:
        from cleaner.cli.explain_json import json_line

        streams.note(json_line(result.name, result.code, result.article, result.message))
        return
    if options.explain is Explain.TABLE and result.article is not None:
        from cleaner.cli.explain import print_table

        print_table(result.label, result.article, streams)
    if result.message:
        hint = "" if options.explain or result.code is not ExitCode.NO_ARTICLE else "; --explain shows why"
        streams.complain(f"{result.label}: {result.message}{hint}")
