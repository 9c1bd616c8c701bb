"""The list of inspections, what is due, and what was exported."""
