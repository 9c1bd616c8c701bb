"""Corrections of a finalised inspection: which field, what it should be, and why."""
