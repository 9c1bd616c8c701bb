"""Finalise and export: what is still open, the step that closes, the file for head office."""
