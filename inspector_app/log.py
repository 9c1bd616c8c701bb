"""The log: rotating, private to the user, and never a place for answers, names or keys."""

from __future__ import annotations

import logging
import os
from pathlib import Path


def start(folder: Path) -> None:
    """Write to ``folder/inspector.log`` (3 files of 1 MB); a folder that cannot be written is no error."""
    from logging.handlers import RotatingFileHandler

    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = folder / "inspector.log"
        handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=False)
        os.chmod(file, 0o600)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    stop()
    logger = logging.getLogger("inspector_app")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


def stop() -> None:
    """Close the log's file; nothing is written until the next start."""
    logger = logging.getLogger("inspector_app")
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
