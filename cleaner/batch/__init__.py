"""Many pages: where they come from, the guarded processes that clean them, where the texts go."""
