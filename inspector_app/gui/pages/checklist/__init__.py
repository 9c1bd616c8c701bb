"""The page checklist."""
