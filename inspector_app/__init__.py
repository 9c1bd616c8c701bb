"""Inspector: offline field inspection of care services for children."""

__version__ = "0.1.0"
