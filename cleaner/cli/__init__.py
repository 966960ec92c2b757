"""The commands around the library."""
