"""Start an inspection of a registered service."""
