"""`python -m cleaner` is the `clean` command."""

from cleaner.cli.clean import main

if __name__ == "__main__":
    main()
