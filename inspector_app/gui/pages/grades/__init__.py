"""Grades: which themes are looked at, the level of each with its reasons, and what is at odds with it."""
