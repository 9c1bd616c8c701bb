"""The page evidence."""
