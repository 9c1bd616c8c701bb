#!/usr/bin/env bash
# Install this checkout into a virtual environment without fetching anything: the build backend is in the lock files.
set -eu
"$1" -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --no-index -e .
