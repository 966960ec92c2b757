"""The cleaner as a step of a datatrove pipeline, in the place of its own extractors."""

from __future__ import annotations

from cleaner.api import clean
from cleaner.batch.needs import need
from cleaner.batch.settings import TIMEOUT
from cleaner.errors import CleanerError
from cleaner.filters import DEFAULT
from cleaner.model import InputKind, Strictness, named
from cleaner.protocol import Filter

base = need("datatrove.pipeline.extractors.base", "datatrove", "a step of datatrove")


class ArticleExtractor(base.BaseExtractor):  # type: ignore[misc,name-defined]  # datatrove is not typed
    """Makes the text of each document, a page, its article; a document without one is dropped.

    datatrove cleans in a process of its own, so a page that takes longer than `timeout` seconds or ends that process is
    dropped alone, and counted as `timeout` or `broken_process`; one that cannot be read as `clean_error`. Which page
    failed, and the memory that one may take, are not told and not limited there: `clean_shard` does both.
    """

    name = "🧹 Article"

    def __init__(
        self,
        timeout: float = TIMEOUT,
        *,
        kind: InputKind | str = InputKind.AUTO,
        strictness: Strictness | str = Strictness.BALANCED,
        filters: tuple[Filter, ...] = DEFAULT,
    ) -> None:
        super().__init__(timeout)
        self.kind = named(InputKind, kind)
        self.strictness = named(Strictness, strictness)
        self.filters = tuple(filters)

    def extract(self, text: str) -> str | Exception:
        """The article of a page, empty where it holds none.

        An error is returned, and datatrove raises it on the other side: raised here it would end the process, which
        datatrove notices after five seconds.
        """
        if not text:
            return ""  # datatrove asks so whether the process has started
        try:
            return clean(text, kind=self.kind, strictness=self.strictness, filters=self.filters).text
        except Exception as error:
            return CleanerError(f"{type(error).__name__}: {error}")
