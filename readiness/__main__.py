"""Run the program as python -m readiness."""

import sys

from readiness.cli.main import main

sys.exit(main())
