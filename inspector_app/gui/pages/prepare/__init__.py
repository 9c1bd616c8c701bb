"""The facts of an inspection around its checklist."""
