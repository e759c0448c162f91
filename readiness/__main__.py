"""Where the program begins."""

import sys

from readiness import __version__


def main() -> int:
    """Do what the command line asks; returns the exit code."""
    if sys.argv[1:] == ["--version"]:
        # Asked for by programs that wait for it, and the same in every language.
        try:
            sys.stdout.write(f"readiness {__version__}\n")
            sys.stdout.flush()
        except OSError:
            pass  # said in words below
        else:
            return 0
    from readiness.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
