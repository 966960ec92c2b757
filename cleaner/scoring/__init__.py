"""The content model: figures a block, a first pass, regions, a second pass, a decision."""
