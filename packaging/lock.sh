#!/usr/bin/env bash
# Renew the hash-pinned requirements: no address of any index is written into them.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
"$python" -m pip install --quiet 'pip-tools>=7.6'
options="--quiet --generate-hashes --strip-extras --allow-unsafe --no-annotate --no-header
         --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build"
# shellcheck disable=SC2086
"$python" -m piptools compile $options -o packaging/requirements.lock pyproject.toml
# shellcheck disable=SC2086
"$python" -m piptools compile $options --extra dev -c packaging/requirements.lock -o packaging/requirements-dev.lock pyproject.toml
