"""The journal: events, the hybrid clock, merge laws and conflicts.

Pure: storage keeps events, exchange carries them.
"""
