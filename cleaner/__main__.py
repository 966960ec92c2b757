"""`python -m cleaner` is the `clean` command."""

from cleaner.cli.clean import entry

if __name__ == "__main__":
    entry()
