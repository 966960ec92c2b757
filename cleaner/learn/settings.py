"""What the content model is trained with: the trees, their rates and exits, and what pages and blocks weigh."""

from __future__ import annotations

from cleaner.model import InputKind
from cleaner.scoring.forest import Exit

INNER = 4
THREADS = 2  # fixed: the order of additions, and so the last bit of a weight, depends on it

BOOSTING = {
    "objective": "binary",
    "min_data_in_leaf": 60,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_leaves": 16,
    "num_threads": THREADS,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
# By kind of input. Texts have more to gain from the second pass; coarse bins lose nothing there and train faster.
FIRST: dict[InputKind, dict[str, float]] = {
    InputKind.HTML: {"learning_rate": 0.18, "num_iterations": 60, "max_bin": 63},
    InputKind.TEXT: {
        "learning_rate": 0.1,
        "num_iterations": 120,
        "max_bin": 63,
        "min_data_in_leaf": 200,
        "lambda_l2": 20.0,
        "feature_fraction": 0.25,
        "bagging_fraction": 0.5,
    },
}
SECOND: dict[InputKind, dict[str, float]] = {
    InputKind.HTML: {"learning_rate": 0.045, "num_iterations": 350, "num_leaves": 48, "max_bin": 63},
    InputKind.TEXT: {
        "learning_rate": 0.05,
        "num_iterations": 320,
        "num_leaves": 24,
        "max_bin": 63,
        "min_data_in_leaf": 200,
        "lambda_l2": 20.0,
        "feature_fraction": 0.25,
        "bagging_fraction": 0.5,
    },
}

# The second pass of HTML learns fast at first: its first tree at the one rate, each later one at the other times the
# rate before, down to the rate in the settings. So its first trees say most of what there is to say, and blocks leave
# sooner. Texts came out a little worse by it.
FAST_AT_FIRST = {InputKind.HTML: (0.16, 0.96)}

# Where blocks leave the second pass. Cross-validated, a block of HTML asks 81 of 350 trees, a line of text 111 of 320,
# at no cost that can be told from chance. Below, towards «not article», more is asked than above: what a page keeps
# hangs on how its unlikely blocks are ranked. The factors are those that fit the rest of the trees best, on pages that
# had no part in the training.
EXITS: dict[InputKind, tuple[Exit, ...]] = {
    InputKind.HTML: (
        Exit(20, -1.8, 1.4, 1.6),
        Exit(30, -1.7, 1.3, 1.45),
        Exit(40, -1.6, 1.2, 1.4),
        Exit(60, -1.5, 1.1, 1.3),
        Exit(80, -1.4, 1.0, 1.25),
        Exit(100, -1.3, 0.9, 1.2),
        Exit(130, -1.2, 0.8, 1.2),
        Exit(180, -1.1, 0.6, 1.15),
        Exit(250, -0.7, 0.3, 1.05),
    ),
    InputKind.TEXT: (
        Exit(30, -2.1, 1.4, 2.05),
        Exit(40, -2.0, 1.3, 1.8),
        Exit(60, -1.8, 1.1, 1.3),
        Exit(80, -1.7, 1.0, 1.18),
        Exit(100, -1.6, 0.9, 1.15),
        Exit(130, -1.5, 0.8, 1.12),
        Exit(180, -1.4, 0.6, 1.1),
        Exit(250, -1.1, 0.4, 1.03),
    ),
}

# What a block weighs in training: its share of its page's gold words, so that every page counts alike, as it does in
# the mean of the pages' F1. The floor keeps short lines from counting nothing, the ceiling one huge block from
# counting all.
WEIGHT_FLOOR, WEIGHT_PER_SHARE, WEIGHT_CEILING = 0.05, 20.0, 3.0
MIN_GOLD_WORDS = 150  # a page with less gold than this counts less
SNIPPET_WEIGHT = {InputKind.HTML: 1.5, InputKind.TEXT: 0.5}  # a block labelled by a snippet
SILVER_WEIGHT = 0.75  # a page whose article is the HTML model's, checked by snippets only

# What a page in another language than most counts more: most labelled pages are English, and words speak.
OTHER_LANGUAGES = {InputKind.HTML: 1.5, InputKind.TEXT: 2.0}

# The pages of one set are a sample of their own, labelled by their own hands, and so are those of one kind in a set.
# They count by these powers of how many times larger the largest set is, and in the set the largest kind, so that a
# small one is not drowned: at 0 every page counts alike, at 1 every set or kind. Cross-validated. Of texts the small
# kinds count less: a forum's posts are its article, and teach to keep the comments under others.
BALANCE_SETS = {InputKind.HTML: 0.28, InputKind.TEXT: 0.28}
BALANCE_KINDS = {InputKind.HTML: 0.13, InputKind.TEXT: -0.25}

# Copies of texts: every so many pages get one, and it counts so much of what its page does. Cross-validated.
MADE_UP_EVERY, MADE_UP_WEIGHT = 2, 0.4
JOINED_EVERY, JOINED_WEIGHT = 2, 0.1


def falling(rate: float, times: float, settings: dict[str, float]) -> list[float]:
    """Learning rates of all trees, each so many times the one before, down to the rate in the settings."""
    rates = []
    for _ in range(int(settings["num_iterations"])):
        rates.append(max(rate, settings["learning_rate"]))
        rate *= times
    return rates
