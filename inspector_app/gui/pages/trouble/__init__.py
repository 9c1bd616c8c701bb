"""The trouble page."""
