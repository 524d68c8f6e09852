"""`python -m advisor`: hands over to the command line and knows nothing else."""

import sys

from advisor.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
