"""The benchmarks' commands. Each measures one thing and prints a table; 1 is the exit code where a limit is passed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cleaner import CleanerError
from tests.benchmarks import cold as cold_start
from tests.benchmarks import growth as growing
from tests.benchmarks import instructions, made_up, plot, quality
from tests.benchmarks import memory as room
from tests.benchmarks import speed as racing
from tests.benchmarks import stages as staging
from tests.benchmarks.cost import cost
from tests.benchmarks.pages import NoPagesError, chosen, mean_kilobytes
from tests.benchmarks.race import OURS, ContestantError

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Pages = Annotated[
    Path | None,
    typer.Argument(metavar="[PAGES]", help="A folder of pages (.html, .html.gz); the fixtures where none is given."),
]
Number = Annotated[int, typer.Option("-n", "--number", min=1, help="How many of the pages, at most.")]
Rounds = Annotated[int, typer.Option(min=1, help="How often everything is measured; the least time counts.")]
Interpreters = Annotated[
    list[str] | None,
    typer.Option(
        "--interpreter", metavar="PYTHON", help="Also the program as this interpreter has it installed. Repeatable."
    ),
]
Interpreter = Annotated[
    str | None,
    typer.Option("--interpreter", metavar="PYTHON", help="The program as this interpreter has it, not the checkout."),
]

console = Console()


@app.command()
def speed(
    pages: Pages = None,
    number: Number = 60,
    rounds: Rounds = 4,
    interpreter: Interpreters = None,
    only: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only this extractor. Repeatable.")] = None,
) -> None:
    """CPU time a page beside that of other extractors, in turns in one run."""
    found = chosen(pages, number)
    console.print(f"{len(found)} pages of {mean_kilobytes(found):.0f} kB on average, least of {rounds} rounds")
    console.print(racing.table(racing.raced(found, rounds, interpreter or (), only or ())))


@app.command()
def cold(pages: Pages = None, rounds: Rounds = 15, interpreter: Interpreters = None) -> None:
    """The wall time of one page from a shell, in turns with trafilatura's command and a bare interpreter."""
    page = next(path for path in chosen(pages, 10_000) if path.suffix != ".gz")
    console.print(cold_start.table(cold_start.timed(cold_start.commands(page, interpreter or ()), page, rounds)))


@app.command()
def memory(
    pages: Pages = None,
    number: Number = 60,
    many: Annotated[int, typer.Option(min=100, help="Pages that one process cleans, the same ones again.")] = 2000,
    interpreter: Interpreter = None,
) -> None:
    """The peak for a page by its size, and the resident size of one process over many pages."""
    sizes = (0.1, 1.0, 3.0, 10.0)
    costs = [(f"made up, {size:g} MB", cost(made_up.ordinary(int(size * 1e6)), python=interpreter)) for size in sizes]
    costs += [(name, cost(page, python=interpreter)) for name, page in made_up.hostile().items()]
    shown, good = room.table(costs)
    console.print(shown)
    console.print(room.line_table(room.over_many(chosen(pages, number), many, interpreter)))
    raise typer.Exit(not good)


@app.command()
def growth(interpreter: Interpreter = None) -> None:
    """Time against the size of a page, and pages made to be slow."""
    by_size, proportional = growing.size_table(growing.sizes(interpreter))
    console.print(by_size)
    by_page, quick = growing.hard_table(growing.hard(python=interpreter))
    console.print(by_page)
    raise typer.Exit(not (proportional and quick))


@app.command()
def stages(pages: Pages = None, number: Number = 60, rounds: Rounds = 4) -> None:
    """Milliseconds a page by stage: decode, parse, walk, metadata, each filter, write."""
    console.print(staging.table(staging.measured(chosen(pages, number), rounds)))


@app.command()
def count(pin: Annotated[bool, typer.Option("--pin", help="Pin these numbers.")] = False) -> None:
    """Bytecode instructions a fixture takes, by part of the package, with the most that the tests allow."""
    counts = instructions.counted()
    if pin:
        instructions.pin(counts)
    most = instructions.limits(instructions.pinned(), instructions.version())
    for part, found in counts.items():
        console.print(f"{part:10}{found:12,.0f}  at most {most.get(part, 0.0):12,.0f}")


@app.command("plot")
def draw(
    gold: Annotated[Path, typer.Argument(help="A labelled set: a folder with gold.jsonl and html/.")],
    cross_validated: Annotated[
        float,
        typer.Option(
            min=0.0,
            max=1.0,
            help="Our word F1 on these pages by cleaner score --cross-validate: not of pages trained on.",
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="An .svg or .png file.")],
    kind: Annotated[str, typer.Option(help="Only the pages of this kind.")] = "",
    number: Number = 100_000,
    timed: Annotated[int, typer.Option(min=1, help="Of how many pages the time is taken.")] = 60,
    rounds: Rounds = 4,
    interpreter: Interpreters = None,
) -> None:
    """Speed against quality, as a picture. Times are taken anew, and so is the quality of the other extractors."""
    pages = quality.labelled(gold, number, kind)
    times = racing.raced([path for path, _ in pages[:timed]], rounds, interpreter or ())
    spots = []
    for label, milliseconds in times.items():
        name = label.split(" ")[0].rstrip(",")
        found = cross_validated if name == OURS else quality.word_f1(name, pages)
        spots.append(plot.Spot(label, milliseconds, found, name == OURS))
        console.print(f"{label:32}{milliseconds:8.1f} ms{found:8.4f}")
    plot.draw(
        spots,
        f"{len(pages)} labelled pages{f' ({kind})' if kind else ''}, time on {min(timed, len(pages))} of them",
        output,
    )


def main() -> None:
    """Run a command; what a person can mend is said in a sentence."""
    try:
        app()
    except (CleanerError, ContestantError, NoPagesError) as error:
        Console(stderr=True).print(f"{error}", style="red")
        raise SystemExit(2) from error


if __name__ == "__main__":
    main()
