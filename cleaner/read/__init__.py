"""Bytes to a Page: charset, parsing, blocks, what the page says of itself."""
