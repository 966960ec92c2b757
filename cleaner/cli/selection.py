"""Filters by name: `--only`, `--without`, `--list-filters`."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.cli.options import Options
from cleaner.errors import UnknownNameError
from cleaner.filters import DEFAULT, with_model
from cleaner.scoring.model import Model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.protocol import Filter


def filters_of(options: Options) -> tuple[Filter, ...]:
    """The filters that were asked for, with the weights that were. UnknownNameError, or DataError for the weights."""
    filters = select(DEFAULT, options.only, options.without)
    return filters if options.weights is None else with_model(filters, Model.read(options.weights))


def select(filters: Sequence[Filter], only: Sequence[str] = (), without: Sequence[str] = ()) -> tuple[Filter, ...]:
    """The filters that are named in `only` (all, if none is) and not in `without`, in their own order.

    Raises UnknownNameError, with the names that exist, for one that does not.
    """
    chosen, refused = set(only), set(without)
    known = [step.name for step in filters]
    for name in (*only, *without):
        if name not in known:
            raise UnknownNameError(f"unknown filter {name!r}; known: {', '.join(known) or 'none'}")
    return tuple(step for step in filters if step.name not in refused and (not chosen or step.name in chosen))


def listing(filters: Sequence[Filter]) -> str:
    """A line a filter, in the order in which they run: its name and its sentence."""
    width = max((len(step.name) for step in filters), default=0)
    return "".join(f"{step.name:<{width}}  {sentence(step)}".rstrip() + "\n" for step in filters)


def sentence(step: Filter) -> str:
    """What a filter recognises, in its own words: the first line of its class's docstring."""
    return (type(step).__doc__ or "").strip().partition("\n")[0]
